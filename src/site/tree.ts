/** A built tree as it will be once it is published: files that stay in the old one, and those that were made beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '#lib/tree.ts';
import { listFiles } from './publish.ts';

/** The tree in the folder `dir`. */
export function openTree(dir: string): Tree {
  return { files: new Set(listFiles(dir).sort()), read: (path) => readFileSync(join(dir, path)) };
}

/** The tree of `files`, of which those in `kept` stand in `old` and the others in `next`. */
export function layTrees(old: string, next: string, files: Iterable<string>, kept: ReadonlySet<string>): Tree {
  return { files: new Set([...files].sort()), read: (path) => readFileSync(join(kept.has(path) ? old : next, path)) };
}
