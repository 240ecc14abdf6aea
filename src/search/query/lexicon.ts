/** What a browser has to know of the site's words before it can cut a query. One file of the index. */
import type { Variants } from '../text/normalise.ts';

export interface Lexicon {
  /** How many pages the index holds. */
  pages: number;
  variants: Variants;
  /** Kinds by which a search can be narrowed, with their labels. */
  kinds: readonly (readonly [id: string, label: string])[];
  /** Stems of Latin words in the index, the rarest first, separated by spaces. */
  latin: string;
  /** Chinese names of things and short phrasings, separated by spaces. */
  names: string;
  /** Further pairs of Han characters that this site uses as words, separated by spaces. */
  pairs: string;
  /** Han words that say how something is asked, not what about, separated by spaces. */
  stop: string;
}

/** The lexicon made ready for look-ups. */
export interface Words {
  /** Rarity of each Latin stem: 1 for the rarest, towards 0 for the commonest. */
  latin: ReadonlyMap<string, number>;
  names: ReadonlySet<string>;
  /** Names and pairs. */
  han: ReadonlySet<string>;
  /** Length of the longest word of `han`, in characters. */
  longest: number;
  /** Words that say how something is asked, not what about. */
  stop: ReadonlySet<string>;
}

export function readWords({ latin, names, pairs, stop }: Lexicon): Words {
  const stems = latin.split(' ').filter(Boolean);
  const named = names.split(' ').filter(Boolean);
  return {
    latin: new Map(stems.map((stem, index) => [stem, 1 - index / stems.length])),
    names: new Set(named),
    han: new Set([...named, ...pairs.split(' ')]),
    longest: named.reduce((longest, word) => Math.max(longest, [...word].length), 2),
    stop: new Set(stop.split(' ').filter(Boolean)),
  };
}
