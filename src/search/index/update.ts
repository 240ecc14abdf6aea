/** The words of a site, cut anew only where a page changed since its last build. */
import { once } from '#lib/once.ts';
import type { Normalise } from '../text/normalise.ts';
import { bitOf } from './cutter.ts';
import { namesIn } from './names.ts';
import type { SearchRecord } from './records.ts';
import type { Texts } from './texts.ts';
import { openVocabulary, type Numbered, type TakeWord } from './vocabulary.ts';

/** What is known of the words of a page. */
export interface PageWords {
  /** That of its record. */
  state: string;
  /** The names it gives, separated by spaces. */
  names: string;
  /** The words that it holds, in any order: 256 times the number of each, plus a bit for each field. */
  list: Uint32Array;
}

/** Words that pages hold, with their numbers. */
export interface SiteWords extends Numbered {
  /** By number of the page. */
  pages: readonly PageWords[];
  /** By number of the word: how many pages hold it, and how many in another field than the body. */
  counts: Uint32Array;
  beside: Uint32Array;
}

export const noWords: SiteWords = { pages: [], words: [], numbers: new Uint32Array(), counts: new Uint32Array(), beside: new Uint32Array() };

/** The words of `records`, whose places are the numbers of their pages, by what `cut` gives for texts. But for the numbers of words the same as without anything kept. */
export function updateWords(records: readonly SearchRecord[], cut: (texts: Texts, take: TakeWord) => void, normalise: Normalise, kept: SiteWords = noWords): SiteWords {
  const vocabulary = openVocabulary(kept);
  const elsewhere = once(() => new Map(kept.pages.map((page) => [page.state, page])));
  const pages = records.map((record, place): PageWords => {
    const { state } = record;
    const there = kept.pages[place];
    return (there?.state === state ? there : elsewhere().get(state)) ?? {
      state,
      names: namesIn([...record.names, ...record.asks()], normalise).join(' '),
      list: vocabulary.listOf((take) => cut(record.texts(), take)),
    };
  });
  const { words, numbers, size } = vocabulary.all();
  const { counts, beside } = countPages(pages, size, kept);
  return { pages, counts, beside, ...(numbers.every((number) => counts[number]! > 0) ? { words, numbers } : held({ words, numbers }, counts)) };
}

/** By number of the word, of which there are `size`: how many of `pages` hold it, and how many in another field than the body. Counted from what they were for the pages of `kept`. */
export function countPages(pages: SiteWords['pages'], size: number, kept = noWords): Pick<SiteWords, 'counts' | 'beside'> {
  const [counts, beside] = [new Uint32Array(size), new Uint32Array(size)];
  counts.set(kept.counts.subarray(0, size));
  beside.set(kept.beside.subarray(0, size));
  const add = ({ list }: PageWords, by: 1 | -1) => {
    for (const value of list) {
      counts[value >>> 8]! += by;
      if ((value & 0xff) !== body) beside[value >>> 8]! += by;
    }
  };
  for (let place = 0; place < Math.max(pages.length, kept.pages.length); place += 1) {
    const [now, old] = [pages[place], kept.pages[place]];
    if (now === old) continue;
    if (now) add(now, 1);
    if (old) add(old, -1);
  }
  return { counts, beside };
}

const body = bitOf('body');

/** The words that a page still holds. */
function held({ words, numbers }: Numbered, counts: Uint32Array): Numbered {
  const isHeld = (index: number) => counts[numbers[index]!]! > 0;
  return { words: words.filter((_, index) => isHeld(index)), numbers: numbers.filter((_, index) => isHeld(index)) };
}
