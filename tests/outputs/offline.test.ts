/** The service worker in a real browser, on a host that is then taken away, changed, and asked to forget. */
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright';
import { headerRules } from '#model/headers.ts';
import { buildSite } from '#site/build.ts';
import { loadSite } from '#site/load.ts';
import { openChromium } from '../helpers/browser.ts';
import { today } from '../helpers/build.ts';
import { copySmallSite, tempDir } from '../helpers/content.ts';
import { serveHost, type Host } from '../helpers/host.ts';

const contentDir = copySmallSite();
const out = join(tempDir(), 'dist');
const build = () => buildSite({ contentDir, out, today });
const config = join(contentDir, 'site.yaml');
let browser: Browser;
let host: Host;
let page: Page;
const noise: string[] = [];

before(async () => {
  appendFileSync(config, '\noffline: true\n');
  await build();
  [host, browser] = await Promise.all([serveHost(out), openChromium()]);
  page = await browser.newPage();
  page.on('pageerror', ({ message }) => noise.push(message));
  // That the host is away, and that it answers 404 or the worker 503, the browser says itself.
  page.on('console', (message) => message.text().startsWith('Failed to load resource') || noise.push(message.text()));
});

after(async () => {
  await browser?.close();
  host?.server.close();
});

const open = (path: string) => page.goto(new URL(path, host.url).href);
const heading = () => page.locator('h1').innerText();
/** Addresses below the site of what is kept in the caches whose names begin with `name`, the last one last. */
const keptIn = (name: string) => page.evaluate(async (wanted) => {
  const names = (await caches.keys()).filter((known) => known.startsWith(wanted));
  const requests = await Promise.all(names.map(async (known) => (await caches.open(known)).keys()));
  return requests.flat().map(({ url }) => new URL(url).pathname);
}, name);
const kept = () => keptIn('lede pages ');
const everything = () => keptIn('lede ');
/** Waits until `condition` holds in the page. To Playwright's waitForFunction a promise is true before it is kept. */
async function until(condition: (value: string) => Promise<boolean>, value = ''): Promise<void> {
  while (!(await page.evaluate(condition, value))) await page.evaluate(() => new Promise(requestAnimationFrame));
}
const keptSoon = (path: string) => until(async (wanted) => (await caches.match(wanted)) !== undefined, path);
/** The host is not there while `act` is done. */
async function away(act: () => Promise<void>): Promise<void> {
  const port = Number(new URL(host.url).port);
  host.server.closeAllConnections();
  await new Promise((resolve) => host.server.close(resolve));
  try {
    await act();
  } finally {
    await new Promise<void>((resolve) => host.server.listen(port, '127.0.0.1', resolve));
  }
}

test('the first page is kept with what it shows, though it was there before the worker', async () => {
  await open('answers/base-url/');
  await until(async () => {
    const parts = [...document.querySelectorAll<HTMLLinkElement & HTMLScriptElement>('link[rel=stylesheet], link[rel=icon], script[src], img')].map(({ href, src }) => href || src);
    return (await Promise.all([location.pathname, ...parts].map((address) => caches.match(address)))).every(Boolean);
  });
  assert.deepEqual(await kept(), ['/answers/base-url/']);
  const title = await heading();
  await away(async () => {
    await open('answers/base-url/?from=feed#page-answer');
    assert.equal(await heading(), title);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).fontFamily), 'Times New Roman');
    assert.ok(await page.locator('[data-theme-switch]').isVisible(), 'the script is there');
  });
});

test('what was not read is answered by a list of what was', async () => {
  await away(async () => {
    const response = await open('answers/');
    assert.equal(response?.status(), 503);
    assert.equal(await heading(), '现在没有网络');
    await page.locator('.links a').first().click();
    await page.waitForURL(/base-url/);
  });
});

test('with a network a page is the one of the server, and that one is kept', async () => {
  const file = join(out, 'answers/base-url/index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/(<h1[^>]*>)[^<]*/, '$1改过的题目'));
  await open('answers/base-url/');
  assert.equal(await heading(), '改过的题目');
  await until(async () => (await (await caches.match('/answers/base-url/'))!.text()).includes('改过的题目'));
  await away(async () => {
    await open('answers/base-url/');
    assert.equal(await heading(), '改过的题目');
  });
});

test('a page that the server no longer has is not kept, and the search never was', async () => {
  await open('glossary/');
  await keptSoon('/glossary/');
  rmSync(join(out, 'glossary/index.html'));
  await open('glossary/');
  await until(async () => (await caches.match('/glossary/')) === undefined);
  assert.deepEqual(await kept(), ['/answers/base-url/']);
  await open('search/?q=base');
  await page.locator('.hits a').first().waitFor();
  assert.deepEqual((await everything()).filter((address) => address.includes('/_search/')), []);
});

test('the sixty pages that were read last are kept', async () => {
  await page.evaluate(async () => {
    const [name] = (await caches.keys()).filter((known) => known.startsWith('lede pages '));
    const cache = await caches.open(name!);
    for (let count = 1; count <= 70; count += 1) await cache.put(`/made/${count}/`, new Response(''));
  });
  await open('answers/');
  await keptSoon('/answers/');
  await until(async () => (await (await caches.open((await caches.keys()).find((name) => name.startsWith('lede pages '))!)).keys()).length === 60);
  const left = await kept();
  assert.deepEqual([left[0], left.at(-1)], ['/made/12/', '/answers/']);
});

test('where the site no longer wants it, the worker goes with all that it kept', async () => {
  writeFileSync(config, readFileSync(config, 'utf8').replace('offline: true', 'offline: false'));
  await build();
  // As browsers do themselves soon after a page was opened.
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await until(async () => (await navigator.serviceWorker.getRegistrations()).length === 0 && (await caches.keys()).length === 0);
  await open('answers/');
  assert.deepEqual(await page.evaluate(async () => [await navigator.serviceWorker.getRegistrations(), await caches.keys()]), [[], []]);
});

test('hosts are told to ask for the worker anew each time, and the page may run none but the site\'s own', () => {
  const { headers } = headerRules(loadSite({ contentDir, today }).edition!.site, []).findLast(({ path }) => path === '/*')!;
  assert.equal(headers['Cache-Control'], 'public, max-age=0, must-revalidate');
  assert.match(headers['Content-Security-Policy']!, /; worker-src 'self';/);
});

test('the console stayed silent', () => assert.deepEqual(noise, []));
