/** The lexicon of a site, from the words of its index. */
import type { Site } from '#model/site.ts';
import type { Lexicon } from '../query/lexicon.ts';
import type { Normalise } from '../text/normalise.ts';
import { hanStopWords } from '../text/han-stop-words.ts';
import { namesIn, stopWords } from './names.ts';
import type { SiteWords } from './update.ts';
import { variantsOf } from './variants.ts';

/** More words than this help nobody: what is left out is found all the same, only without correction of typing errors. */
const maxLatin = 4000;
const maxHan = 1500;

/** The lexicon of a site that says `words`, with pages of the `held` kinds. */
export function lexiconOf({ config, kinds, lang }: Site, words: SiteWords, normalise: Normalise, held: ReadonlySet<string>): Lexicon {
  const labels = [...config.categories, ...config.tags].map(({ label }) => label);
  const names = [...words.pages.map(({ names: given }) => given), ...namesIn(labels, normalise)].flatMap((given) => given.split(' ')).filter(Boolean);
  return {
    pages: words.pages.length,
    variants: variantsOf(words.words),
    kinds: kinds.filter(({ id }) => held.has(id)).map(({ id, labels }) => [id, labels[lang].many]),
    latin: latinStems(words).reverse().join(' '),
    names: [...new Set(names)].slice(0, maxHan).join(' '),
    pairs: cohesivePairs(words).join(' '),
    stop: lang === 'zh' ? hanStopWords.join(' ') : '',
  };
}

/** The commonest stems of Latin words and numbers. */
function latinStems(vocabulary: SiteWords): string[] {
  return commonest(countWords(vocabulary, 1, /^[\p{Script=Latin}\d]/u), maxLatin);
}

/** Pairs of characters that this site uses as words, the commonest first: where one stands, mostly so does the other. */
function cohesivePairs(vocabulary: SiteWords): string[] {
  const pairs = countWords(vocabulary, 3, /^\p{Script=Han}{2}$/u).filter(([token]) => !particles.test(token));
  const first = sum(pairs, 0);
  const second = sum(pairs, 1);
  return commonest(pairs.filter(([token, pages]) => !stopWords.has(token) && pages / Math.min(first.get(token[0]!)!, second.get(token[1]!)!) >= 0.4), maxHan);
}

/** Characters that stand beside any word: a pair with one of them is no word. */
const particles = /[的了吗呢吧是在和与或及就都也还又才把被让给对从到我你您他它这那哪么们不什怎该没样]/u;

type Counted = [word: string, pages: number];

/** The words that at least so many pages hold and that look like `form`, in their order. */
function countWords(vocabulary: SiteWords, least: number, form: RegExp): Counted[] {
  const found: Counted[] = [];
  vocabulary.words.forEach((word, index) => {
    const pages = vocabulary.counts[vocabulary.numbers[index]!]!;
    if (pages >= least && form.test(word)) found.push([word, pages]);
  });
  return found;
}

function sum(pairs: readonly Counted[], at: 0 | 1): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [token, pages] of pairs) sums.set(token[at]!, (sums.get(token[at]!) ?? 0) + pages);
  return sums;
}

/** At most so many of `words`, the commonest first. */
function commonest(words: readonly Counted[], most: number): string[] {
  const byCount = [...Map.groupBy(words, ([, pages]) => pages)].sort(([n], [m]) => m - n);
  return byCount.flatMap(([, same]) => same).slice(0, most).map(([word]) => word);
}
