/** The first site in a real browser, as readers meet it: the answer on the first screen, the theme they chose, contents that follow. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { headerRules } from '#model/headers.ts';
import type { Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';
import { buildSite } from '#site/build.ts';
import { servePreview, type Preview } from '#site/preview.ts';
import { projectRoot } from '#site/project.ts';
import { openChromium } from '../helpers/browser.ts';
import { tempDir } from '../helpers/content.ts';

let browser: Browser;
let preview: Preview;
let site: Site;
const noise: string[] = [];

before(async () => {
  const out = join(tempDir(), 'dist');
  const { loaded } = await buildSite({ contentDir: join(projectRoot, 'content'), out, today: '2026-11-22' });
  site = loaded.edition!.site;
  preview = await servePreview(out, 0);
  browser = await openChromium();
});

after(async () => {
  await browser?.close();
  preview?.server.close();
});

const phone = { width: 360, height: 640 };
const desk = { width: 1440, height: 900 };

/** A page under the headers that hosts are to send; scripts of the site are left out where `withoutFiles`. */
async function open(path: string, { withoutFiles = false, remembered, ...options }: BrowserContextOptions & { withoutFiles?: boolean; remembered?: string } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: phone, locale: 'zh-CN', ...options });
  const { headers } = headerRules(site, [])[0]!;
  await context.route('**/*', async (route) => {
    if (withoutFiles && route.request().resourceType() === 'script') return route.abort();
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': headers['Content-Security-Policy']! } });
  });
  if (remembered) await context.addInitScript((theme) => localStorage.setItem('theme', theme), remembered);
  const page = await context.newPage();
  if (!withoutFiles) page.on('console', (message) => noise.push(`${path}: ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`${path}: ${error.message}`));
  await page.goto(new URL(path.slice(1), preview.url).href);
  return page;
}

/** What of the question, the whole answer and the first boundary ends below the window. */
function below(page: Page): Promise<string[]> {
  return page.evaluate(() => ['h1', '.byline', '.answer', '.boundaries h3', '.boundaries li'].filter((selector) => document.querySelector(selector)!.getBoundingClientRect().bottom > innerHeight));
}

test('on a phone every entry shows its question, its whole answer and its first boundary at once', async () => {
  const page = await open('/');
  const wrong: string[] = [];
  for (const { path } of site.entries) {
    await page.goto(new URL(path.slice(1), preview.url).href);
    const missing = await below(page);
    if (missing.length > 0) wrong.push(`${path} ${missing.join(' ')}`);
  }
  await page.context().close();
  assert.ok(site.entries.length > 50);
  assert.deepEqual(wrong, []);
});

test('an answer of 260 Han characters still fits, below a question of 32 and above a boundary of 19', async () => {
  const page = await open('/answers/base-url-settings/');
  await page.evaluate(() => {
    document.querySelector('h1')!.textContent = '问'.repeat(32);
    const answer = document.querySelector('.answer')!;
    answer.textContent = '答'.repeat(260);
    answer.classList.add('long');
    document.querySelector('.boundaries li')!.textContent = '界'.repeat(19);
  });
  assert.deepEqual(await below(page), []);
  await page.context().close();
});

test('so does one of 200 that is overdue and says so', async () => {
  const page = await open('/answers/base-url-settings/');
  await page.evaluate((note) => {
    document.querySelector('h1')!.textContent = '问'.repeat(32);
    const answer = document.querySelector('.answer')!;
    answer.textContent = '答'.repeat(200);
    answer.classList.add('long');
    answer.after(Object.assign(document.createElement('p'), { className: 'stale', textContent: note }));
    document.querySelector('.boundaries li')!.textContent = '界'.repeat(19);
  }, words.zh.overdueNote('2027年2月28日'));
  assert.deepEqual(await below(page), []);
  await page.context().close();
});

const paper = { light: 'rgb(251, 250, 246)', dark: 'rgb(21, 23, 26)' };
const paperOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test('the switch changes the theme, says so, remembers it on the next page, and forgets what the system wishes anyway', async () => {
  const page = await open('/answers/base-url-settings/', { colorScheme: 'light' });
  const button = page.getByRole('button', { name: '深色外观' });
  assert.deepEqual([await paperOf(page), await button.getAttribute('aria-pressed')], [paper.light, 'false']);
  await button.focus();
  await page.keyboard.press('Enter');
  assert.deepEqual([await paperOf(page), await button.getAttribute('aria-pressed')], [paper.dark, 'true']);
  assert.deepEqual(await page.locator('meta[name=theme-color]').evaluateAll((bars) => bars.map((bar) => bar.getAttribute('content'))), ['#15171a', '#15171a']);
  await page.goto(new URL('answers/', preview.url).href);
  assert.deepEqual([await paperOf(page), await button.getAttribute('aria-pressed')], [paper.dark, 'true']);
  await button.click();
  assert.deepEqual([await paperOf(page), await page.evaluate(() => localStorage.length)], [paper.light, 0]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.locator('[data-theme-switch][aria-pressed=true]').waitFor(); // browsers tell of the new wish a moment later
  assert.deepEqual([await paperOf(page), await button.getAttribute('aria-pressed')], [paper.dark, 'true']);
  await page.context().close();
});

test('a remembered theme needs none of the script files: it is there before they could be', async () => {
  const page = await open('/', { colorScheme: 'light', withoutFiles: true, remembered: 'dark' });
  assert.equal(await paperOf(page), paper.dark);
  await page.context().close();
});

test('without JavaScript there is no switch, and the system chooses', async () => {
  const page = await open('/', { colorScheme: 'dark', javaScriptEnabled: false });
  assert.equal(await page.locator('[data-theme-switch]').isVisible(), false);
  await page.context().close();
});

test('the contents are folded on a phone, open on a wide screen, and mark the section being read', async () => {
  const folded = await open('/guides/first-call/', { hasTouch: true, isMobile: true });
  const link = folded.locator('.contents a').nth(1);
  assert.equal(await link.isVisible(), false);
  await folded.locator('.contents summary').tap();
  await link.tap();
  assert.equal(await folded.evaluate(() => decodeURIComponent(location.hash.slice(1)) === [...document.querySelectorAll<HTMLElement>('.contents a')].map(({ hash }: any) => decodeURIComponent(hash.slice(1)))[1]), true);
  await folded.context().close();

  const wide = await open('/guides/first-call/', { viewport: desk, reducedMotion: 'reduce' });
  const current = wide.locator('.contents [aria-current]');
  assert.equal(await current.count(), 0);
  const links = wide.locator('.contents a');
  const last = await links.count() - 1;
  for (const index of [2, last, 1]) {
    const name = await links.nth(index).innerText();
    await wide.evaluate((at) => document.getElementById(decodeURIComponent((document.querySelectorAll('.contents a')[at] as HTMLAnchorElement).hash.slice(1)))!.scrollIntoView(), index);
    await wide.waitForFunction((text) => [...document.querySelectorAll('.contents [aria-current]')].map((found) => found.textContent).join() === text, name);
  }
  await wide.context().close();
});

test('the map leads from a name to its entry, by keyboard too', async () => {
  const page = await open('/map/');
  const name = page.locator('.drawing a[aria-label="ALLTKN 的 Base URL 应该填什么？"]');
  const { height } = (await name.locator('rect').boundingBox())!;
  assert.ok(height >= 43, `a target of ${height} px`);
  await name.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/answers\/base-url-settings\/$/);
  await page.context().close();
});

test('on paper there is nothing to press, and links of the text say where they lead', async () => {
  const page = await open('/answers/base-url-settings/', { viewport: { width: 680, height: 960 } });
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['.masthead', '.contents', '.breadcrumb', '.more', '#page-related']) assert.equal(await page.locator(selector).first().isVisible(), false, selector);
  assert.match(await page.locator('.onward').first().evaluate((link) => getComputedStyle(link, '::after').content), /examples\/curl-chat-completion|attr\(href\)/);
  assert.equal(await page.locator('#page-english p').first().isVisible(), true);
  await page.context().close();
});

test('the console stayed silent on all of these', () => assert.deepEqual(noise, []));
