/** The dev server in a real browser: a problem shows on the page, the other pages go on, and it goes when it is mended. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { expect as expectOnce } from 'playwright/test';
import { startDev } from '#site/dev/start.ts';
import type { Loaded } from '#site/load.ts';
import { templatesOf } from '#site/render/site-templates.ts';
import { openChromium } from '../helpers/browser.ts';
import { today } from '../helpers/build.ts';
import { copySmallSite } from '../helpers/content.ts';

/** The page follows a save in its own time: everything is asked for until it is so. */
const patience = 30_000;
const expect = expectOnce.configure({ timeout: patience });

const dir = copySmallSite();
/** Files as they were before a test edited them. */
const originals = new Map<string, string>();
let browser: Browser;
let dev: Awaited<ReturnType<typeof startDev>>;
let page: Page;
let onCheck = (_loaded: Loaded): void => undefined;

before(async () => {
  dev = await startDev({ contentDir: dir, today: () => today, port: 0, onCheck: (loaded) => onCheck(loaded) });
  browser = await openChromium();
  // The first page waits for the templates.
  await (await fetch(addressOf('answers/overdue/'))).text();
});

beforeEach(async () => {
  page = await browser.newPage();
  page.setDefaultTimeout(patience);
  await open('answers/overdue/');
});

afterEach(async () => {
  await page.close();
  if (originals.size === 0) return;
  const restored = new Promise<void>((resolve) => (onCheck = (loaded) => isOriginal(loaded) && resolve()));
  originals.forEach((text, file) => writeFileSync(join(dir, file), text));
  originals.clear();
  await restored;
});

after(async () => {
  await browser?.close();
  await dev?.stop();
});

test('a broken file shows with its place, rule and hint; other pages go on; mended, it goes', async () => {
  edit('answers/base-url.mdx', 'category: access', 'category: acess');
  const line = readFileSync(join(dir, 'answers/base-url.mdx'), 'utf8').split('\n').indexOf('category: acess') + 1;
  await expect(overlay().locator('li').first().locator('p')).toHaveText([`answers/base-url.mdx:${line}:11 taxonomy/category`, '"acess" 没有在 site.yaml 的分类里声明。', '你是不是想写 access？']);
  await expect(page.locator('h1')).toHaveText('返回 401 应该先查什么？');
  await open('glossary/base-url/');
  await expect(overlay().getByText('taxonomy/category')).toBeVisible();
  await expect(page.locator('h1')).toHaveText('Base URL（接口地址）');
  edit('answers/base-url.mdx', 'category: acess', 'category: access');
  await expect(overlay()).toHaveCount(0);
});

test('what a problem quotes is text, whatever it is', async () => {
  edit('answers/base-url.mdx', 'category: access', 'category: "<img src=x onerror=alert(1)>"');
  await expect(overlay().getByText('"<img src=x onerror=alert(1)>" 没有在 site.yaml 的分类里声明。')).toBeVisible();
  await expect(overlay().locator('img')).toHaveCount(0);
});

test('broken settings leave the pages as they were', async () => {
  edit('site.yaml', 'language: zh-CN', 'langage: zh-CN');
  await expect(overlay().getByText('site.yaml:').first()).toBeVisible();
  await expect(page.locator('h1')).toHaveText('返回 401 应该先查什么？');
  edit('site.yaml', 'langage: zh-CN', 'language: zh-CN');
  await expect(overlay()).toHaveCount(0);
});

test('another colour in the settings is seen at once', async () => {
  const accent = { light: '#00528a', dark: '#7cc0ff' };
  await templatesOf({ language: 'zh-CN', theme: { accent } }, ''); // on a busy machine it takes longer than a page is waited for
  edit('site.yaml', 'navigation:', "theme: { accent: { light: '#00528a', dark: '#7cc0ff' } }\nnavigation:");
  await expect(page.locator('html')).toHaveCSS('--accent-light', '#00528a');
});

test('what is asked for that cannot be is answered, and the server goes on', async () => {
  assert.equal((await fetch(addressOf('_astro/nothing.js'), { headers: { 'sec-fetch-dest': 'script' } })).status, 404);
  assert.equal((await fetch(`${dev.url}/`)).status, 404);
  assert.equal((await fetch(addressOf('answers/%E0%A4%A/'))).status, 404);
  assert.equal((await fetch(addressOf('atom.xml'))).headers.get('content-type'), 'application/atom+xml; charset=utf-8');
  assert.equal((await fetch(addressOf('answers/overdue'), { method: 'HEAD' })).status, 200);
});

test('home leads to a draft, which says that it is one', async () => {
  await open('');
  await overlay().getByText('1 篇草稿').click();
  await overlay().getByRole('link').click();
  await expect(page.locator('h1')).toHaveText('还没写完的一篇草稿');
  await expect(overlay().getByText('草稿：只在这里看得到')).toBeVisible();
});

test('a warning waits folded', async () => {
  edit('posts/two-addresses.mdx', 'audience:', 'basis: [用API的人。]\naudience:');
  await expect(overlay().getByText('1 ✗')).toBeVisible();
  await expect(overlay().getByText('prose/spacing')).toBeHidden();
  await overlay().getByText('1 ✗').click();
  await expect(overlay().getByText('prose/spacing')).toBeVisible();
});

test('a window is loaded again once for each save that changes its page, and for no other', async () => {
  let loads = 0;
  page.on('load', () => (loads += 1));
  edit('answers/overdue.mdx', 'title: 返回 401 应该先查什么？', 'title: 返回 <401> 应该先查什么？');
  await expect(page.locator('h1')).toHaveText('返回 <401> 应该先查什么？');
  // This page shows nothing of that post: only the problem comes to it, and it comes after whatever the first save caused.
  edit('posts/two-addresses.mdx', 'audience:', 'basis: [用API的人。]\naudience:');
  await expect(overlay().getByText('1 ✗')).toBeVisible();
  // A file saved as it was.
  edit('answers/overdue.mdx', 'title', 'title');
  edit('posts/two-addresses.mdx', 'basis: [用API的人。]\n', '');
  await expect(overlay()).toHaveCount(0);
  assert.equal(loads, 1);
});

/** Whether nothing is left of what the tests do to the site. */
function isOriginal({ problems, edition }: Loaded): boolean {
  return problems.length === 0 && edition?.site.entry('answers/overdue')?.data.title === '返回 401 应该先查什么？';
}

/** Changes a file as an editor would; what is changed must be there. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(dir, file), 'utf8');
  assert.ok(text.includes(from), `${file} holds ${from}`);
  if (!originals.has(file)) originals.set(file, text);
  writeFileSync(join(dir, file), text.replace(from, to));
}

/** Shows a page; a window that loads itself again at this moment would break off one attempt. */
async function open(path: string): Promise<void> {
  await expect(() => page.goto(addressOf(path))).toPass({ timeout: 2 * patience });
}

function overlay() {
  return page.locator('lede-notes');
}

function addressOf(path: string): string {
  return new URL(path, dev.url).href;
}
