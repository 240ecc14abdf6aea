import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files beside src/ that decide what the templates become; those that do not exist count as such. */
const BESIDE = [
  'astro.config.mjs', 'astro.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json',
  '.env', '.env.production', '.env.local', '.env.production.local',
  'node_modules/astro/package.json', // the lockfile may not be what is installed
];

/** Name of the compiled templates: a hash of everything they are made from; `own` is what the site itself decides. About 1 ms per 10 files. */
export function templateKey(root: string, own: string): string {
  const hash = createHash('sha256').update(`${own}\0${process.versions.node.split('.')[0]}\0`);
  const inside = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
  for (const file of [...BESIDE.filter((name) => existsSync(join(root, name))), ...inside]) {
    const bytes = readFileSync(join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 32);
}
