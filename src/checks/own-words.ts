/** The short answer says what it is about, and something that title and description do not say already. */
import { bigrams, dice, fold } from '#lib/likeness.ts';
import { isLiving, namesOf, type Entry } from '#model/entry.ts';
import type { Said } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Check } from './check.ts';

const good = 'shortAnswer: 接口地址填文档里给出的那一个，不要填网站首页的地址：前者返回数据，后者返回网页，填错时程序收到的是一段 HTML。';

export const ownWords: Check = {
  id: 'own-words',
  rules: [
    {
      id: 'answer/copy',
      severity: 'warning',
      why: { zh: '标题是问题，描述说明这一页有什么，短答案给出结论；三者相同，读者等于少看了两句。', en: 'The title asks, the description says what the page holds, the short answer concludes; where they are the same, readers lose a sentence.' },
      example: {
        bad: 'description: 接口地址填文档里给出的那一个，不要填网站首页的地址，前者返回数据，后者返回网页。\nshortAnswer: 接口地址填文档里给出的那一个，不要填网站首页的地址：前者返回数据，后者返回的是网页。',
        good: `description: 说明接口地址和网站地址的区别，以及填错之后会看到什么。\n${good}`,
      },
    },
    {
      id: 'answer/subject',
      severity: 'warning',
      why: { zh: '单独看到短答案的人不知道问题是什么；主语要写出来，不能靠“它”。', en: 'Whoever meets the short answer alone does not know the question: name its subject instead of "it".' },
      example: { bad: 'title: 接口地址应该填什么？\nshortAnswer: 打开文档第一页，把那里给出的一整行复制过来，不要多带空格；如果收到的是一段 HTML，就说明复制错了行。', good: `title: 接口地址应该填什么？\n${good}` },
    },
  ],
  findIn(item) {
    if (!isLiving(item)) return [];
    const answer = fold(item.data.shortAnswer);
    return [...copies(item, answer), ...(namesSubject(item, answer) ? [] : [saySubject(item.data.title)])].map((said) => ({ ...placeOf(item.source, ['shortAnswer']), ...said }));
  },
};

/** From here on two texts say the same in almost the same words. */
const copyLikeness = 0.8;

/** `answer` is the short answer, folded; so it is below. */
function copies({ data }: Entry, answer: string): Said[] {
  const pairs = bigrams(answer);
  const isCopy = (text: string) => text.length > data.shortAnswer.length / 2 && dice(pairs, bigrams(fold(text))) >= copyLikeness;
  return (['title', 'description'] as const).filter((field) => isCopy(data[field])).map(sayCopy);
}

/** Words that say how something is asked, not what about. */
const asking = /为什么|怎么样|怎么办|怎么|怎样|如何|什么|是不是|能不能|可不可以|要不要|会不会|有没有|可以|应该|应当|需要|哪些|哪个|哪里|多少|是否|一下|之后|时候|\b(?:how|what|when|where|why|which|who|should|could|would|can|do|does|is|are|the|an?|to|of|in|on|for|with|and|or|not|my|i|you|it|this|that)\b/giu;

function namesSubject(entry: Entry, answer: string): boolean {
  const { kind, data } = entry;
  const asked = [data.title, ...(kind.phrasings?.(data) ?? []), ...namesOf(entry)];
  return asked.some((text) => subjectsOf(text).some((subject) => answer.includes(subject)) || sharedShare(text.replace(asking, ''), answer) >= leastShared);
}

/** Share of a question's Han characters that are enough to name its subject in other words: 迁到 for 迁移. */
const leastShared = 1 / 3;

function sharedShare(question: string, answer: string): number {
  const chars = new Set(fold(question).match(/\p{Script=Han}/gu));
  return [...chars].filter((char) => answer.includes(char)).length / Math.max(1, chars.size);
}

/** Pairs of Han characters and whole Latin words of `text` that could name its subject. */
function subjectsOf(text: string): string[] {
  const parts = text.normalize('NFKC').replace(asking, ' ').match(/\p{Script=Han}+|[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*/gu) ?? [];
  return parts.flatMap((part) => (/\p{Script=Han}/u.test(part) ? [...bigrams(fold(part))] : fold(part)));
}

function sayCopy(field: 'title' | 'description'): Said {
  return {
    rule: 'answer/copy',
    message: { zh: `短答案和 ${field} 几乎一字不差。`, en: `The short answer and "${field}" say the same in almost the same words.` },
    hint: { zh: '短答案写结论；description 写这一页有什么。', en: 'Let the short answer conclude and the description say what the page holds.' },
  };
}

function saySubject(title: string): Said {
  return {
    rule: 'answer/subject',
    message: { zh: `短答案没有提到问题问的是什么：“${title}”。`, en: `The short answer never names what is asked: "${title}".` },
    hint: { zh: '用问题里的名词做主语，不用“它”开头。', en: 'Make the noun of the question its subject instead of "it".' },
  };
}
