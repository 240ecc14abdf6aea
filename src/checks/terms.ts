/** One word, one meaning: no two entries claim the same name, and what a term avoids stands nowhere else. */
import { digest } from '#lib/hash.ts';
import { fold } from '#lib/likeness.ts';
import { once } from '#lib/once.ts';
import { makeFinder, type Hit } from '#lib/phrases.ts';
import { cutsWord } from '#lib/word-bounds.ts';
import { coverBody, coverField, fieldTexts } from '#markup/prose.ts';
import { makePointAt } from '#markup/report.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { OwnWord, Term } from '#model/kind.ts';
import { compare, type Place } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Check, CheckContext, Found } from './check.ts';

export const terms: Check = {
  id: 'terms',
  rules: [
    {
      id: 'term/collision',
      severity: 'error',
      why: { zh: '正文里的词会自动链接到术语；一个词有两处解释，程序和读者都不知道该看哪一处。', en: 'Words in bodies link to their term by themselves; with two explanations neither the generator nor a reader knows which one is meant.' },
      example: { bad: 'term: 接口地址', good: 'term: 请求路径' },
    },
    {
      id: 'term/avoid',
      severity: 'warning',
      why: { zh: '同一个东西在各页叫不同的名字，读者会以为是两样东西，搜索也只找得到一半。', en: 'Where pages call one thing by different names, readers take it for two, and a search finds half of it.' },
      example: { bad: '把接口网址填进设置里。', good: '把接口地址填进设置里。' },
    },
  ],
  find(context) {
    const { site } = context.edition;
    const defined = site.entries.flatMap((entry): Defined[] => {
      const { term } = entry;
      return term ? [{ entry, term }] : [];
    });
    // The newer entry is the one to mend.
    defined.sort(({ entry: a }, { entry: b }) => compare(a.brief.published, b.brief.published) || compare(a.ref, b.ref));
    return defined.length === 0 ? [] : [...collisions(defined), ...avoided(context, defined)];
  },
};

interface Defined {
  entry: Entry;
  term: Term;
}

interface Claim extends Defined {
  word: OwnWord;
}

function collisions(defined: readonly Defined[]): Found[] {
  const claimed = new Map<string, Claim>();
  const found: Found[] = [];
  for (const { entry, term } of defined) {
    for (const word of term.names) {
      const folded = fold(word.text);
      const first = claimed.get(folded);
      if (!first) claimed.set(folded, { entry, term, word });
      else if (first.entry !== entry) found.push(sayCollision({ entry, term, word }, first));
    }
  }
  const refused = defined.flatMap(({ entry, term }) => term.avoid.flatMap((word) => {
    const holder = claimed.get(fold(word.text));
    return holder ? [sayRefused({ entry, term, word }, holder)] : [];
  }));
  return [...found, ...refused];
}

function sayCollision({ entry, word }: Claim, first: Claim): Found {
  const at = placeOf(first.entry.source, first.word.path);
  return {
    ...placeOf(entry.source, word.path),
    rule: 'term/collision',
    message: { zh: `“${word.text}”已经是 ${at.file}:${at.line} 的说法。`, en: `"${word.text}" is a name of ${at.file}:${at.line} already.` },
    hint: { zh: '一个词只归一个术语：从其中一处删掉它，或把两个术语合成一个。', en: 'Let one term own the word: delete it from one of the two, or merge them.' },
  };
}

function sayRefused({ entry, word }: Claim, holder: Claim): Found {
  const at = placeOf(holder.entry.source, holder.word.path);
  return {
    ...placeOf(entry.source, word.path),
    rule: 'term/collision',
    message: { zh: `avoid 里的“${word.text}”是 ${at.file}:${at.line} 的说法。`, en: `"${word.text}" in avoid is a name of ${at.file}:${at.line}.` },
    hint: { zh: '从 avoid 里删掉它；两个概念容易混，就写进 notToConfuse。', en: 'Delete it from avoid; if the two are easily confused, say so in notToConfuse.' },
  };
}

function avoided({ edition: { site }, keepIn }: CheckContext, defined: readonly Defined[]): Found[] {
  const words = defined.flatMap(({ entry, term }) => term.avoid.map((word): Claim => ({ entry, term, word })));
  if (words.length === 0) return [];
  // Names are looked for as well: the avoided 密钥 inside the term API 密钥 is none.
  const names = defined.flatMap(({ term }) => term.names.map(({ text }) => text));
  const find = once(() => makeFinder<Claim | undefined>([...names.map((text) => ({ text, value: undefined })), ...words.map((claim) => ({ text: claim.word.text, value: claim }))]));
  const basis = digest(JSON.stringify([names, words.map(({ entry, term, word }) => [entry.source.file, term.name, word.text])]));
  return [...site.entries, ...site.pages].flatMap((item) => keepIn(item, 'avoided', basis, () => avoidedIn(item, find()))!);
}

function avoidedIn(item: Entry | TrustPage, find: (text: string) => Hit<Claim | undefined>[]): Found[] {
  const isWrong = (text: string) => ({ start, end, value }: Hit<Claim | undefined>) => value !== undefined && value.entry !== item && !cutsWord(text, start, end);
  if (!find(item.source.text).some(isWrong(item.source.text))) return [];
  return textsOf(item).flatMap(({ text, placeAt }) => find(text).filter(isWrong(text)).map(({ start, value }) => sayAvoided(value!, placeAt(start))));
}

/** Texts of `item` with everything covered that is no prose, and where in the file an offset of them stands. */
function textsOf(item: Entry | TrustPage): { text: string; placeAt(offset: number): Place }[] {
  const { source } = item;
  const pointAt = makePointAt(source.text);
  const fields = fieldTexts(item).map(({ text, path }) => ({ text: coverField(text), placeAt: () => placeOf(source, path) }));
  return [...fields, { text: coverBody(source.text.slice(source.bodyStart)), placeAt: (offset: number) => ({ file: source.file, ...pointAt(source.bodyStart + offset) }) }];
}

function sayAvoided({ entry, term, word }: Claim, place: Place): Found {
  return {
    ...place,
    rule: 'term/avoid',
    message: { zh: `“${word.text}”在这个站里叫“${term.name}”。`, en: `On this site "${word.text}" is called "${term.name}".` },
    hint: { zh: `改成“${term.name}”；定义见 ${entry.source.file}。`, en: `Write "${term.name}"; it is defined in ${entry.source.file}.` },
  };
}
