/** The words of a site, cut anew only where a page changed since its last build. */
import type { Normalise } from '../text/normalise.ts';
import { makeCutter } from './cutter.ts';
import { makePostings } from './gather.ts';
import { namesIn } from './names.ts';
import { patchPostings, type Patched } from './patch.ts';
import type { Postings } from './postings.ts';
import type { SearchRecord } from './records.ts';

/** What is known of the words of a site. */
export interface SiteWords {
  /** By number of the page: its state, and the names it gives, separated by spaces. */
  pages: readonly (readonly [state: string, names: string])[];
  postings: Postings;
}

const noWords: SiteWords = { pages: [], postings: { words: [], starts: new Uint32Array(1), lists: new Uint32Array() } };

/** The words of `records`, whose places are the numbers of their pages; `terms` are the names of each term of the site. The same as without anything kept. */
export function updateWords(records: readonly SearchRecord[], terms: readonly (readonly string[])[], normalise: Normalise, kept: SiteWords = noWords): SiteWords & { postings: Patched } {
  const renumber = renumberPages(kept.pages, records);
  const names = new Map(Array.from(renumber, (page, old) => [page, kept.pages[old]![1]]));
  const changed = [...records.keys()].filter((page) => !names.has(page));
  const cut = makeCutter(terms, normalise);
  const fresh = makePostings(changed, (page, take) => cut(records[page]!.texts(), take));
  return {
    pages: records.map((record, page) => [record.state, names.get(page) ?? namesIn([...record.names, ...record.asks()], normalise).join(' ')]),
    postings: patchPostings(kept.postings, renumber, fresh),
  };
}

/** The new number of each page that was kept; -1 for those that changed or are gone. Pages that changed places count as changed, all of them. */
function renumberPages(kept: SiteWords['pages'], records: readonly SearchRecord[]): Int32Array {
  const numbers = new Map(records.map(({ state }, page) => [state, page]));
  const renumber = Int32Array.from(kept, ([state]) => numbers.get(state) ?? -1);
  const stayed = renumber.filter((page) => page >= 0);
  return stayed.every((page, index) => index === 0 || page > stayed[index - 1]!) ? renumber : renumber.fill(-1);
}
