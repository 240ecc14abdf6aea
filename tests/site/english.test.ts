/** A site in English: nothing of what it writes holds a Chinese character, and its search finds English words. */
import assert from 'node:assert/strict';
import { extname } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright';
import { isText, mediaTypes } from '#lib/media-types.ts';
import { kinds } from '#kinds/index.ts';
import { buildSite } from '#site/build.ts';
import { servePreview, type Preview } from '#site/preview.ts';
import { openChromium } from '../helpers/browser.ts';
import { readTree, today } from '../helpers/build.ts';
import { tempDir } from '../helpers/content.ts';

const contentDir = fileURLToPath(new URL('../fixtures/english', import.meta.url));
let files: Map<string, string>;
let browser: Browser;
let preview: Preview;

before(async () => {
  const out = `${tempDir()}/dist`;
  const { problems, differences } = await buildSite({ contentDir, out, today });
  assert.deepEqual(problems.map(({ file, rule }) => `${file} ${rule}`), ['answers/rate-limit.mdx review/overdue']);
  assert.deepEqual(differences, []);
  files = readTree(out);
  preview = await servePreview(out, 0);
  browser = await openChromium();
});

after(async () => {
  await browser?.close();
  preview?.server.close();
});

test('every kind, every hub and every text file is there to be looked at', () => {
  for (const { id } of kinds) assert.ok([...files.keys()].some((path) => path.startsWith(`/${id}/`) && path !== `/${id}/index.html`), id);
  for (const path of ['/index.html', '/search/index.html', '/for-machines/index.html', '/404.html', '/about/index.html', '/rss.xml', '/llms.txt']) assert.ok(files.has(path), path);
});

test('no text file has a Chinese character or full-width punctuation', () => {
  const texts = [...files].filter(([path]) => isText(mediaTypes[extname(path).slice(1)] ?? (/\/[^.]*$/.test(path) ? 'text/plain' : '')));
  assert.ok(texts.length > 80, `${texts.length} files`);
  const found = texts.flatMap(([path, text]) => (text.match(/.{0,40}[\p{Script=Han}\u3000-\u303f\uff01-\uff20].{0,40}/gu) ?? []).map((line) => `${path}: ${line}`));
  assert.deepEqual(found, []);
});

test('dates are written as English readers write them', () => {
  assert.match(files.get('/answers/status-401/index.html')!, /<time datetime="2026-04-02">April 2, 2026<\/time>/);
});

test('search finds English words, and says so in English', async () => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${preview.url}search/?q=requests+a+minute`);
  const best = page.locator('[data-search-results] li').first();
  await best.waitFor();
  assert.equal(await best.getByRole('link').first().innerText(), 'How many requests may I send?');
  assert.match(await page.locator('[data-search-status]').innerText(), /^\d+ results?\.$/);
  await context.close();
});
