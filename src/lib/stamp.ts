/** Telling from what the file system says of a file whether it is still the one that it was. */
import { readFileSync, statSync, type Stats } from 'node:fs';
import { digest } from './hash.ts';

/** Milliseconds within which a file may change again without a new time: two seconds on FAT. */
const coarsest = 2000;

/**
 * Changes whenever a file does. Empty for one that was changed just before `now`: only its bytes can tell.
 * See https://git-scm.com/docs/racy-git
 */
export function stampOf({ mtimeMs, ctimeMs, size, ino }: Stats, now: number): string {
  return now - Math.max(mtimeMs, ctimeMs) < coarsest ? '' : [mtimeMs, ctimeMs, size, ino].join(' ');
}

/** What the file system says of what stands at `path`, or where a link there leads; undefined where that is nowhere, or round in circles. */
export function statsOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOOP') return undefined;
    throw error;
  }
}

/** Stands for what the file at `path` holds: its stamp, or where that cannot tell a digest of its bytes. Size and time are not enough: what takes its place by rename, or keeps its time as archives do, may have both. */
export function sealOfFile(path: string, now: number = Date.now()): string {
  return stampOf(statSync(path), now) || digest(readFileSync(path));
}
