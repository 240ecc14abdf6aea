/** Which pages hold which words, in which fields: in flat arrays, so that those of ten thousand pages are read, patched and kept in a moment. */

/** Lists of pages by word. */
export interface Postings {
  /** In the order of their code points. */
  words: readonly string[];
  /** Where the list of each word begins in `lists`; one more for the end. */
  starts: Uint32Array;
  /** For each page that holds the word, in rising order: 256 times its number, plus a bit for each field. */
  lists: Uint32Array;
}

export const fieldBits = 256;

/** The list of the word at `index`. */
export function listAt({ starts, lists }: Postings, index: number): Uint32Array {
  return lists.subarray(starts[index], starts[index + 1]);
}

/** How many pages hold the word at `index`. */
export function countPages({ starts }: Postings, index: number): number {
  return starts[index + 1]! - starts[index]!;
}

/** The order of code points, in which Pagefind looks words up. JavaScript's own order puts rare characters elsewhere. */
export function compareWords(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const difference = rankOf(a.charCodeAt(at)) - rankOf(b.charCodeAt(at));
    if (difference) return difference;
  }
  return a.length - b.length;
}

/** Whether `word` is among `words`, which are in order. */
export function hasWord(words: readonly string[], word: string): boolean {
  return words[placeOf(words.length, (place) => compareWords(words[place]!, word) < 0)] === word;
}

/** The first of so many places that is not before what is looked for. */
export function placeOf(count: number, isBefore: (place: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Surrogates stand for what comes after everything else. */
function rankOf(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
