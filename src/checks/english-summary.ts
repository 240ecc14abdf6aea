/** The English summary is English, and says something. */
import { isLiving } from '#model/entry.ts';
import type { Said } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Check } from './check.ts';

const good = 'englishSummary: ["Use the base URL given in the documentation, never the address of the website, which answers with HTML."]';

export const englishSummary: Check = {
  id: 'english-summary',
  rules: [
    {
      id: 'english/language',
      severity: 'error',
      why: { zh: '这一段是给看不懂中文的读者和爬虫的，用别的语言写，他们什么也得不到。', en: 'The summary is for readers and crawlers who know no Chinese; in another language it gives them nothing.' },
      example: { bad: 'englishSummary: [接口地址填文档里给出的那一个，不要填网站首页的地址，前者返回数据，后者返回网页，填错时程序收到的是一段 HTML。]', good },
    },
    {
      id: 'english/filler',
      severity: 'warning',
      why: { zh: '“This article explains …”说的是页面，不是答案；摘要的每一句都要能被引用。', en: '"This article explains …" speaks of the page and not of the subject; every sentence of a summary should be worth quoting.' },
      example: { bad: 'englishSummary: ["This article explains which base URL has to be entered, and how to tell that it is right."]', good },
    },
  ],
  findIn(item) {
    if (!isLiving(item)) return [];
    const { source, data } = item;
    return (data.englishSummary ?? []).flatMap((text, index) => judge(text).map((said) => ({ ...placeOf(source, ['englishSummary', index]), ...said })));
  },
};

/** Share of Latin letters below which a text is not English; quoted Chinese words leave room. */
const leastLatin = 0.7;
const filler =
  /(?:^|[.!] )(?:in )?(?:this|the(?: following)?) (?:article|page|post|guide|entry|document|section|summary|answer|checklist|example|tutorial)(?:,? (?:we|you)| (?:will )?(?:explains?|describes?|discuss(?:es)?|covers?|introduces?|provides?|shows?|tells?|outlines?|details?|explores?|summari[sz]es|answers?|lists?|gives?|is about|is for|aims|helps?|walks))/i;

function judge(text: string): Said[] {
  const isAscii = !/[^\0-\x7f]/.test(text); // nearly every one: counting its letters takes as long as all else
  const letters = isAscii ? 0 : text.match(/\p{L}/gu)?.length ?? 0;
  const latin = isAscii ? 0 : text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (latin < letters * leastLatin) {
    return [{
      rule: 'english/language',
      message: { zh: `英文摘要里只有 ${Math.floor((100 * latin) / letters)}% 的字母是拉丁字母。`, en: `Only ${Math.floor((100 * latin) / letters)}% of the letters of the English summary are Latin.` },
      hint: { zh: '用英文写同样的答案；引用的中文词放在括号里。', en: 'Write the same answer in English; put Chinese words that must be quoted in brackets.' },
    }];
  }
  const empty = filler.exec(text)?.[0].replace(/^[.!] /, '');
  if (!empty) return [];
  return [{
    rule: 'english/filler',
    message: { zh: `英文摘要在介绍页面：“${empty} …”。`, en: `The English summary speaks of the page: "${empty} …".` },
    hint: { zh: '删掉这句开头，直接写答案，例如 "Use the base URL given in the documentation"。', en: 'Drop the opening and state the answer, as in "Use the base URL given in the documentation".' },
  }];
}
