/** What is searched of postings: a word that many pages hold tells them apart the least, so their bodies do not count for it. */
import { bitOf } from './cutter.ts';
import type { Patched } from './patch.ts';
import { countPages, listAt, type Postings } from './postings.ts';

/** Postings, of which the lists are only made for those who ask. */
export interface Searched extends Pick<Patched, 'words' | 'starts' | 'changed'> {
  /** The list of the word at `index`. */
  list(index: number): Uint32Array;
}

/** `postings` without the bodies that hold a word of more than `most` pages. It was `mostBefore` when they were patched. */
export function searchedWords(postings: Patched, most: number, mostBefore: number): Searched {
  const words: string[] = [];
  const places: number[] = [];
  const starts = new Uint32Array(postings.words.length + 1);
  const changed = new Uint8Array(postings.words.length);
  let isGone = false;
  for (let place = 0; place < postings.words.length; place += 1) {
    const pages = countPages(postings, place);
    const size = pages > most ? countBeside(postings, place) : pages;
    const isChanged = postings.changed[place] === 1 || pages > most !== pages > mostBefore;
    if (size === 0) isGone ||= isChanged;
    else {
      const index = words.push(postings.words[place]!) - 1;
      places.push(place);
      changed[index] = Number(isChanged || isGone);
      starts[index + 1] = starts[index]! + size;
      isGone = false;
    }
  }
  return {
    words,
    starts: starts.subarray(0, words.length + 1),
    changed,
    list(index) {
      const list = listAt(postings, places[index]!);
      return list.length > most ? list.map((value) => value & ~body).filter((value) => value & 0xff) : list;
    },
  };
}

const body = bitOf('body');

/** How many pages hold the word at `place` in another field than the body. */
function countBeside({ starts, lists }: Postings, place: number): number {
  let count = 0;
  for (let at = starts[place]!; at < starts[place + 1]!; at += 1) if (lists[at]! & 0xff & ~body) count += 1;
  return count;
}
