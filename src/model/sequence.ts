/** In which order entries are read, where their kind has one. */
import type { Entry } from './entry.ts';
import type { Kind } from './kind.ts';
import { compare } from './problem.ts';

/** Where an entry stands among those that are read one after the other. */
export interface Place {
  list: readonly Entry[];
  index: number;
}

/** The place of each entry that has one, by its reference. `byKind` has the entries of kinds in the order of their lists, `living` all of them by reference. */
export function sequencesOf(kinds: readonly Kind[], byKind: ReadonlyMap<string, readonly Entry[]>, living: ReadonlyMap<string, Entry>): ReadonlyMap<string, Place> {
  return new Map(kinds.flatMap(({ id, sequence }) => {
    const entries = byKind.get(id)!;
    if (sequence === 'date') return placesIn(entries.toReversed()); // lists by date begin with the newest
    return sequence === 'parts' ? placesOfParts(entries, living) : [];
  }));
}

/** Parts of one whole, the first published first. Who is part of several is read with those of the first that is named. */
function placesOfParts(entries: readonly Entry[], living: ReadonlyMap<string, Entry>): [string, Place][] {
  const wholesOf = ({ brief }: Entry) => new Set(brief.relations.filter(({ to, as }) => as === 'partOf' && living.has(to)).map(({ to }) => to));
  const parts = Map.groupBy(entries.flatMap((entry) => Array.from(wholesOf(entry), (whole) => ({ entry, whole }))), ({ whole }) => whole);
  return [...parts].flatMap(([whole, some]) => {
    const list = some.map(({ entry }) => entry).sort((a, b) => compare(a.brief.published, b.brief.published) || compare(a.ref, b.ref));
    return placesIn(list).filter(([, { index }]) => wholesOf(list[index]!).values().next().value === whole);
  });
}

function placesIn(list: readonly Entry[]): [string, Place][] {
  return list.map(({ ref }, index) => [ref, { list, index }]);
}
