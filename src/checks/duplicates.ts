/** One question, one answer: no two entries answer the same phrasing. */
import { alikePairs, bigrams, fold } from '#lib/likeness.ts';
import { once } from '#lib/once.ts';
import type { Path } from '#lib/yaml.ts';
import type { Entry } from '#model/entry.ts';
import { nameOf } from '#model/friendly.ts';
import { compare, type Place } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Check, Found } from './check.ts';

export const duplicates: Check = {
  id: 'duplicates',
  rules: [
    {
      id: 'question/duplicate',
      severity: 'error',
      why: {
        zh: '同一个问题有两个答案，读者不知道信哪个，搜索引擎也只留一个；改的时候总会漏掉另一个。',
        en: 'With two answers to one question readers cannot tell which to trust, search engines keep one, and a correction misses the other.',
      },
      example: { bad: 'asks: [密钥要放在请求头的哪里]', good: 'asks: [接口地址是填到版本号为止吗]' },
    },
    {
      id: 'question/similar',
      severity: 'warning',
      why: {
        zh: '几乎相同的问法多半是同一个问题写了两次；真是两个问题，就要让人一眼看出差别。',
        en: 'Phrasings that are almost equal are mostly one question written twice; if they are two, the difference should be seen at once.',
      },
      example: { bad: 'asks: [我的密钥到底应该放在请求头的哪里呢]', good: 'asks: [密钥能不能放在地址的参数里]' },
    },
  ],
  find({ edition: { site, digests }, keep, keepIn }) {
    const phrases = once(() => {
      const byAge = site.entries.toSorted((a, b) => compare(a.brief.published, b.brief.published) || compare(a.ref, b.ref)); // the newer entry is the one to mend
      return byAge.flatMap((entry) => keepIn(entry, 'phrases', '', () => phrasesOf(entry))!.map(([text, folded, core]): Phrase => ({ ref: entry.ref, text, folded, core })));
    });
    const fields = site.entries.map((entry) => `${entry.ref} ${digests(entry).data}`).join('\n'); // known without looking at what they say
    return keep(`duplicates\n${fields}`, () => {
      const { equal, alike } = keep(JSON.stringify(phrases()), () => findPairs(phrases()));
      const placed = ({ ref, text }: Phrase): Placed => ({ entry: site.entry(ref)!, text });
      return [...equal.map(([first, second]) => sayDuplicate(placed(first), placed(second))), ...alike.map(([first, second]) => saySimilar(placed(first), placed(second)))];
    });
  },
};

/** One way in which the entry `ref` is asked for. */
interface Phrase {
  ref: string;
  text: string;
  /** What phrases that are equal have in common. */
  folded: string;
  /** What those that are alike are compared by; missing for a word that only search knows. Entries may share those: search shows them all. */
  core: string | undefined;
}

type Question = Phrase & { core: string };
type Pair = [first: Phrase, second: Phrase];

/** A phrase in its entry. */
interface Placed {
  entry: Entry;
  text: string;
}

/** Every phrasing of `entry`: its text, folded, its core. Short, since it is kept. */
function phrasesOf({ data, kind }: Entry): [text: string, folded: string, core?: string][] {
  const questions = new Set([data.title, ...(kind.phrasings?.(data) ?? [])]);
  const aliases = (data.aliases ?? []).filter((alias) => !questions.has(alias));
  return [...questions, ...aliases].flatMap((text): [string, string, string?][] => {
    const folded = fold(text);
    if (folded === '') return [];
    return [questions.has(text) ? [text, folded, coreOf(folded)] : [text, folded]];
  });
}

function findPairs(phrases: readonly Phrase[]): { equal: Pair[]; alike: Pair[] } {
  return { equal: equalPairs(phrases), alike: alikeOnes(phrases.filter((phrase): phrase is Question => phrase.core !== undefined)) };
}

/** Where a phrase stands in its entry: as a field, or as an item of a list. */
function pathOf({ entry, text }: Placed): Path {
  for (const [field, value] of Object.entries<unknown>(entry.data)) {
    if (value === text) return [field];
    if (Array.isArray(value) && value.includes(text)) return [field, value.indexOf(text)];
  }
  return ['title'];
}

/** Phrases that are equal to one of an older entry. */
function equalPairs(phrases: readonly Phrase[]): Pair[] {
  const byText = Map.groupBy(phrases, ({ folded }) => folded);
  return [...byText.values()].flatMap((group) => group.flatMap((second, index): Pair[] => {
    const first = group.slice(0, index).find(({ ref, core }) => ref !== second.ref && (core ?? second.core) !== undefined);
    return first ? [[first, second]] : [];
  }));
}

/** Other words for the same way of asking. 能不能 asks what 能 says; 不能 says the opposite. */
const ways: readonly [RegExp, string][] = [
  [/(\p{Script=Han})不\1/gu, '$1'],
  [/为何|为啥|怎么会|怎么回事/g, '为什么'],
  [/怎么样|怎样|如何|咋样|咋/g, '怎么'],
  [/怎么(?:解决|处理|弄|搞)/g, '怎么办'],
  [/哪一个|哪个|哪些|啥/g, '什么'],
  [/请问|到底|究竟|一下|应该|应当|可以|需要|[的了吗呢啊呀吧我你您该要得地]/g, ''],
];

/** A folded question without what says nothing of it. */
function coreOf(folded: string): string {
  return ways.reduce((text, [other, same]) => text.replace(other, same), folded);
}

/** What a question is about, mostly: where these differ, so do the questions. */
const telling = /[a-z0-9+#.]+|[不没无非未勿]/g;
const similarity = 0.8;
/** Bigrams below which texts are too short to compare. */
const leastBigrams = 5;

/** Phrases that are alike and not equal; one pair for two entries. */
function alikeOnes(phrases: readonly Question[]): Pair[] {
  const groups = Map.groupBy(phrases, ({ core }) => (core.match(telling) ?? []).sort().join(' '));
  const seen = new Set<string>();
  return [...groups.values()].flatMap((group) => {
    const long = group.filter(({ core }) => bigrams(core).size >= leastBigrams);
    const isWanted = (a: number, b: number): boolean => long[a]!.ref !== long[b]!.ref && long[a]!.folded !== long[b]!.folded; // of one title on thousands of entries there are millions of pairs
    return alikePairs(long.map(({ core }) => core), similarity, isWanted).flatMap(([a, b]): Pair[] => {
      const [first, second] = [long[a]!, long[b]!];
      const key = `${first.ref} ${second.ref}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [[first, second]];
    });
  });
}

function placeOfPhrase(phrase: Placed): Place {
  return placeOf(phrase.entry.source, pathOf(phrase));
}

function sayDuplicate(first: Placed, second: Placed): Found {
  const { file, line } = placeOfPhrase(first);
  return {
    ...placeOfPhrase(second),
    rule: 'question/duplicate',
    message: { zh: `"${second.text}" 已经由 ${file}:${line} 的 ${nameOf(pathOf(first))} 回答。`, en: `"${second.text}" is answered already by ${nameOf(pathOf(first))} at ${file}:${line}.` },
    hint: { zh: '一个问题只留一处：删掉这一句，或把两篇合成一篇，另一篇写 supersededBy。', en: 'Keep it in one place: delete it here, or merge the two entries and give one of them supersededBy.' },
  };
}

function saySimilar(first: Placed, second: Placed): Found {
  const { file, line } = placeOfPhrase(first);
  return {
    ...placeOfPhrase(second),
    rule: 'question/similar',
    message: { zh: `"${second.text}" 和 ${file}:${line} 的 "${first.text}" 几乎一样。`, en: `"${second.text}" is almost the same as "${first.text}" at ${file}:${line}.` },
    hint: { zh: '同一个问题就只留一处；不同的问题就把差别写进问法里。', en: 'If it is one question, keep it in one place; if they are two, put the difference into the words.' },
  };
}
