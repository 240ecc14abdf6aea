/** Dealing out files to threads one by one: each takes those that nobody has taken before, so that all of them end at about the same time. */
import { shareOf } from '#lib/hash.ts';

/** Who has taken which files: by the digest of a path the number of a reader. Two paths that fall together are read by the same one. */
export type Claims = Int32Array<SharedArrayBuffer>;

const slots = 1 << 20;

/** The number of the main thread. */
export const mainReader = 1;

/** The files of which nobody has taken one yet. Threads that hold the same share them. */
export function openClaims(): Claims {
  return new Int32Array(new SharedArrayBuffer(slots * Int32Array.BYTES_PER_ELEMENT));
}

/** Whether the file at `path` is the `reader`'s: it takes it where nobody has. */
export function claimFile(claims: Claims, reader: number, path: string): boolean {
  const owner = Atomics.compareExchange(claims, shareOf(path, slots), 0, reader);
  return owner === 0 || owner === reader;
}
