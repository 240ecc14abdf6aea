/** The first site, built once for all tests of pages in a file, and one page of every kind and role. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { buildSite } from '#site/build.ts';
import { loadSite } from '#site/load.ts';
import { planPages } from '#site/pages/index.ts';
import { projectRoot } from '#site/project.ts';
import { tempDir } from './content.ts';

/** A page with what it stands for: a kind of entry, or another template. */
export interface RolePage {
  role: string;
  path: string;
}

/** Builds `content/` for the day of its last change. Of each role the page is the largest one, as it is sent. */
export async function buildFirstSite(): Promise<{ out: string; pages: RolePage[] }> {
  const contentDir = join(projectRoot, 'content');
  const { edition } = loadSite({ contentDir, today: '2000-01-01' });
  const today = edition!.site.entries.map(({ data }) => data.updated).sort().at(-1)!;
  const out = join(tempDir(), 'dist');
  const built = await buildSite({ contentDir, out, today });
  assert.deepEqual([...built.problems.filter(({ severity }) => severity === 'error'), ...built.differences], []);
  const largest = new Map<string, { path: string; size: number }>();
  for (const { make } of planPages(built.loaded.edition!)) {
    const page = make();
    const role = page.template === 'entry' ? page.props.kind.id : page.template;
    const size = brotliCompressSync(readFileSync(join(out, page.path.endsWith('/') ? `${page.path}index.html` : page.path))).length;
    if (size > (largest.get(role)?.size ?? 0)) largest.set(role, { path: page.path, size });
  }
  return { out, pages: [...largest].map(([role, { path }]) => ({ role, path })) };
}
