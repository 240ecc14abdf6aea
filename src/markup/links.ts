/** Which entries lead to which: steps, relations and links in bodies, counted once a pair. */
import type { Entry } from '#model/entry.ts';

/** An entry and the addresses to which it leads. */
export type Leading = Pick<Entry, 'ref' | 'path'> & { leads: readonly string[] };

/** For each of `entries` the references of those that lead to it, in their order. */
export function inboundLinks(entries: readonly Leading[]): ReadonlyMap<string, readonly string[]> {
  const inbound = new Map<string, string[]>();
  const byAddress = new Map<string, string[]>();
  for (const { ref, path } of entries) {
    const sources: string[] = [];
    inbound.set(ref, sources);
    byAddress.set(ref, sources).set(path, sources);
  }
  for (const { ref, path, leads } of entries) {
    for (const address of leads) {
      const sources = address === path || address === ref ? undefined : byAddress.get(address);
      if (sources && sources.at(-1) !== ref) sources.push(ref);
    }
  }
  return inbound;
}
