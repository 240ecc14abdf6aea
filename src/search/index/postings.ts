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
  const moved = findMoved(kept, renumber);
  let a = 0;
  let b = 0;
  const takeUntil = (end: number) => {
    const shift = made.end() - kept.starts[a]!;
    made.lists.set(kept.lists.subarray(kept.starts[a], kept.starts[end]), made.end());
    for (; a < end; a += 1) made.close(kept.words[a]!, kept.starts[a + 1]! + shift, false);
  };
  const merge = (word: string, old: List) => {
    const own = fresh.words[b] === word ? listAt(fresh, b++) : noList;
    const from = made.end();
    const to = mergeLists(old, renumber, own, made.lists, from);
    made.close(word, to, !isSame(old, { lists: made.lists, from, to }));
  };
  for (let next = 0; next < kept.words.length; next += 1) {
    const order = b < fresh.words.length ? compareWords(fresh.words[b]!, kept.words[next]!) : 1;
    if (order > 0 && moved[next] === 0) continue;
    takeUntil(next);
    while (b < fresh.words.length && compareWords(fresh.words[b]!, kept.words[a]!) < 0) merge(fresh.words[b]!, noList);
    merge(kept.words[a]!, listAt(kept, a++));
  }
  takeUntil(kept.words.length);
  while (b < fresh.words.length) merge(fresh.words[b]!, noList);
  return made.result();
}

/** By word: 1 where a page is left out or gets another number. */
function findMoved({ words, starts, lists }: Postings, renumber: Int32Array): Uint8Array {
  const moved = new Uint8Array(words.length);
  let index = 0;
  for (let place = 0; place < lists.length; place += 1) {
    const page = lists[place]! >>> 8;
    if (renumber[page] === page) continue;
    while (starts[index + 1]! <= place) index += 1;
    moved[index] = 1;
  }
  return moved;
}

/** One list among others. */
interface List {
  lists: Uint32Array;
  from: number;
  to: number;
}

const noList: List = { lists: new Uint32Array(), from: 0, to: 0 };

function listAt({ starts, lists }: Postings, index: number): List {
  return { lists, from: starts[index]!, to: starts[index + 1]! };
}

/** Writes `old`, its pages renumbered, and `fresh` to the place `at` of `into`; gives the place behind them. */
function mergeLists(old: List, renumber: Int32Array, fresh: List, into: Uint32Array, at: number): number {
  let next = fresh.from;
  for (let place = old.from; place < old.to; place += 1) {
    const page = renumber[old.lists[place]! >>> 8]!;
    if (page < 0) continue;
    const value = page * fieldBits + (old.lists[place]! & 0xff);
    while (next < fresh.to && fresh.lists[next]! < value) into[at++] = fresh.lists[next++]!;
    into[at++] = value;
  }
  while (next < fresh.to) into[at++] = fresh.lists[next++]!;
  return at;
}

function isSame(a: List, b: List): boolean {
  if (a.to - a.from !== b.to - b.from) return false;
  for (let place = a.from; place < a.to; place += 1) if (a.lists[place] !== b.lists[place - a.from + b.from]) return false;
  return true;
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
