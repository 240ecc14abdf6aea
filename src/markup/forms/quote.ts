/** What goes along wherever an entry is quoted. */
import { prosePlain } from '#lib/prose.ts';
import type { Entry } from '#model/entry.ts';
import type { Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';

/** The lines of a quotation before its source: the answer, where it does not hold, and that it is past its review where it is. `sayDay` prints a day. */
export function quoteLines(site: Site, entry: Entry, sayDay: (day: string) => string): string[] {
  const say = words[site.lang];
  const { shortAnswer, boundaries } = entry.data;
  const { state, due } = site.review(entry);
  return [shortAnswer, `${say.notFor}${say.colon}${prosePlain(boundaries.notFor[0]!)}`, ...(state === 'overdue' ? [say.overdueNote(sayDay(due))] : [])];
}
