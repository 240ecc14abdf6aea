/** The pages of words, turned out of the words of pages. */
import type { PageWords, SiteWords } from './update.ts';
import { fieldBits } from './words.ts';

/** Gives by the number of a word that `isWanted` marks the pages that hold it, in rising order: 256 times the number of each, plus a bit for each field. */
export function listPages({ pages, counts }: Pick<SiteWords, 'pages' | 'counts'>, isWanted?: Uint8Array): (number: number) => Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (let number = 0; number < counts.length; number += 1) starts[number + 1] = starts[number]! + (isWanted?.[number] === 0 ? 0 : counts[number]!);
  const ends = starts.slice();
  const lists = new Uint32Array(starts[counts.length]!);
  for (let page = 0; page < pages.length; page += 1) {
    const { list } = pages[page]!;
    for (let at = 0; at < list.length; at += 1) {
      const number = list[at]! >>> 8;
      if (isWanted?.[number] !== 0) lists[ends[number]!++] = page * fieldBits + (list[at]! & 0xff);
    }
  }
  return (number) => lists.subarray(starts[number], starts[number + 1]);
}

/** By number of the word: 1 where it stands on other pages or in other fields than in `kept`. */
export function markChanged({ pages, counts }: SiteWords, kept: Pick<SiteWords, 'pages'>): Uint8Array {
  const changed = new Uint8Array(counts.length);
  if (pages.length !== kept.pages.length) return changed.fill(1);
  const fields = new Uint8Array(counts.length);
  for (const [place, page] of pages.entries()) if (page !== kept.pages[place]) markBetween(kept.pages[place]!, page, changed, fields);
  return changed;
}

/** `fields` is empty before and after. */
function markBetween({ list: old }: PageWords, { list: now }: PageWords, changed: Uint8Array, fields: Uint8Array): void {
  for (const value of old) fields[value >>> 8] = value & 0xff;
  for (const value of now) {
    if (fields[value >>> 8] !== (value & 0xff)) changed[value >>> 8] = 1;
    fields[value >>> 8] = 0;
  }
  for (const value of old) {
    if (fields[value >>> 8] !== 0) changed[value >>> 8] = 1;
    fields[value >>> 8] = 0;
  }
}
