/** The words of a site, cut anew only where a page changed since its last build. */
import type { Kept } from './keep.ts';
import { makePostings, noPostings, patchPostings, type Postings } from './postings.ts';
import type { SearchRecord } from './records.ts';
import type { Texts } from './texts.ts';

/** The postings of `records`, whose places are the numbers of their pages. The same as without anything kept. */
export function updatePostings(records: readonly SearchRecord[], cut: (texts: Texts) => ReadonlyMap<string, number>, kept: Kept | undefined): Postings {
  const renumber = kept ? renumberPages(kept.pages, records) : new Int32Array();
  const same = new Set(renumber);
  const changed = [...records.entries()].filter(([page]) => !same.has(page));
  const fresh = makePostings((function* () {
    for (const [page, record] of changed) yield { page, words: cut(record.texts()) };
  })());
  return patchPostings(kept?.postings ?? noPostings, renumber, fresh);
}

/** The new number of each page that was kept; -1 for those that changed or are gone. Pages that changed places count as changed, all of them. */
function renumberPages(kept: Kept['pages'], records: readonly SearchRecord[]): Int32Array {
  const numbers = new Map(records.map((record, page) => [nameState(record), page]));
  const renumber = Int32Array.from(kept, (name) => numbers.get(name) ?? -1);
  const stayed = renumber.filter((page) => page >= 0);
  return stayed.every((page, index) => index === 0 || page > stayed[index - 1]!) ? renumber : renumber.fill(-1);
}

/** What tells a state of a page from others. */
export function nameState({ ref, key }: SearchRecord): string {
  return `${key} ${ref}`;
}
