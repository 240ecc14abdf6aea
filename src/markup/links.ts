/** Which entries lead to which: steps, relations and links in bodies, counted once a pair. */
import type { Entry } from '#model/entry.ts';
import { isReference } from '#model/fields.ts';
import { splitFragment } from '#model/target.ts';
import type { Edition } from './edition.ts';
import { leadsOf } from './leads.ts';

/** For each entry the references of the entries that lead to it, in the order of the site. */
export function inboundLinks(edition: Pick<Edition, 'site' | 'document'>): Map<string, string[]> {
  const byPath = new Map(edition.site.entries.map(({ path, ref }) => [path, ref]));
  const inbound = new Map<string, string[]>(edition.site.entries.map(({ ref }) => [ref, []]));
  for (const entry of edition.site.entries) {
    for (const to of outboundReferences(edition, entry, byPath)) {
      if (to !== entry.ref) inbound.get(to)?.push(entry.ref);
    }
  }
  return inbound;
}

function outboundReferences({ document }: Pick<Edition, 'document'>, entry: Entry, byPath: ReadonlyMap<string, string>): Set<string> {
  return new Set(leadsOf(entry, document(entry)).flatMap(({ to }) => {
    const [address] = splitFragment(to);
    return isReference(address) ? address : byPath.get(address) ?? [];
  }));
}
