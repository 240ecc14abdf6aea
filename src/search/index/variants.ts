/** The traditional characters and regional words that readers may type for what the site says. Data: OpenCC. */
import characters from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWPhrasesRev';
import type { Variants } from '../text/normalise.ts';
import { hanPairs } from '../text/tokens.ts';
import { hasWord } from './words.ts';

const simplified: readonly (readonly [from: string, to: string])[] = entriesOf(characters).flatMap(({ from, to: [to] }) => ([...from].length === 1 && to !== undefined && from !== to ? [[from, to]] : []));
const simple = new Map(simplified);

/** Every traditional character: the site's own texts are indexed in simplified ones. */
export const allCharacters: Variants = variantsFrom(simplified, []);

/** The variants of what occurs in `words`, those of the whole site in their order. Everything else would be dead weight in browsers. */
export function variantsOf(words: readonly string[]): Variants {
  const used = new Set(words.filter((word) => word > '\x7f').join(''));
  /** A word whose pairs all occur is as good as used; one of a single character has none. */
  const isUsed = (word: string) => [...word].every((char) => used.has(char)) && hanPairs(word).every((pair) => hasWord(words, pair));
  const phrases = entriesOf(taiwan).flatMap(({ from, to }) => {
    const theirs = simplify(from);
    const ours = to.map(simplify).find(isUsed);
    return ours === undefined || [...from].length < 2 || isUsed(theirs) ? [] : [[theirs, ours] as const];
  });
  return variantsFrom(simplified.filter(([, to]) => used.has(to)), phrases);
}

function variantsFrom(pairs: typeof simplified, phrases: Variants['phrases']): Variants {
  return { from: pairs.map(([from]) => from).join(''), to: pairs.map(([, to]) => to).join(''), phrases };
}

function simplify(text: string): string {
  return [...text].map((char) => simple.get(char) ?? char).join('');
}

/** OpenCC's form: `from to|from to to …`; of several words, the usual one comes first. */
function entriesOf(dictionary: string): { from: string; to: string[] }[] {
  return dictionary.split('|').map((entry) => {
    const [from = '', ...to] = entry.split(' ');
    return { from, to };
  });
}
