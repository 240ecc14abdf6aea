/** `/dist-manifest.json`: every file of a built tree, so that an upload and a purge of caches move only what differs. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { contentType } from '#lib/media-types.ts';
import { manifestPath } from './own-tree.ts';
import type { FileState } from './products/state.ts';

const schema = z.object({
  version: z.literal(1),
  files: z.array(z.object({
    path: z.string(),
    /** The first 32 hexadecimal digits of its SHA-256. */
    hash: z.string(),
    /** Bytes. */
    size: z.int(),
    /** Media type, as hosts are to send it. */
    type: z.string(),
  })),
});

export type Manifest = z.output<typeof schema>;

/** What differs between two trees, as sorted paths. */
export interface TreeDifference {
  added: string[];
  changed: string[];
  removed: string[];
}

/** The manifest of `files` as text, a file a line, sorted by path. It does not name itself. */
export function printManifest(files: ReadonlyMap<string, FileState>): string {
  const paths = [...files.keys()].filter((path) => path !== manifestPath).sort();
  const lines = paths.map((path) => {
    const { hash, size } = files.get(path)!;
    return `{"path":${JSON.stringify(path)},"hash":"${hash}","size":${size},"type":"${contentType(path)}"}`;
  });
  return `{"version":1,"files":[\n${lines.join(',\n')}\n]}\n`;
}

/** The manifest in the file `path`, or of the built tree in the folder `path`; undefined where none can be read. */
export function readManifest(path: string): Manifest | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(statSync(path).isDirectory() ? join(path, manifestPath) : path, 'utf8')));
  } catch {
    return undefined;
  }
}

/** What has to be done to a tree that is `old`, so that it becomes `next`. */
export function diffManifests(old: Manifest, next: Manifest): TreeDifference {
  const before = new Map(old.files.map(({ path, hash }) => [path, hash]));
  const after = new Set(next.files.map(({ path }) => path));
  return {
    added: next.files.filter(({ path }) => !before.has(path)).map(({ path }) => path),
    changed: next.files.filter(({ path, hash }) => before.has(path) && before.get(path) !== hash).map(({ path }) => path),
    removed: old.files.filter(({ path }) => !after.has(path)).map(({ path }) => path),
  };
}
