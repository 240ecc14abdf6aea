/** What is searched: a word that many pages hold tells them apart the least, so their bodies do not count for it. */
import { bitOf } from './cutter.ts';
import type { SiteWords } from './update.ts';

/** Words that are searched. */
export interface Searched {
  /** In the order of their code points. */
  words: readonly string[];
  /** The number of each. */
  numbers: readonly number[];
  /** How many pages are listed for the words before each; one more for all of them. */
  starts: Uint32Array;
  /** Of the pages that hold a word, those that are listed for it, with the fields that count. */
  prune(list: Uint32Array): Uint32Array;
}

/** `words` without the bodies that hold a word of more than `most` pages. */
export function searchedWords({ words: all, numbers: allNumbers, counts, beside }: SiteWords, most: number): Searched {
  const words: string[] = [];
  const numbers: number[] = [];
  const starts = new Uint32Array(all.length + 1);
  for (let place = 0; place < all.length; place += 1) {
    const number = allNumbers[place]!;
    const size = counts[number]! > most ? beside[number]! : counts[number]!;
    if (size === 0) continue;
    words.push(all[place]!);
    starts[numbers.push(number)] = starts[numbers.length - 1]! + size;
  }
  return {
    words,
    numbers,
    starts: starts.subarray(0, words.length + 1),
    prune: (list) => (list.length > most ? list.map((value) => value & ~body).filter((value) => value & 0xff) : list),
  };
}

const body = bitOf('body');
