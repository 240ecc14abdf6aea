/** Where a file differs from the one that was proven in its place, by its bytes alone. Large files are never held whole. */
import type { Tree } from '#lib/tree.ts';

/** Bytes of a file. */
export interface Stretch {
  start: number;
  end: number;
}

/** The stretch `now` of a file took the place of the stretch `before`: all bytes around them are the same. */
export interface Replaced {
  now: Stretch;
  before: Stretch;
}

const chunk = 1 << 20;

/** Where the file at `path` of the tree `now` differs from the one in `before`. */
export function findReplaced(path: string, now: Tree, before: Tree): Replaced {
  const [size, sizeBefore] = [now.size(path), before.size(path)];
  const shorter = Math.min(size, sizeBefore);
  const start = countSame(shorter, (from, to) => [now.read(path, from, to), before.read(path, from, to)], (a, b) => a.findIndex((byte, index) => byte !== b[index]));
  const tail = countSame(shorter - start, (from, to) => [now.read(path, size - to, size - from), before.read(path, sizeBefore - to, sizeBefore - from)], (a, b) => a.length - 1 - a.findLastIndex((byte, index) => byte !== b[index]));
  return { now: { start, end: size - tail }, before: { start, end: sizeBefore - tail } };
}

/** How many of `most` bytes are the same, given both in chunks; `count` tells it of a chunk. */
function countSame(most: number, read: (from: number, to: number) => [Buffer, Buffer], count: (a: Buffer, b: Buffer) => number): number {
  for (let from = 0; from < most; from += chunk) {
    const [a, b] = read(from, Math.min(most, from + chunk));
    if (!a.equals(b)) return from + count(a, b);
  }
  return most;
}

/** `replaced` of the file at `path` of `tree`, widened until it begins with `mark` and ends before one, or with the file; undefined where there is no mark before it. */
export function widenTo(mark: string, { now, before }: Replaced, path: string, tree: Tree): Replaced | undefined {
  const size = tree.size(path);
  let [start, end] = [-1, -1];
  for (let reach = 1 << 14, from = now.start; start < 0 && from > 0; reach *= 4) {
    from = Math.max(0, now.start - reach);
    const at = tree.read(path, from, now.start).lastIndexOf(mark);
    if (at >= 0) start = from + at;
  }
  for (let reach = 1 << 14, to = now.end; end < 0 && to < size; reach *= 4) {
    to = Math.min(size, now.end + reach);
    const at = tree.read(path, now.end, to).indexOf(mark);
    if (at >= 0) end = now.end + at;
  }
  if (start < 0) return undefined;
  const more = (end < 0 ? size : end) - now.end;
  return { now: { start, end: now.end + more }, before: { start, end: before.end + more } };
}
