/** What was learned of a content folder before, so that only what changed is read, compiled and checked anew. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { digest } from '#lib/hash.ts';
import { openPack } from '#lib/pack.ts';
import { recentFolder, versionFolder } from '#lib/recent.ts';
import { openShelf, type Shelf } from '#lib/shelf.ts';
import { sourceDigest } from '#lib/source-digest.ts';
import { openMarkupCache, type MarkupCache } from '#markup/cache.ts';
import { markupVersion } from '#markup/version.ts';
import { cacheDir, projectRoot } from './project.ts';

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
  const files = openShelf(recentFolder(join(cacheDir, 'files'), digest(resolve(contentDir))), version);
  const results = openPack<unknown>(join(cacheDir, 'results'), version);
  let forms: MarkupCache | undefined;
  return {
    files,
    get forms() {
      if (forms) return forms;
      const markup = markupVersion();
      return (forms = openMarkupCache(versionFolder(join(cacheDir, 'markup'), markup), markup));
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
