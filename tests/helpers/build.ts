/** Building sites in tests. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildSite, type BuildOptions, type Built } from '#site/build.ts';
import { smallSite, tempDir } from './content.ts';

/** The day for which test sites are built: one entry of the small site is overdue on it. */
export const today = '2026-06-01';

/** Builds the small site (or what `options` name) into a folder of its own; it must be free of problems. */
export async function buildSmall(options: Partial<BuildOptions> = {}): Promise<Built & { out: string }> {
  const out = options.out ?? join(tempDir(), 'dist');
  const built = await buildSite({ contentDir: smallSite, out, today, ...options });
  assert.deepEqual(built.problems, []);
  assert.deepEqual(built.differences, []);
  return { ...built, out };
}

/** Every file below `dir` by its path, which starts with a slash. */
export function readTree(dir: string): Map<string, string> {
  const names = (readdirSync(dir, { recursive: true }) as string[]).filter((name) => statSync(join(dir, name)).isFile()).sort();
  return new Map(names.map((name) => [`/${name}`, readFileSync(join(dir, name), 'utf8')]));
}
