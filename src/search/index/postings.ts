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

/** The words of one page, with a bit for each field that holds them. */
export interface WordsOfPage {
  page: number;
  words: ReadonlyMap<string, number>;
}

export const fieldBits = 256;

export const noPostings: Postings = { words: [], starts: new Uint32Array(1), lists: new Uint32Array() };

/** The postings of `pages`, which come in the order of their numbers. */
export function makePostings(pages: Iterable<WordsOfPage>): Postings {
  const byWord = new Map<string, number[]>();
  let count = 0;
  for (const { page, words } of pages) {
    for (const [word, fields] of words) {
      const list = byWord.get(word);
      if (list) list.push(page * fieldBits + fields);
      else byWord.set(word, [page * fieldBits + fields]);
    }
    count += words.size;
  }
  const words = [...byWord.keys()].sort(compareWords);
  const made = openPostings(words.length, count);
  for (const word of words) {
    made.lists.set(byWord.get(word)!, made.end());
    made.close(word, made.end() + byWord.get(word)!.length);
  }
  return made.result();
}

/** `kept` with its pages renumbered (-1 leaves one out, the others stay in order), and with the words of the pages in `fresh`. */
export function patchPostings(kept: Postings, renumber: Int32Array, fresh: Postings): Postings {
  const made = openPostings(kept.words.length + fresh.words.length, kept.lists.length + fresh.lists.length);
  const { lists } = made;
  for (const [word, a, b] of pairWords(kept.words, fresh.words)) {
    let at = made.end();
    let next = b < 0 ? 0 : fresh.starts[b]!;
    const end = b < 0 ? 0 : fresh.starts[b + 1]!;
    const to = a < 0 ? 0 : kept.starts[a + 1]!;
    for (let from = a < 0 ? 0 : kept.starts[a]!; from < to; from += 1) {
      const old = kept.lists[from]!;
      const page = renumber[old >>> 8]!;
      if (page < 0) continue;
      const value = page * fieldBits + (old & 0xff);
      while (next < end && fresh.lists[next]! < value) lists[at++] = fresh.lists[next++]!;
      lists[at++] = value;
    }
    while (next < end) lists[at++] = fresh.lists[next++]!;
    made.close(word, at);
  }
  return made.result();
}

/** The postings without the field `bit` of words that more than `most` pages hold. */
export function prunePostings({ words, starts, lists }: Postings, bit: number, most: number): Postings {
  const made = openPostings(words.length, lists.length);
  const { lists: kept } = made;
  let at = 0;
  for (const [index, word] of words.entries()) {
    const end = starts[index + 1]!;
    const dropped = end - starts[index]! > most ? bit : 0;
    for (let from = starts[index]!; from < end; from += 1) {
      const value = (lists[from]! & ~dropped) >>> 0;
      if (value % fieldBits) kept[at++] = value;
    }
    made.close(word, at);
  }
  return made.result();
}

/** How many pages hold each word. */
export function countPages({ words, starts }: Postings): Map<string, number> {
  return new Map(words.map((word, index) => [word, starts[index + 1]! - starts[index]!]));
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

/** Surrogates stand for what comes after everything else. */
function rankOf(unit: number): number {
  return unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

/** Postings in the making; words come in order, those whose list stays empty are left out. */
function openPostings(maxWords: number, maxPages: number) {
  const words: string[] = [];
  const starts = new Uint32Array(maxWords + 1);
  const lists = new Uint32Array(maxPages);
  return {
    lists,
    end: () => starts[words.length]!,
    close(word: string, end: number) {
      if (end === starts[words.length]) return;
      words.push(word);
      starts[words.length] = end;
    },
    result: (): Postings => ({ words, starts: starts.slice(0, words.length + 1), lists: lists.slice(0, starts[words.length]) }),
  };
}

/** Every word of two ordered lists once, with its place in each; -1 where it is missing. */
function* pairWords(a: readonly string[], b: readonly string[]): Generator<readonly [word: string, inA: number, inB: number]> {
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const order = i === a.length ? 1 : j === b.length ? -1 : compareWords(a[i]!, b[j]!);
    yield [order <= 0 ? a[i]! : b[j]!, order <= 0 ? i : -1, order >= 0 ? j : -1];
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
}
