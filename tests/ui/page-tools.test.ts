/** The page's tools: copying with permission and without, the citation, links filled in, nothing that does nothing. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright';
import { words } from '#model/words/index.ts';
import { openReader, type Reader } from '../helpers/reader.ts';
import { hostileTitle, toolSite } from './content.ts';

let reader: Reader;
before(async () => (reader = await openReader(toolSite())));
after(() => reader?.close());

const path = '/answers/tools/';
const address = 'https://small.example/answers/tools/';
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const allow = (context: BrowserContext) => context.grantPermissions(['clipboard-read', 'clipboard-write']);
const deny = (context: BrowserContext) => context.addInitScript(() => {
  const refuse = () => Promise.reject(new DOMException('denied', 'NotAllowedError'));
  Object.assign(navigator.clipboard, { writeText: refuse, write: refuse });
});
const said = (page: Page) => page.locator('[data-say]').textContent();

test('the answer is copied with its limit and source, and a screen reader hears it', async () => {
  const page = await reader.open(path, { setup: allow });
  await page.getByRole('button', { name: '复制答案和出处' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  assert.equal(await said(page), '已复制');
  const [answer, limit, source] = (await clipboard(page)).split('\n');
  assert.match(answer!, /^tools 的接口地址填文档里给出的那一个/);
  assert.equal(limit, '不适用：只浏览网页的情况。');
  assert.match(source!, /^—— 《1 < 2 &amp; "'”报错 😀 怎么办？》，小站，更新于 2026年5月1日，https:\/\/small\.example\/answers\/tools\/，内容校验值 [0-9a-f]{32}$/);
});

test('the page is copied as its Markdown twin', async () => {
  const page = await reader.open(path, { setup: allow });
  await page.getByRole('button', { name: '复制为 Markdown' }).click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  assert.equal(await clipboard(page), reader.file('answers/tools.md'));
});

test('where copying is denied, the text is selected and the reader told what to press', async () => {
  const page = await reader.open(path, { setup: deny });
  const told = '浏览器不让复制。文字已经选中，请长按它复制，或按 Ctrl+C（Mac 按 ⌘C）。';
  const selected = () => page.evaluate(() => {
    const { activeElement: field } = document;
    return field instanceof HTMLTextAreaElement ? field.value.slice(field.selectionStart, field.selectionEnd) : String(getSelection());
  });
  await page.getByRole('button', { name: '复制答案和出处' }).click();
  await page.getByText(told).last().waitFor();
  assert.match(await selected(), /^tools 的接口地址[^]+—— 《/);
  await page.getByRole('button', { name: '复制为 Markdown' }).click();
  await page.locator('textarea').nth(1).waitFor();
  assert.equal(await selected(), reader.file('answers/tools.md'));
  await page.getByRole('button', { name: '复制', exact: true }).first().click();
  await page.waitForFunction(() => String(getSelection()).startsWith('key = '));
  assert.equal((await said(page))!.trim(), told);
});

test('where the Markdown is out of reach, the reader is told so', async () => {
  const page = await reader.open(path);
  await page.route('**/answers/tools.md', (route) => route.abort());
  const before = reader.noise.length;
  await page.getByRole('button', { name: '复制为 Markdown' }).click();
  await page.locator('.by-hand', { hasText: '没有取到 Markdown，请直接打开它。' }).waitFor();
  // The browser itself reports the request that failed.
  assert.deepEqual(reader.noise.splice(before), [`${path}: Failed to load resource: net::ERR_FAILED`]);
});

test('without script: links lead on, the citation can be selected, no button is shown', async () => {
  const page = await reader.open(path, { javaScriptEnabled: false });
  const tools = page.locator('.tools');
  assert.equal(await tools.getByRole('button').count(), 0);
  assert.equal(await page.locator('.code-tools, .progress:visible').count(), 0);
  assert.equal(await tools.getByRole('link', { name: '打开 Markdown 版本' }).getAttribute('href'), '/answers/tools.md');
  const report = new URL((await tools.getByRole('link', { name: '报告这一页的错误' }).getAttribute('href'))!);
  assert.deepEqual([report.origin, ...report.searchParams], ['https://forms.example', ['page', address], ['title', hostileTitle]]);
  const assistants = await tools.locator('a[rel~=noreferrer]').evaluateAll((links) => links.map((link) => [link.textContent, new URL((link as HTMLAnchorElement).href).host]));
  assert.deepEqual(assistants, [['ChatGPT', 'chatgpt.com'], ['Claude', 'claude.ai'], ['Kimi', 'www.kimi.com'], ['Doubao', 'www.doubao.com']]);
  const claude = (await tools.getByRole('link', { name: 'Claude' }).getAttribute('href'))!;
  assert.equal(new URL(claude).searchParams.get('q'), words.zh.tools.prompt(address));
  assert.ok(claude.startsWith('https://claude.ai/new?q=请先读这一页：https://'), 'no longer than it has to be');
  await tools.locator('summary').click();
  assert.ok((await tools.locator('.citation').innerText()).startsWith(`《${hostileTitle}》，小站，`));
});

test('all tools are reached and used by keyboard alone', async () => {
  const page = await reader.open(path, { setup: allow });
  const button = page.getByRole('button', { name: '复制答案和出处' });
  for (let steps = 0; steps < 200 && !(await button.evaluate((element) => element === document.activeElement)); steps += 1) await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '已复制' }).waitFor();
});

test('one script and at most 3 KB of it before anything is asked for', async () => {
  const { brotliCompressSync } = await import('node:zlib');
  for (const at of [path, '/checklists/hostile/', '/examples/hello/', '/glossary/', '/']) {
    const html = reader.file(`${at}index.html`);
    const scripts = Array.from(html.matchAll(/<script[^>]*src="([^"]+)"/g), ([, source]) => source!);
    assert.equal(scripts.length, 1, at);
    const bytes = brotliCompressSync(reader.file(scripts[0]!)).length;
    assert.ok(bytes <= 3_000, `${at}: ${bytes}`);
    assert.doesNotMatch(reader.file(scripts[0]!), /^import[ {"']/, 'it needs no other file at once');
  }
});

test('the console stayed silent', () => assert.deepEqual(reader.noise, []));
