/** What was learned of a content folder before, so that only what changed is read, compiled and checked anew. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digest } from '#lib/hash.ts';
import { openPack } from '#lib/pack.ts';
import { openShelf, type Shelf } from '#lib/shelf.ts';
import { openMarkupCache, type MarkupCache } from '#markup/cache.ts';
import { cacheDir, projectRoot, sourceDigest } from './project.ts';

export interface Memory {
  /** Content files with what rests on each alone. */
  files: Shelf;
  /** HTML and Markdown of bodies. */
  readonly forms: MarkupCache;
  /** What `make` gives, made anew only when `basis`, which names everything that it rests on, was never met before. It must survive JSON. */
  keep<Value>(basis: string, make: () => Value): Value;
  save(): void;
}

/** The memory of the folder `contentDir` on disk. Another version of the generator begins anew. */
export function openMemory(contentDir: string): Memory {
  const version = digest([sourceDigest('lib', 'model', 'markup', 'kinds', 'checks'), readFileSync(join(projectRoot, 'package-lock.json'), 'utf8'), process.version].join('\0'));
  const files = openShelf(siteFolder(resolve(contentDir)), version);
  const results = openPack<unknown>(join(cacheDir, 'results'), version);
  let forms: MarkupCache | undefined;
  return {
    files,
    get forms() {
      return (forms ??= openMarkupCache(join(cacheDir, 'markup')));
    },
    keep<Value>(basis: string, make: () => Value): Value {
      const key = digest(basis);
      const known = results.get(key);
      if (known !== undefined) return known as Value;
      const value = make();
      results.set(key, value);
      return value;
    },
    save() {
      forms?.save();
      files.save();
      results.save();
    },
  };
}

/** How many content folders are remembered. */
const mostSites = 30;

/** Where files of one content folder are kept. Those not written to for the longest time make room for a new one. */
function siteFolder(contentDir: string): string {
  const parent = join(cacheDir, 'files');
  const name = digest(contentDir);
  const all = namesIn(parent);
  if (!all.includes(name) && all.length >= mostSites) {
    const byAge = all.map((other) => ({ other, time: statSync(join(parent, other), { throwIfNoEntry: false })?.mtimeMs ?? 0 })).sort((a, b) => b.time - a.time);
    for (const { other } of byAge.slice(mostSites - 1)) rmSync(join(parent, other), { recursive: true, force: true });
  }
  return join(parent, name);
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
