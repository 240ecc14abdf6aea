/** The lexicon of a site, from the records of its index. */
import type { Site } from '#model/site.ts';
import type { Lexicon } from '../query/lexicon.ts';
import type { Normalise, Variants } from '../text/normalise.ts';
import { longWordOf } from '../query/segment.ts';
import { hanStopWords } from '../text/han-stop-words.ts';
import { runsOf } from '../text/tokens.ts';
import type { SearchRecord } from './records.ts';

/** More words than this help nobody: what is left out is found all the same, only without correction of typing errors. */
const maxLatin = 4000;
const maxHan = 1500;

/** The lexicon of `records`, whose tokens are held by as many pages as `vocabulary` says. */
export function lexiconOf(records: readonly SearchRecord[], vocabulary: ReadonlyMap<string, number>, variants: Variants, normalise: Normalise, { config, kinds, lang }: Site): Lexicon {
  const held = new Set(records.map(({ kind }) => kind));
  const latin = [...vocabulary].filter(([token]) => /^[\p{Script=Latin}\d]/u.test(token)).sort(commonestFirst).slice(0, maxLatin).reverse();
  const named = records.flatMap(({ names, asks }) => [...names, ...asks]);
  const labels = [...config.categories, ...config.tags].map(({ label }) => label);
  const names = [...named, ...labels].flatMap((name) => runsOf(normalise(name))).filter(({ han }) => han).flatMap(({ text }) => text.split(askingWords)).filter((text) => text.length > 1 && text.length <= 6);
  const isWord = (word: string) => !stopWords.has(word);
  return {
    pages: records.length,
    variants,
    kinds: kinds.filter(({ id }) => held.has(id)).map(({ id, labels }) => [id, labels[lang].many]),
    latin: latin.map(([token]) => token).join(' '),
    names: [...new Set(names.filter(isWord))].slice(0, maxHan).join(' '),
    pairs: cohesivePairs(vocabulary).filter(isWord).slice(0, maxHan).join(' '),
    stop: lang === 'zh' ? hanStopWords.join(' ') : '',
  };
}

/** What separates the names in a label or a short question. */
const askingWords = new RegExp(`${longWordOf(hanStopWords).source}|[的与和了吗]`);

const stopWords = new Set(hanStopWords);

/** Pairs of characters that this site uses as words, the commonest first: where one stands, mostly so does the other. */
function cohesivePairs(holding: ReadonlyMap<string, number>): string[] {
  const pairs = [...holding].filter(([token, pages]) => pages >= 3 && /^\p{Script=Han}{2}$/u.test(token) && !particles.test(token));
  const first = sum(pairs, 0);
  const second = sum(pairs, 1);
  return pairs.filter(([token, pages]) => pages / Math.min(first.get(token[0]!)!, second.get(token[1]!)!) >= 0.4).sort(commonestFirst).map(([token]) => token);
}

/** Characters that stand beside any word: a pair with one of them is no word. */
const particles = /[的了吗呢吧是在和与或及就都也还又才把被让给对从到我你您他它这那哪么们不什怎该没样]/u;

function sum(pairs: readonly (readonly [string, number])[], at: 0 | 1): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [token, pages] of pairs) sums.set(token[at]!, (sums.get(token[at]!) ?? 0) + pages);
  return sums;
}

function commonestFirst([a, n]: readonly [string, number], [b, m]: readonly [string, number]): number {
  return m - n || (a < b ? -1 : 1);
}
