/** From the project to its compiled templates: out of the cache, or made by Astro. */
import { realpathSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import type { Lang } from '#model/problem.ts';
import { runAstro } from './astro-build.ts';
import { keepEntry, makeAside, readEntry, type Templates } from './template-cache.ts';
import { templateKey } from './template-key.ts';

/** Where the project is, where compiled templates are kept (below it), the path the site is served from, its own look, and what its scripts speak. */
export interface CompileOptions {
  root: string;
  cacheDir: string;
  base: string;
  /** Rules of the site itself, put at the end of the stylesheet. */
  styles: string;
  lang: Lang;
}

/**
 * The compiled templates: from the cache (some milliseconds, without Astro) when nothing they depend on has changed,
 * else made by Astro in a process of its own (2 to 3 seconds). Rejects with a sentence naming file and line.
 */
export async function compileTemplates(options: CompileOptions): Promise<Templates> {
  const root = realpathSync(options.root);
  const cacheDir = resolve(root, options.cacheDir);
  // Astro puts its server files elsewhere when its output is not below the working directory.
  if (relative(root, cacheDir).startsWith('..')) {
    throw new Error(`The cache ${cacheDir} is outside the project ${root}. Choose a folder inside, such as .cache.`);
  }
  const key = templateKey(root, [options.base, options.lang, options.styles].join('\0'));
  const kept = readEntry(cacheDir, key);
  if (kept) return kept;

  const aside = makeAside(cacheDir);
  try {
    await runAstro({ root, into: aside, base: options.base, styles: options.styles, lang: options.lang, pages: [] });
    keepEntry(cacheDir, key, aside);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
  const made = readEntry(cacheDir, key);
  if (!made) throw new Error(`The compiled templates in ${cacheDir} changed while they were being written. Try again.`);
  return made;
}
