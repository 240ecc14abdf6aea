/** What compiled templates rest on, as one digest. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { startDigest } from '#lib/hash.ts';

/** Files beside src/ that decide what the templates become; those that do not exist count as such. */
const beside = [
  'astro.config.mjs', 'astro.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json',
  '.env', '.env.production', '.env.local', '.env.production.local',
  'node_modules/astro/package.json', // the lockfile may not be what is installed
];

/** Name of the compiled templates: a hash of everything they are made from; `own` is what the site itself decides. About 1 ms per 10 files. */
export function templateKey(root: string, own: string): string {
  const inside = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
  return digestFiles(root, [...beside.filter((name) => existsSync(join(root, name))), ...inside], `${own}\0${process.versions.node.split('.')[0]}\0`);
}

/** Digest of `files` below `folder`, by their names and bytes, and of `more`. */
export function digestFiles(folder: string, files: readonly string[], more = ''): string {
  const sum = startDigest();
  sum.add(Buffer.from(more));
  for (const file of files) {
    const bytes = readFileSync(join(folder, file));
    sum.add(Buffer.from(`${file}\0${bytes.length}\0`));
    sum.add(bytes);
  }
  return sum.finish();
}
