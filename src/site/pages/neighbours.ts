/** What comes before and after an entry, where its kind has an order to read in. */
import type { Entry } from '#model/entry.ts';
import { compare } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import type { EntryProps, Link } from '#ui/props.ts';

/** The neighbours of `entry`, the earlier one first. */
export function neighboursOf(site: Site, entry: Entry): EntryProps['neighbours'] {
  const [previous, next] = around(site, entry).map((other): Link | undefined => other && { text: other.brief.title, href: site.href(other.path) });
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

function around(site: Site, entry: Entry): readonly (Entry | undefined)[] {
  // Lists by date begin with the newest.
  if (entry.kind.sequence === 'date') return [...site.beside(entry)].reverse();
  const parts = entry.kind.sequence === 'parts' ? siblings(site, entry) : [];
  const at = parts.findIndex(({ ref }) => ref === entry.ref);
  return at < 0 ? [] : [parts[at - 1], parts[at + 1]];
}

/** The parts of the same kind of what `entry` says it is part of, the first published first. */
function siblings(site: Site, { ref, kind }: Entry): Entry[] {
  const whole = site.relations(ref).find(({ as, derived }) => as === 'partOf' && !derived)?.to;
  const parts = whole ? site.relations(whole).flatMap(({ as, to }) => (as === 'hasPart' ? [site.entry(to)!] : [])) : [];
  return parts.filter((part) => part.kind === kind).sort((a, b) => compare(a.brief.published, b.brief.published) || compare(a.ref, b.ref));
}
