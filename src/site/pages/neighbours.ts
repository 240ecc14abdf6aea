/** What comes before and after an entry, where its kind has an order to read in. */
import type { Entry } from '#model/entry.ts';
import type { Site } from '#model/site.ts';
import type { EntryProps, Link } from '#ui/props.ts';

/** The neighbours of `entry`, the earlier one first. */
export function neighboursOf(site: Site, entry: Entry): EntryProps['neighbours'] {
  if (!entry.kind.sequence) return {};
  const [previous, next] = site.beside(entry).map((other): Link | undefined => other && { text: other.brief.title, href: site.href(other.path) });
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}
