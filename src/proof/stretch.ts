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

/** Where the file at `path` of the tree `now` differs from the one in `before`. */
export function findReplaced(path: string, now: Tree, before: Tree): Replaced {
  const [size, sizeBefore] = [now.size(path), before.size(path)];
  const shorter = Math.min(size, sizeBefore);
  const start = countSame(shorter, (from, to) => now.readPart(path, from, to, chunks[0]).equals(before.readPart(path, from, to, chunks[1])));
  const tail = countSame(shorter - start, (from, to) => now.readPart(path, size - to, size - from, chunks[0]).equals(before.readPart(path, sizeBefore - to, sizeBefore - from, chunks[1])));
  return { now: { start, end: size - tail }, before: { start, end: sizeBefore - tail } };
}

const chunk = 1 << 18;
const chunks = [Buffer.alloc(chunk), Buffer.alloc(chunk)] as const;

/** How many of `most` bytes are the same from the first one on, where `isSame` tells of those from one up to another. */
function countSame(most: number, isSame: (from: number, to: number) => boolean): number {
  let [from, step] = [0, chunk];
  while (from < most && step >= 1) {
    const to = Math.min(most, from + step);
    if (isSame(from, to)) from = to;
    else if (step === 1) return from;
    else step = Math.ceil(Math.min(step, to - from) / 2);
  }
  return from;
}

/** `replaced` of the file at `path` of `tree`, widened until it begins with `mark` and ends before one, or with the file; undefined where there is no mark before it. */
export function widenTo(mark: string, { now, before }: Replaced, path: string, tree: Tree): Replaced | undefined {
  const size = tree.size(path);
  let [start, end] = [-1, -1];
  for (let reach = 1 << 14, from = now.start; start < 0 && from > 0; reach *= 4) {
    from = Math.max(0, now.start - reach);
    const at = tree.readPart(path, from, now.start).lastIndexOf(mark);
    if (at >= 0) start = from + at;
  }
  for (let reach = 1 << 14, to = now.end; end < 0 && to < size; reach *= 4) {
    to = Math.min(size, now.end + reach);
    const at = tree.readPart(path, now.end, to).indexOf(mark);
    if (at >= 0) end = now.end + at;
  }
  if (start < 0) return undefined;
  const more = (end < 0 ? size : end) - now.end;
  return { now: { start, end: now.end + more }, before: { start, end: before.end + more } };
}

/**
 * What of `replaced` of the file at `path` differs item by item, each of which begins with `mark`: one title may stand in the
 * first and the last of them. Where the two trees do not have as many, or many differ, it is one stretch. Undefined where there is no mark before it.
 */
export function findChanges(mark: string, replaced: Replaced, path: string, now: Tree, before: Tree): Replaced[] | undefined {
  const wide = widenTo(mark, replaced, path, now);
  if (!wide) return undefined;
  const [items, old] = [itemsOf(path, mark, now, wide.now), itemsOf(path, mark, before, wide.before)];
  const changes: Replaced[] = [];
  for (;;) {
    const [item, was] = [items.next().value, old.next().value];
    if (!item && !was) return changes;
    if (!item || !was || changes.length > mostChanges) return [wide];
    if (item.bytes.equals(was.bytes)) continue;
    const last = changes.at(-1);
    if (last?.now.end === item.start) [last.now.end, last.before.end] = [item.end, was.end];
    else changes.push({ now: { start: item.start, end: item.end }, before: { start: was.start, end: was.end } });
  }
}

/** Stretches that are looked at one by one. */
const mostChanges = 200;

/** The items in a stretch that begins with one. */
function* itemsOf(path: string, mark: string, tree: Tree, stretch: Stretch): Generator<Stretch & { bytes: Buffer }, undefined> {
  let { start } = stretch;
  for (const bytes of chunksOf(path, mark, tree, stretch)) {
    for (let from = 0; from < bytes.length; ) {
      const next = bytes.indexOf(mark, from + mark.length);
      const item = bytes.subarray(from, next < 0 ? bytes.length : next);
      yield { bytes: item, start, end: (start += item.length) };
      from += item.length;
    }
  }
}

/** The text in a stretch of a file. */
export function textOf(tree: Tree, file: string, { start, end }: Stretch): string {
  return tree.readPart(file, start, end).toString();
}

/** The text of a file in stretches of about `length` bytes, which end where a `mark` begins. Short ones are gone with the next: what is large stays in the heap until all of it is looked through. */
export function* stretchesOf(file: string, mark: string, tree: Tree, length?: number): Generator<string> {
  for (const bytes of chunksOf(file, mark, tree, { start: 0, end: tree.size(file) }, length)) yield bytes.toString();
}

/** The bytes of a stretch, about `length` at once, which end where a `mark` begins. Each holds until the next is asked for. */
function* chunksOf(file: string, mark: string, tree: Tree, { start, end: last }: Stretch, length = 1 << 16): Generator<Buffer> {
  let room = Buffer.allocUnsafe(length);
  for (let reach = length; start < last; ) {
    const end = Math.min(last, start + reach);
    if (end - start > room.length) room = Buffer.allocUnsafe(end - start);
    const bytes = tree.readPart(file, start, end, room);
    const cut = end === last ? bytes.length : bytes.lastIndexOf(mark);
    if (cut > 0) yield bytes.subarray(0, cut);
    [start, reach] = cut > 0 ? [start + cut, length] : [start, reach * 2];
  }
}
