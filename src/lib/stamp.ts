/** Telling from what the file system says of a file whether it is still the one that it was. */
import type { Stats } from 'node:fs';

/** Milliseconds within which a file may change again without a new time: two seconds on FAT. */
const coarsest = 2000;

/**
 * Changes whenever a file does. Empty for one that was changed just before `now`: only its bytes can tell.
 * See https://git-scm.com/docs/racy-git
 */
export function stampOf({ mtimeMs, ctimeMs, size, ino }: Stats, now: number): string {
  return now - Math.max(mtimeMs, ctimeMs) < coarsest ? '' : [mtimeMs, ctimeMs, size, ino].join(' ');
}
