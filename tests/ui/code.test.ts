/** Code blocks and tabs: copying, wrapping, a reader's own values that never leave the page, choices that are remembered. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright';
import { openReader, type Reader } from '../helpers/reader.ts';
import { toolSite } from './content.ts';

let reader: Reader;
before(async () => (reader = await openReader(toolSite())));
after(() => reader?.close());

const path = '/answers/tools/';
const allow = (context: BrowserContext) => context.grantPermissions(['clipboard-read', 'clipboard-write']);
/** As browsers do that block site data: even to ask for the storage throws. */
const block = (context: BrowserContext) => context.addInitScript(() => {
  Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
});
const kept = (page: Page) => page.evaluate(() => ({ ...localStorage }));
const openTabs = (page: Page) => page.locator('[role=tab][aria-selected=true]').allInnerTexts();

test('a block says its file and language, marks a line and a placeholder, with and without script', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await reader.open(path, { javaScriptEnabled });
    const figure = page.locator('figure.code').first();
    assert.equal(await figure.locator('figcaption').innerText(), 'chat.py Python');
    assert.equal(await figure.locator('mark').innerText(), 'send(key)');
    assert.equal(await figure.locator('var').innerText(), 'sk-你的令牌');
  }
});

test('a value typed once is shown and copied in every block, and goes nowhere else', async () => {
  const secret = 'sk-live-4242424242';
  const page = await reader.open(path, { setup: allow });
  await page.getByRole('button', { name: '填写' }).first().click();
  const field = page.getByLabel('把 sk-你的令牌 换成');
  await field.waitFor();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.keyboard.type(secret);
  assert.deepEqual(await page.locator('.code .placeholder').allTextContents(), [secret, secret]);
  await page.getByRole('button', { name: '复制', exact: true }).first().click();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), `key = "${secret}"\nsend(key)`);
  await page.getByRole('tab', { name: 'Node' }).first().click();
  assert.deepEqual(requests, []);
  const traces = await page.evaluate(async () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state, document.title, await indexedDB.databases(), await caches.keys(), Array.from(document.querySelectorAll('[href], [src], [action]'), (element) => element.outerHTML)]));
  assert.ok(!traces.includes(secret));
  assert.deepEqual(await field.first().evaluate((input: HTMLInputElement) => [input.autocomplete, input.spellcheck, input.name, input.form]), ['off', false, '', null]);
  await page.reload();
  assert.deepEqual(await page.locator('.code .placeholder').allTextContents(), ['sk-你的令牌', 'sk-你的令牌']);
});

test('fields out of reach are said on their button', async () => {
  const page = await reader.open('/examples/hello/');
  await page.route('**/fill*.js', (route) => route.abort());
  const before = reader.noise.length;
  await page.getByRole('button', { name: '填写' }).first().click();
  await page.getByRole('button', { name: '没有取到，请刷新页面' }).waitFor();
  assert.deepEqual(reader.noise.splice(before), ['/examples/hello/: Failed to load resource: net::ERR_FAILED']);
});

test('an emptied field brings the placeholder back', async () => {
  const page = await reader.open('/examples/hello/');
  assert.equal(await page.locator('.code .placeholder').count() > 0, true);
  await page.getByRole('button', { name: '填写' }).first().click();
  const field = page.getByLabel('把 sk-你的令牌 换成').first();
  await field.fill('x');
  assert.equal(await page.locator('.code .placeholder').first().innerText(), 'x');
  await field.fill('');
  assert.equal(await page.locator('.code .placeholder').first().innerText(), 'sk-你的令牌');
});

test('wrapping is a choice for all blocks of all pages, and is remembered', async () => {
  const page = await reader.open(path);
  const wrap = page.getByRole('button', { name: '换行' });
  const whiteSpace = (on: Page) => on.locator('.code pre').first().evaluate((pre) => getComputedStyle(pre).whiteSpace);
  assert.equal(await whiteSpace(page), 'pre');
  await wrap.first().click();
  assert.equal(await whiteSpace(page), 'pre-wrap');
  const other = await reader.open('/examples/hello/', { context: page.context() });
  assert.equal(await whiteSpace(other), 'pre-wrap');
  assert.equal(await other.getByRole('button', { name: '换行' }).first().getAttribute('aria-pressed'), 'true');
  await other.getByRole('button', { name: '换行' }).first().click();
  await other.reload();
  assert.equal(await whiteSpace(other), 'pre');
});

test('tabs follow the arrow keys, and a label chosen once opens everywhere, on other pages too', async () => {
  const page = await reader.open(path);
  assert.deepEqual(await openTabs(page), ['Python', 'curl']);
  await page.getByRole('tab', { name: 'Python' }).focus();
  await page.keyboard.press('ArrowRight');
  assert.deepEqual(await openTabs(page), ['Node', 'Node']);
  assert.equal(await page.evaluate(() => document.activeElement!.textContent), 'Node');
  assert.ok(await page.getByText('用 Node，找得到的一句话。').isVisible());
  assert.ok(!(await page.getByText('用 curl。').isVisible()));
  await page.keyboard.press('Home');
  assert.deepEqual(await openTabs(page), ['Python', 'Node']);
  await page.keyboard.press('ArrowLeft');
  assert.deepEqual(await kept(page), { 'lede:tabs': 'Node\nPython' });
  const panel = page.getByRole('tabpanel', { name: 'Node' }).first();
  assert.ok(await panel.isVisible());
  assert.deepEqual(await openTabs(await reader.open('/answers/more-tabs/', { context: page.context() })), ['Node']);
});

test('without script all tabs are there, each under its label', async () => {
  const page = await reader.open(path, { javaScriptEnabled: false });
  assert.equal(await page.getByRole('tab').count(), 0);
  for (const text of ['用 curl。', '用 Node，找得到的一句话。']) assert.ok(await page.getByText(text).isVisible());
  assert.deepEqual(await page.locator('.tab-label').allInnerTexts(), ['Python', 'Node', 'curl', 'Node']);
});

test('where the script cannot be loaded, it is as without one', async () => {
  const loud = reader.noise.length;
  const page = await reader.open(path, { setup: (context) => context.route('**/*.js', (route) => route.abort()) });
  for (const text of ['用 curl。', '用 Node，找得到的一句话。']) await page.getByText(text).waitFor();
  assert.equal(await page.locator('.scripted:visible').count(), 0);
  // That a file is missing, the browser says itself.
  assert.match(reader.noise.splice(loud).join(), /^\S+: Failed to load resource: net::ERR_FAILED$/);
});

test('print shows every tab and no button', async () => {
  const page = await reader.open(path);
  await page.emulateMedia({ media: 'print' });
  for (const text of ['用 curl。', '用 Node，找得到的一句话。']) assert.ok(await page.getByText(text).isVisible());
  assert.equal(await page.locator('.tools:visible, .code-tools:visible, [role=tablist]:visible').count(), 0);
});

test('where nothing can be kept, all works until the page is left', async () => {
  const page = await reader.open(path, { setup: block });
  await page.getByRole('tab', { name: 'Node' }).first().click();
  assert.deepEqual(await openTabs(page), ['Node', 'Node']);
  await page.getByRole('button', { name: '换行' }).first().click();
  assert.equal(await page.getByRole('button', { name: '换行' }).first().getAttribute('aria-pressed'), 'true');
});

test('the console stayed silent', () => assert.deepEqual(reader.noise, []));
