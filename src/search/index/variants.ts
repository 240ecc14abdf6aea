/** The traditional characters and regional words that readers may type for what the site says. Data: OpenCC. */
import characters from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWPhrasesRev';
import type { Variants } from '../text/normalise.ts';
import { hanPairs } from '../text/tokens.ts';

/** The variants of what occurs in `vocabulary`, the tokens of the whole site. Everything else would be dead weight in browsers. */
export function variantsOf(vocabulary: ReadonlyMap<string, number>): Variants {
  const used = new Set([...vocabulary.keys()].join(''));
  /** A word whose pairs all occur is as good as used; one of a single character has none. */
  const isUsed = (word: string) => [...word].every((char) => used.has(char)) && hanPairs(word).every((pair) => vocabulary.has(pair));
  const pairs = entriesOf(characters).flatMap(({ from, to: [to] }) => ([...from].length === 1 && to !== undefined && from !== to && (used.has(from) || used.has(to)) ? [[from, to] as const] : []));
  const simple = new Map(pairs);
  const simplify = (text: string) => [...text].map((char) => simple.get(char) ?? char).join('');
  const phrases = entriesOf(taiwan).flatMap(({ from, to }) => {
    const theirs = simplify(from);
    const ours = to.map(simplify).find(isUsed);
    return ours === undefined || [...from].length < 2 || isUsed(theirs) ? [] : [[theirs, ours] as const];
  });
  return { from: pairs.map(([from]) => from).join(''), to: pairs.map(([, to]) => to).join(''), phrases };
}

/** OpenCC's form: `from to|from to to …`; of several words, the usual one comes first. */
function entriesOf(dictionary: string): { from: string; to: string[] }[] {
  return dictionary.split('|').map((entry) => {
    const [from = '', ...to] = entry.split(' ');
    return { from, to };
  });
}
