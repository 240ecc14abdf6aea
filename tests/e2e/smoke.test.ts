/** A real browser on a real build: every kind of page opens, links lead on, and the console stays silent. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { kinds } from '#kinds/index.ts';
import { servePreview, type Preview } from '#site/preview.ts';
import { openChromium } from '../helpers/browser.ts';
import { buildSmall } from '../helpers/build.ts';

let browser: Browser;
let preview: Preview;
const noise: string[] = [];

before(async () => {
  const { out } = await buildSmall();
  preview = await servePreview(out, 0);
  browser = await openChromium();
});

after(async () => {
  await browser?.close();
  preview?.server.close();
});

async function open(path: string, options: { javaScriptEnabled?: boolean; width?: number } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: options.width ?? 360, height: 640 }, javaScriptEnabled: options.javaScriptEnabled ?? true, locale: 'zh-CN' });
  const page = await context.newPage();
  page.on('console', (message) => noise.push(`${path}: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`${path}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 400 && !path.includes('nowhere')) noise.push(`${path}: ${response.status()} ${response.url()}`);
  });
  await page.goto(new URL(path.slice(1), preview.url).href);
  return page;
}

const entryPaths = ['/answers/base-url/', '/guides/first-call/', '/examples/hello/', '/checklists/before-launch/', '/glossary/base-url/', '/posts/two-addresses/'];

for (const path of ['/', ...kinds.map(({ id }) => `/${id}/`), '/categories/access/', '/tags/base-url/', '/about/', '/search/', '/for-machines/', '/answers/old-name/', ...entryPaths]) {
  test(`${path} opens at three widths without scrolling sideways`, async () => {
    for (const width of [360, 768, 1440]) {
      const page = await open(path, { width });
      assert.equal(await page.locator('h1').count(), 1);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth), false, `${width}px`);
      await page.context().close();
    }
  });
}

test('on a phone the whole short answer and the first boundary are in the first screen', async () => {
  const page = await open('/answers/base-url/');
  for (const selector of ['h1', '.answer', '.boundaries li']) {
    const box = await page.locator(selector).first().boundingBox();
    assert.ok(box && box.y + box.height <= 640, `${selector} ends at ${box && box.y + box.height}`);
  }
});

test('a reader gets from home to an answer to the next step, without JavaScript', async () => {
  const page = await open('/', { javaScriptEnabled: false });
  await page.getByRole('link', { name: '接口地址应该填什么？' }).first().click();
  assert.equal(await page.locator('h1').innerText(), '接口地址应该填什么？');
  await page.getByRole('main').getByRole('link', { name: 'Base URL（接口地址）' }).first().click();
  assert.match(page.url(), /\/glossary\/base-url\/$/);
  await page.goBack();
  assert.match(page.url(), /\/answers\/base-url\/$/);
});

test('the search form leads to all questions', async () => {
  const page = await open('/', { width: 1440, javaScriptEnabled: false });
  await page.locator('form[role=search] input[name=q]').first().fill('401');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/questions\/\?q=401$/);
  assert.ok(await page.getByRole('link', { name: '返回 401 应该先查什么？' }).isVisible());
});

test('an address that leads nowhere gets a page that helps', async () => {
  const page = await open('/nowhere/');
  assert.equal(await page.locator('h1').innerText(), '这个地址下没有页面');
  // Once the script knows that nothing comes near.
  await page.getByRole('main').getByRole('link', { name: '接口地址应该填什么？' }).waitFor();
});

test('the console stayed silent on all of these', () => assert.deepEqual(noise.filter((line) => !line.startsWith('/nowhere/')), []));
