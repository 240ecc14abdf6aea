/** Postings of the last build, brought up to date: lists in which no page moved are copied in runs. */
import { compareWords, countPages, fieldBits, listAt, placeOf, type Postings } from './postings.ts';

/** Postings beside older ones. */
export interface Patched extends Postings {
  /** By word: 1 where its list may be another one, or where a word right before it is gone. */
  changed: Uint8Array;
}

/** `kept` with its pages renumbered (-1 leaves one out, the others stay in order), and with the words of the pages in `fresh`. */
export function patchPostings(kept: Postings, renumber: Int32Array, fresh: Postings): Patched {
  if (kept.words.length === 0) return { ...fresh, changed: new Uint8Array(fresh.words.length).fill(1) };
  const made = openPostings(kept.words.length + fresh.words.length, kept.lists.length + fresh.lists.length);
  const moved = countMoved(kept, renumber);
  const hasStayed = renumber.every((page, old) => page < 0 || page === old); // else numbers of the two are of different pages
  let a = 0;
  let b = 0;
  const merge = (word: string, old: Uint32Array, own: Uint32Array) => made.close(word, mergeLists(old, renumber, own, made.lists, made.end()));
  const mergeFreshBefore = (word: string | undefined) => {
    for (; b < fresh.words.length && (word === undefined || compareWords(fresh.words[b]!, word) < 0); b += 1) merge(fresh.words[b]!, noList, listAt(fresh, b));
  };
  for (let next = 0; next < kept.words.length; next += 1) {
    const word = kept.words[next]!;
    const order = b < fresh.words.length ? compareWords(fresh.words[b]!, word) : 1;
    if (order > 0 && moved[next] === 0) continue;
    const old = listAt(kept, next);
    if (order === 0 && hasStayed && moved[next] === countPages(fresh, b) && listAt(fresh, b).every((value) => hasPage(old, value))) {
      b += 1; // cut anew, and the same
      continue;
    }
    made.copy(kept, a, next);
    mergeFreshBefore(word);
    merge(word, old, fresh.words[b] === word ? listAt(fresh, b++) : noList);
    a = next + 1;
  }
  made.copy(kept, a, kept.words.length);
  mergeFreshBefore(undefined);
  return made.result();
}

function hasPage(list: Uint32Array, value: number): boolean {
  return list[placeOf(list.length, (place) => list[place]! < value)] === value;
}

/** By word: how many of its pages are left out or get another number. */
function countMoved({ words, starts, lists }: Postings, renumber: Int32Array): Uint32Array {
  const moved = new Uint32Array(words.length);
  let index = 0;
  for (let place = 0; place < lists.length; place += 1) {
    const page = lists[place]! >>> 8;
    if (renumber[page] === page) continue;
    while (starts[index + 1]! <= place) index += 1;
    moved[index]! += 1;
  }
  return moved;
}

const noList = new Uint32Array();

/** Writes `old`, its pages renumbered, and `fresh` to the place `at` of `into`; gives the place behind them. */
function mergeLists(old: Uint32Array, renumber: Int32Array, fresh: Uint32Array, into: Uint32Array, at: number): number {
  let next = 0;
  for (let place = 0; place < old.length; place += 1) {
    const page = renumber[old[place]! >>> 8]!;
    if (page < 0) continue;
    const value = page * fieldBits + (old[place]! & 0xff);
    while (next < fresh.length && fresh[next]! < value) into[at++] = fresh[next++]!;
    into[at++] = value;
  }
  while (next < fresh.length) into[at++] = fresh[next++]!;
  return at;
}

/** Postings in the making; words come in order, those whose list stays empty are left out. */
function openPostings(maxWords: number, maxPages: number) {
  const words: string[] = [];
  const starts = new Uint32Array(maxWords + 1);
  const lists = new Uint32Array(maxPages);
  const changed = new Uint8Array(maxWords);
  let isGone = false;
  const end = () => starts[words.length]!;
  const mark = (isChanged: boolean) => {
    changed[words.length] = Number(isChanged || isGone);
    isGone = false;
  };
  return {
    lists,
    end,
    /** Takes the words of `from` from one place to another as they are. */
    copy(from: Postings, first: number, behind: number) {
      if (first === behind) return;
      mark(false);
      const shift = end() - from.starts[first]!;
      lists.set(from.lists.subarray(from.starts[first], from.starts[behind]), end());
      for (let index = first; index < behind; index += 1) starts[words.push(from.words[index]!)] = from.starts[index + 1]! + shift;
    },
    /** Ends the list of `word`, which may be another one than before, at a place of `lists`. */
    close(word: string, at: number) {
      if (at === end()) isGone = true;
      else {
        mark(true);
        starts[words.push(word)] = at;
      }
    },
    result: (): Patched => ({ words, starts: starts.subarray(0, words.length + 1), lists: lists.subarray(0, end()), changed }),
  };
}
