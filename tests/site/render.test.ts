/** Pages rendered directly are byte for byte what Astro itself writes, and what the dev server shows. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Edition } from '#markup/edition.ts';
import { themeStyles } from '#model/theme.ts';
import { loadSite } from '#site/load.ts';
import { planPages } from '#site/pages/index.ts';
import type { Page } from '#site/pages/page.ts';
import { cacheDir, projectRoot } from '#site/project.ts';
import { runAstro } from '#site/render/astro-build.ts';
import { systemCodeOf } from '#site/render/explain.ts';
import { compileTemplates } from '#site/render/compile-templates.ts';
import { createRenderer } from '#site/render/render.ts';
import { today } from '../helpers/build.ts';
import { smallSite } from '../helpers/content.ts';

function editionOf(url?: string): Edition {
  return loadSite({ contentDir: smallSite, today, url }).edition!;
}

/** Where Astro writes a page: it knows no file but index.html here. */
const fileOf = (path: string) => `${path.replace(/\.html$/, '/')}index.html`;

for (const [base, url] of [['/', undefined], ['/docs', 'https://small.example/docs']] as const) {
  test(`every page below ${base} is what Astro writes`, async (t) => {
    mkdirSync(cacheDir, { recursive: true });
    const into = mkdtempSync(join(cacheDir, 'compare-'));
    t.after(() => rmSync(into, { recursive: true }));
    const edition = editionOf(url);
    const pages: Page[] = Array.from(planPages(edition), ({ make }) => make());
    const styles = themeStyles(edition.site.config);
    const [compiled] = await Promise.all([compileTemplates({ root: projectRoot, cacheDir: `${cacheDir}/templates`, base, styles, lang: 'zh' }), runAstro({ root: projectRoot, into, base, styles, lang: 'zh', pages })]);
    const renderer = await createRenderer(compiled);
    for (const page of pages) assert.equal(await renderer.render(page), readFileSync(join(into, 'client', fileOf(page.path)), 'utf8'), page.path);
    assert.equal(new Set(pages.map(({ template }) => template)).size, 11, 'every template has a page');
  });
}

test('a full disk is told by its number in what Rolldown says of itself', () => {
  const said = 'Build failed with 1 error:\n\n[UNHANDLEABLE_ERROR] Something went wrong inside rolldown, please report this problem.\nFailed to write file in /站/a.mjs\n\nCaused by:\n    No space left on device (os error 28)\n';
  assert.equal(systemCodeOf(new Error(said)), 'ENOSPC');
  assert.equal(systemCodeOf(Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS', syscall: 'open' })), 'EROFS');
  assert.equal(systemCodeOf(Object.assign(new Error('Unexpected token'), { code: 'PARSE_ERROR' })), undefined);
});
