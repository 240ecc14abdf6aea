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

/** Postings beside older ones. */
export interface Patched extends Postings {
  /** By word: 1 where its list is another one, or where a word right before it is gone. */
  changed: Uint8Array;
}

export const fieldBits = 256;

export const noPostings: Postings = { words: [], starts: new Uint32Array(1), lists: new Uint32Array() };

/** `kept` with its pages renumbered (-1 leaves one out, the others stay in order), and with the words of the pages in `fresh`. */
export function patchPostings(kept: Postings, renumber: Int32Array, fresh: Postings): Patched {
  if (kept.words.length === 0) return { ...fresh, changed: new Uint8Array(fresh.words.length).fill(1) };
  const made = openPostings(kept.words.length + fresh.words.length, kept.lists.length + fresh.lists.length);
  const { lists } = made;
  let at = 0;
  let b = 0;
  const takeFresh = () => {
    const [from, to] = [fresh.starts[b]!, fresh.starts[b + 1]!];
    lists.set(fresh.lists.subarray(from, to), at);
    at += to - from;
    made.close(fresh.words[b++]!, at, true);
  };
  for (let a = 0; a < kept.words.length; a += 1) {
    const word = kept.words[a]!;
    while (b < fresh.words.length && compareWords(fresh.words[b]!, word) < 0) takeFresh();
    const isBoth = fresh.words[b] === word;
    let next = isBoth ? fresh.starts[b]! : 0;
    const end = isBoth ? fresh.starts[b + 1]! : 0;
    let isChanged = isBoth;
    for (let from = kept.starts[a]!; from < kept.starts[a + 1]!; from += 1) {
      const old = kept.lists[from]!;
      const page = renumber[old >>> 8]!;
      if (page !== old >>> 8) isChanged = true;
      if (page < 0) continue;
      const value = page * fieldBits + (old & 0xff);
      while (next < end && fresh.lists[next]! < value) lists[at++] = fresh.lists[next++]!;
      lists[at++] = value;
    }
    while (next < end) lists[at++] = fresh.lists[next++]!;
    made.close(word, at, isChanged && !isSame(lists.subarray(made.end(), at), kept.lists.subarray(kept.starts[a], kept.starts[a + 1])));
    if (isBoth) b += 1;
  }
  while (b < fresh.words.length) takeFresh();
  return made.result();
}

/**
 * `full` without the field `bit` of words that more than `most` pages hold. It was `mostBefore` when `full` was patched.
 */
export function prunePostings(full: Patched, bit: number, most: number, mostBefore: number): Patched {
  const { words, starts, lists, changed } = full;
  const made = openPostings(words.length, lists.length);
  const { lists: kept } = made;
  let at = 0;
  for (let index = 0; index < words.length; index += 1) {
    const end = starts[index + 1]!;
    const count = countPages(full, index);
    const dropped = count > most ? bit : 0;
    for (let from = starts[index]!; from < end; from += 1) {
      const value = (lists[from]! & ~dropped) >>> 0;
      if (value % fieldBits) kept[at++] = value;
    }
    made.close(words[index]!, at, changed[index] === 1 || count > most !== count > mostBefore);
  }
  return made.result();
}

/** How many pages hold the word at `index`. */
export function countPages({ starts }: Postings, index: number): number {
  return starts[index + 1]! - starts[index]!;
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
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

/** Postings in the making; words come in order, those whose list stays empty are left out. */
function openPostings(maxWords: number, maxPages: number) {
  const words: string[] = [];
  const starts = new Uint32Array(maxWords + 1);
  const lists = new Uint32Array(maxPages);
  const changed = new Uint8Array(maxWords);
  let isGone = false;
  return {
    lists,
    end: () => starts[words.length]!,
    /** Ends the list of `word` before the place `end`. */
    close(word: string, end: number, isChanged: boolean) {
      if (end === starts[words.length]) {
        isGone ||= isChanged;
        return;
      }
      changed[words.length] = Number(isChanged || isGone);
      isGone = false;
      words.push(word);
      starts[words.length] = end;
    },
    result: (): Patched => ({ words, starts: starts.subarray(0, words.length + 1), lists: lists.subarray(0, starts[words.length]), changed }),
  };
}
