/** Which rules a page waits for: those of rare parts only where these are, those of what a reader asks for only then. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildSmall, readTree } from '../helpers/build.ts';
import { openReader } from '../helpers/reader.ts';
import { toolSite } from './content.ts';

test('only texts with tabs or a checklist ask for the sheet that has rules for these', async () => {
  const { out } = await buildSmall();
  const pages = [...readTree(out)].filter(([path, html]) => path.endsWith('.html') && html.includes('rel="stylesheet"'));
  const named = (found: (html: string) => boolean) => pages.filter(([, html]) => found(html)).map(([path]) => path);
  const rich = named((html) => /class="(tabs|checks)"/.test(html));
  assert.deepEqual(rich, ['/checklists/before-launch/index.html', '/guides/first-call/index.html']);
  assert.deepEqual(named((html) => html.includes('/_astro/workbook.')), rich);
});

test('what a script shows is styled from the start, by a sheet that comes when it is asked for', async (t) => {
  const reader = await openReader(toolSite());
  t.after(() => reader.close());
  const page = await reader.open('/answers/tools/');
  const sheets = () => page.locator('link[rel=stylesheet]').evaluateAll((links) => links.map((link) => /\/(\w+)\.[^/]+$/.exec((link as HTMLLinkElement).href)![1]));
  assert.equal((await sheets()).length, 1);
  await page.locator('a.term').first().focus();
  const preview = page.getByRole('tooltip');
  await preview.waitFor();
  assert.equal(await preview.evaluate((box) => getComputedStyle(box).position), 'absolute');
  await page.getByRole('button', { name: '填写' }).first().click();
  const field = page.locator('.fields input').first();
  await field.waitFor();
  assert.equal(await field.evaluate((input) => getComputedStyle(input).display), 'block');
  assert.deepEqual((await sheets()).slice(1), ['asked'], 'it is fetched once');
  assert.deepEqual(reader.noise, []);
});
