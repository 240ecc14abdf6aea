/** Anchors that the check knows are those that pages have. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildSite } from '#site/build.ts';
import { anchorsOf } from '#markup/anchors.ts';
import { loadSite } from '#site/load.ts';
import { projectRoot } from '#site/project.ts';
import { smallSite, tempDir } from '../helpers/content.ts';

/** What depends on other entries, or on whether a mark is cited. */
const perhaps = /^(?:page-(?:related|used|mentioned|more)|fn(?:ref)?:.*)$/;

for (const [name, contentDir] of [['the small site', smallSite], ['the first site', join(projectRoot, 'content')]] as const) {
  test(`every page of ${name} has the anchors that links may name, and no others`, async () => {
    const out = join(tempDir(), 'dist');
    const today = loadSite({ contentDir, today: '2000-01-01' }).edition!.site.entries.map(({ data }) => data.updated).sort().at(-1)!;
    const { loaded } = await buildSite({ contentDir, out, today });
    const { site, document } = loaded.edition!;
    for (const item of [...site.entries, ...site.pages]) {
      const html = readFileSync(join(out, item.path, 'index.html'), 'utf8');
      const onPage = new Set(Array.from(html.matchAll(/<[a-z][^<>]* id="([^"]+)"/g), ([, id]) => id!));
      const known = anchorsOf(item, document(item), site.lang);
      assert.deepEqual([...onPage].filter((id) => !known.has(id) && !perhaps.test(id)), [], `${item.path} has more`);
      assert.deepEqual([...known].filter((id) => !onPage.has(id) && !perhaps.test(id)), [], `${item.path} lacks some`);
    }
  });
}
