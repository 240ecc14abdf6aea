/** A built tree as it will be once it is published: files that stay in the old one, and those that were made beside it. */
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { listTree } from '#lib/list-tree.ts';
import type { Tree } from '#lib/tree.ts';

/** The tree in the folder `dir`; `files` are those of it that count. */
export function openTree(dir: string, files: Iterable<string> = listTree(dir).files): Tree {
  return makeTree(files, () => dir);
}

/** The tree of `files`, of which those in `kept` stand in `old` and the others in `next`. */
export function layTrees(old: string, next: string, files: Iterable<string>, kept: ReadonlySet<string>): Tree {
  return makeTree(files, (path) => (kept.has(path) ? old : next));
}

function makeTree(files: Iterable<string>, folderOf: (path: string) => string): Tree {
  const place = (path: string) => join(folderOf(path), path);
  return {
    files: new Set(files),
    read: (path) => readFileSync(place(path)),
    text: (path) => readFileSync(place(path), 'utf8'),
    readPart: (path, start, end, target = Buffer.allocUnsafe(end - start)) => readPart(place(path), start, end, target),
    size: (path) => statSync(place(path)).size,
  };
}

function readPart(file: string, start: number, end: number, target: Buffer): Buffer {
  const handle = openSync(file, 'r');
  try {
    return target.subarray(0, readSync(handle, target, 0, end - start, start));
  } finally {
    closeSync(handle);
  }
}
