/** Which entries lead to which: steps, relations and links in bodies, counted once a pair. */
import type { Edition } from './edition.ts';

/** For each entry the references of the entries that lead to it, in the order of the site. */
export function inboundLinks({ site, leads }: Pick<Edition, 'site' | 'leads'>): Map<string, string[]> {
  const inbound = new Map<string, string[]>();
  const byAddress = new Map<string, string[]>();
  for (const { ref, path } of site.entries) {
    const sources: string[] = [];
    inbound.set(ref, sources);
    byAddress.set(ref, sources).set(path, sources);
  }
  for (const entry of site.entries) {
    for (const address of leads(entry)) {
      const sources = address === entry.path || address === entry.ref ? undefined : byAddress.get(address);
      if (sources && sources.at(-1) !== entry.ref) sources.push(entry.ref);
    }
  }
  return inbound;
}
