/** The dev server in a real browser: a problem shows on the page, the other pages go on, and it goes when it is mended. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { startDev } from '#site/dev/start.ts';
import { openChromium } from '../helpers/browser.ts';
import { today } from '../helpers/build.ts';
import { copySmallSite } from '../helpers/content.ts';

const dir = copySmallSite();
let browser: Browser;
let dev: Awaited<ReturnType<typeof startDev>>;
let page: Page;

before(async () => {
  dev = await startDev({ contentDir: dir, today, port: 0, onLoad: () => undefined });
  browser = await openChromium();
  page = await browser.newPage();
  // The first page makes Vite compile all templates.
  page.setDefaultTimeout(120_000);
  await page.goto(new URL('answers/overdue/', dev.url).href);
});

after(async () => {
  await browser?.close();
  await dev?.stop();
});

/** Changes a file as an editor would; what is changed must be there. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(dir, file), 'utf8');
  assert.ok(text.includes(from), `${file} holds ${from}`);
  writeFileSync(join(dir, file), text.replace(from, to));
}

const overlay = () => page.locator('lede-problems');

test('a broken file shows with its place, rule and hint; other pages go on; mended, it goes', async () => {
  assert.equal(await overlay().count(), 0);
  edit('answers/base-url.mdx', 'category: access', 'category: acess');
  await overlay().getByText('answers/base-url.mdx').waitFor();
  const lines = await overlay().locator('li p').allInnerTexts();
  const line = readFileSync(join(dir, 'answers/base-url.mdx'), 'utf8').split('\n').indexOf('category: acess') + 1;
  assert.deepEqual(lines.slice(0, 3), [`answers/base-url.mdx:${line}:11 taxonomy/category`, '"acess" 没有在 site.yaml 的分类里声明。', '你是不是想写 access？']);
  assert.equal(await page.locator('h1').innerText(), '返回 401 应该先查什么？');
  await page.goto(new URL('glossary/base-url/', dev.url).href);
  await overlay().getByText('taxonomy/category').waitFor();
  assert.equal(await page.locator('h1').innerText(), 'Base URL（接口地址）');
  edit('answers/base-url.mdx', 'category: acess', 'category: access');
  await overlay().waitFor({ state: 'detached' });
});

test('what a problem quotes is text, whatever it is', async () => {
  edit('answers/base-url.mdx', 'category: access', 'category: "<img src=x onerror=alert(1)>"');
  await overlay().getByText('"<img src=x onerror=alert(1)>" 没有在 site.yaml 的分类里声明。').waitFor();
  assert.equal(await overlay().locator('img').count(), 0);
  edit('answers/base-url.mdx', 'category: "<img src=x onerror=alert(1)>"', 'category: access');
  await overlay().waitFor({ state: 'detached' });
});

test('broken settings leave the pages as they were', async () => {
  edit('site.yaml', 'language: zh-CN', 'langage: zh-CN');
  await overlay().getByText('site.yaml:').first().waitFor();
  assert.equal(await page.locator('h1').innerText(), 'Base URL（接口地址）');
  edit('site.yaml', 'langage: zh-CN', 'language: zh-CN');
  await overlay().waitFor({ state: 'detached' });
});

test('a warning waits folded', async () => {
  edit('posts/two-addresses.mdx', 'audience:', 'basis: [用API的人。]\naudience:');
  await overlay().getByText('1 ✗').waitFor();
  assert.equal(await overlay().getByText('prose/spacing').isVisible(), false);
  await overlay().getByText('1 ✗').click();
  assert.equal(await overlay().getByText('prose/spacing').isVisible(), true);
});
