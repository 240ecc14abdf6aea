/** Words in their order, and what pages hold of them as numbers. */

/** What a page holds of a word is one number: 256 times that of the word, or in the list of a word that of the page, plus a bit for each field. */
export const fieldBits = 256;

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
  let [from, to] = [0, words.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compareWords(words[middle]!, word) < 0) from = middle + 1;
    else to = middle;
  }
  return words[from] === word;
}

/** Surrogates stand for what comes after everything else. */
function rankOf(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}
