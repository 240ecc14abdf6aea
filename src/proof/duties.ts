/** What each file must say. */
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Tree } from '#lib/tree.ts';
import type { Reference } from './reference.ts';
import type { Expected, Surface } from './surface.ts';
import { surfaces } from './surfaces/index.ts';

/** What a surface must say in one file. */
export interface Duty {
  /** Unique in a proof, and the same in the next one. */
  id: string;
  surface: Surface;
  expected: Expected;
}

/** By the paths of files. */
export type Duties = ReadonlyMap<string, readonly Duty[]>;

/** What the files must say that are of one of `items` alone. */
export function ownDuties(items: readonly (Entry | TrustPage)[], reference: Reference, { files }: Tree): Duties {
  return group((surface) => items.flatMap((item) => [...(surface.own?.(reference.of(item), reference, (path) => files.has(path)) ?? [])]));
}

/** What the others must say. */
export function sharedDuties(reference: Reference): Duties {
  return group((surface) => surface.shared?.(reference) ?? []);
}

function group(filesOf: (surface: Surface) => Iterable<Expected>): Duties {
  const duties = new Map<string, Duty[]>();
  for (const surface of surfaces) {
    for (const expected of filesOf(surface)) {
      const duty = { id: `${surface.id} ${expected.path}`, surface, expected };
      const known = duties.get(expected.path);
      if (known) known.push(duty);
      else duties.set(expected.path, [duty]);
    }
  }
  return duties;
}
