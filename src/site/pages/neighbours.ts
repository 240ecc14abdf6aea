/** What comes before and after an entry, where its kind has an order to read in. */
import type { Entry } from '#model/entry.ts';
import { compare } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import type { EntryProps, Link } from '#ui/props.ts';

/** The neighbours of `entry`, the earlier one first. */
export function neighboursOf(site: Site, entry: Entry): EntryProps['neighbours'] {
  const [previous, next] = aroundIn(site, entry).map((other): Link | undefined => other && { text: other.data.title, href: site.href(other.path) });
  return { ...(previous ? { previous } : {}), ...(next ? { next } : {}) };
}

function aroundIn(site: Site, entry: Entry): (Entry | undefined)[] {
  const { sequence, id } = entry.kind;
  if (sequence === 'date') {
    const { all, place } = byDate(site, id);
    return [all[place.get(entry)! - 1], all[place.get(entry)! + 1]];
  }
  const parts = sequence === 'parts' ? siblings(site, entry) : [];
  const at = parts.indexOf(entry);
  return [parts[at - 1], parts[at + 1]];
}

/** The parts of the same kind of what `entry` says it is part of. */
function siblings(site: Site, { ref, kind }: Entry): Entry[] {
  const whole = site.relations(ref).find(({ as, derived }) => as === 'partOf' && !derived)?.to;
  const parts = whole ? site.relations(whole).flatMap(({ as, to }) => (as === 'hasPart' ? [site.entry(to)!] : [])) : [];
  return parts.filter((part) => part.kind === kind).sort(inTime);
}

interface Sequence {
  all: readonly Entry[];
  place: ReadonlyMap<Entry, number>;
}

const kept = new WeakMap<Site, Map<string, Sequence>>();

/** The entries of a kind, oldest first; every page asks, and they are put in order once. */
function byDate(site: Site, kind: string): Sequence {
  const sequences = kept.get(site) ?? new Map<string, Sequence>();
  kept.set(site, sequences);
  if (!sequences.has(kind)) {
    const all = [...site.ofKind(kind)].sort(inTime);
    sequences.set(kind, { all, place: new Map(all.map((entry, index) => [entry, index])) });
  }
  return sequences.get(kind)!;
}

function inTime(a: Entry, b: Entry): number {
  return compare(a.data.published, b.data.published) || compare(a.ref, b.ref);
}
