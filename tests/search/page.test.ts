/** The search in a real browser, on the first real site: page, dialog, keys, history, bad input, bad network, bytes. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright';
import { firstScriptSource } from '#model/theme.ts';
import { buildSite } from '#site/build.ts';
import { loadSite } from '#site/load.ts';
import { servePreview, type Preview } from '#site/preview.ts';
import { openChromium } from '../helpers/browser.ts';
import { today } from '../helpers/build.ts';
import { tempDir } from '../helpers/content.ts';
import { realSite } from './indexes.ts';

const out = join(tempDir(), 'dist');
let browser: Browser;
let preview: Preview;
const noise: string[] = [];

before(async () => {
  const { counts, problems } = await buildSite({ contentDir: realSite, out, today, url: 'https://real.example/docs' });
  assert.ok(counts, JSON.stringify(problems));
  preview = await servePreview(out, 0, '/docs');
  browser = await openChromium();
});

after(async () => {
  await browser?.close();
  preview?.server.close();
});

async function open(path: string, options: BrowserContextOptions & { quiet?: boolean } = {}): Promise<Page> {
  const { quiet = true, ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1200, height: 900 }, locale: 'zh-CN', ...rest });
  // What the host files send, as far as search minds it.
  await context.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${firstScriptSource}; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'` } });
  });
  const page = await context.newPage();
  if (quiet) {
    page.on('console', (message) => noise.push(`${path}: ${message.text()}`));
    page.on('pageerror', (error) => noise.push(`${path}: ${error.message}`));
  }
  await page.goto(preview.url + path);
  return page;
}

/** How far things have moved on the page, by the browser's own count. */
const readMoves = (page: Page) => page.evaluate(() => new Promise<number[]>((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().map((entry) => (entry as PerformanceEntry & { value: number }).value))).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => resolve([]))); // what moved before is told first
}));

const searchFor = (query: string) => `search/?q=${encodeURIComponent(query)}`;
const statusOf = (page: Page) => page.locator('[data-search-status]');
const linksOf = (page: Page) => page.locator('ol[data-search-results] > li > a[href]');

async function settled(page: Page): Promise<string> {
  await page.locator('[data-search-status]:not([data-state=searching]):not([data-state=idle])').waitFor();
  return (await statusOf(page).getAttribute('data-state'))!;
}

const pathOf = async (page: Page, place = 0) => new URL((await linksOf(page).nth(place).getAttribute('href'))!, preview.url).pathname.replace(/^\/docs\/|\/$/g, '');

test('an address with a query answers it: card with answer, limit, next step, date, and a list', async () => {
  const page = await open(searchFor('调用返回 401 怎么办'));
  assert.equal(await settled(page), 'results');
  assert.equal(await pathOf(page), 'answers/error-401');
  const best = page.locator('ol[data-search-results] > li').first();
  assert.match(await best.innerText(), /不适用：[\s\S]*下一步：[\s\S]*更新于 \d{4}年/);
  assert.equal(await page.locator('main form[role=search] input[name=q]').inputValue(), '调用返回 401 怎么办');
  assert.equal(await statusOf(page).innerText(), `找到 ${await linksOf(page).count()} 条结果。`);
  assert.ok(!(await page.locator('[data-unasked]').isVisible()));
  await linksOf(page).first().click();
  assert.match(page.url(), /\/docs\/answers\/error-401\/$/);
});

test('before anything is asked, the page says that it waits: the place of the status is there from the start, and is one', async () => {
  const page = await open('search/');
  const idle = '[data-search-status][data-state=idle][aria-live=polite]';
  assert.equal(await page.locator(`main ${idle}`).count(), 1);
  await page.locator('main input[name=q]').fill('baseurl');
  await page.locator('.hints a').first().waitFor();
  assert.deepEqual([await page.locator(idle).count(), await statusOf(page).count()], [1, 1]);
});

test('back restores query, filter and hits; nothing is remembered beyond the tab', async () => {
  const page = await open('search/');
  assert.ok(await page.locator('[data-unasked]').isVisible());
  await page.locator('main input[name=q]').fill('密钥');
  await page.keyboard.press('Enter');
  await settled(page);
  await page.getByRole('button', { name: '术语' }).click();
  await page.waitForURL(/kind=glossary/);
  await page.locator('[data-state=results]').waitFor();
  assert.match(await pathOf(page), /^glossary\//);
  await page.locator('main input[name=q]').fill('发票');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('ol[data-search-results] > li > a')?.getAttribute('href')?.includes('invoice'));
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('ol[data-search-results] > li > a')?.getAttribute('href')?.includes('/glossary/'));
  assert.equal(await page.locator('main input[name=q]').inputValue(), '密钥');
  assert.equal(await page.getByRole('button', { name: '术语' }).getAttribute('aria-pressed'), 'true');
  await page.goBack();
  await page.goBack();
  await page.locator('[data-unasked]').waitFor();
  assert.equal(await statusOf(page).getAttribute('data-state'), 'idle');
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, '']);
});

test('what is searched is told to no server: neither in an address nor as where a request comes from', async () => {
  const page = await open('search/');
  const told: string[] = [];
  page.on('request', (request) => void request.allHeaders().then(({ referer = '' }) => /[?]/.test(request.url() + referer) && told.push(`${request.url()} from ${referer}`)));
  await page.locator('main input[name=q]').fill('密钥 sk-你的令牌');
  await page.keyboard.press('Enter');
  await settled(page);
  await linksOf(page).first().click();
  await page.waitForURL((url) => !url.pathname.includes('/search/'));
  assert.deepEqual(told, []);
});

test('back from a hit leads to where it was followed', async () => {
  const page = await open(searchFor('密钥'));
  await settled(page);
  const link = linksOf(page).nth(4);
  await link.scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy({ top: 200, behavior: 'instant' }));
  const top = await page.evaluate(() => scrollY);
  await link.click();
  await page.waitForURL((url) => !url.pathname.includes('/search/'));
  await page.goBack();
  await settled(page);
  await page.waitForFunction((before) => Math.abs(scrollY - before) < 2, top);
});

test('an address with a query is answered without anything moving', async () => {
  for (const viewport of [{ width: 360, height: 640 }, { width: 1200, height: 900 }]) {
    const page = await open(searchFor('密钥'), { viewport });
    await settled(page);
    assert.deepEqual(await readMoves(page), []);
  }
});

test('an address that leads nowhere offers the entries that come nearest to it, and nothing moves', async () => {
  for (const [path, nearest] of [['answers/eror-401/', 'answers/error-401'], ['guides/base_url.html', 'glossary/base-url'], ['%E6%B5%81%E5%BC%8F%E8%BE%93%E5%87%BA', 'glossary/streaming']] as const) {
    for (const viewport of [{ width: 360, height: 640 }, { width: 1200, height: 900 }]) {
      const page = await open(path, { viewport, quiet: false });
      const links = page.locator('[data-near] .hits > li > a');
      await links.first().waitFor();
      assert.equal(new URL((await links.first().getAttribute('href'))!, preview.url).pathname, `/docs/${nearest}/`);
      assert.ok((await links.count()) <= 4);
      assert.ok((await page.locator('.cards h3').count()) > 0);
      assert.deepEqual(await readMoves(page), [], path);
    }
  }
});

test('where nothing comes near, or the index is out of reach, the page of a lost address shows what it shows otherwise', async () => {
  for (const [path, files] of [['404.html', ''], ['zzzqqq/', ''], ['%FF/', ''], ['answers/error-401x/', '**/_search/**']] as const) {
    const page = await open('answers/', { quiet: false });
    if (files) await page.route(files, (route) => route.abort());
    await page.goto(preview.url + path);
    await page.locator('.cards h3').first().waitFor();
    assert.equal(await page.locator('[data-near] .hits').count(), 0, path);
  }
});

test('on the page of a lost address the search answers in its place, and back leads to what stood there', async () => {
  const page = await open('answers/eror-401/', { quiet: false });
  await page.locator('[data-near] .hits > li > a').first().waitFor();
  await page.locator('main input[name=q]').fill('发票');
  await page.keyboard.press('Enter');
  await settled(page);
  assert.match(page.url(), /\/docs\/search\/\?q=/);
  assert.ok(!(await page.locator('[data-near]').isVisible()));
  await page.goBack();
  await page.locator('[data-near] .hits').waitFor();
  assert.match(page.url(), /eror-401/);
});

test('an address whose query is empty shows what else leads on', async () => {
  const page = await open(searchFor(' '));
  await page.locator('[data-unasked]').waitFor();
  assert.ok(await page.locator('.lead').isVisible());
});

test('a kind in the address that the site does not have filters nothing', async () => {
  const page = await open(`${searchFor('调用返回 401 怎么办')}&kind=bogus`);
  assert.equal(await settled(page), 'results');
  assert.equal(await pathOf(page), 'answers/error-401');
  assert.equal(await page.getByRole('button', { name: '全部' }).getAttribute('aria-pressed'), 'true');
});

test('the same asked again is one step back, not one for each time', async () => {
  const page = await open('search/');
  const box = page.locator('main input[name=q]');
  await box.fill('密钥');
  for (let times = 0; times < 3; times += 1) {
    await box.press('Enter');
    await settled(page);
  }
  await page.getByRole('button', { name: '全部' }).click();
  await settled(page);
  await page.goBack();
  assert.equal(await box.inputValue(), '');
  assert.equal(await statusOf(page).getAttribute('data-state'), 'idle');
});

test('keys: / comes to the box, arrows go through what was found, Enter follows', async () => {
  const page = await open(searchFor('流式输出'));
  await settled(page);
  await page.keyboard.press('/');
  assert.equal(await page.evaluate(() => (document.activeElement as HTMLInputElement).name), 'q');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const href = await linksOf(page).first().getAttribute('href');
  assert.equal(await page.evaluate(() => document.activeElement!.getAttribute('href')), href);
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${href}`);
});

test('suggestions come while typing, from questions and terms', async () => {
  const page = await open('search/');
  await page.locator('main input[name=q]').pressSequentially('baseurl');
  await page.locator('.hints a').first().waitFor();
  assert.match(await page.locator('.hints').innerText(), /Base URL（接口基础地址）/);
  await page.locator('main input[name=q]').fill('');
  await page.locator('.hints').waitFor({ state: 'hidden' });
});

test('the contact page shows the question that came along, as text, ready to be copied', async () => {
  const question = '<img src=x onerror="document.title=1"> 今天天气怎么样？';
  const page = await open(searchFor(question), { permissions: ['clipboard-read', 'clipboard-write'] });
  await settled(page);
  await page.getByRole('link', { name: '把这个问题发给我们' }).click();
  await page.waitForURL(/\/docs\/support\/\?question=/);
  assert.equal(await page.getByRole('textbox', { name: '你的问题' }).inputValue(), question);
  assert.equal(await page.locator('img[src=x]').count(), 0);
  await page.getByRole('button', { name: '复制问题' }).click();
  await page.getByText('已复制，贴到下面你选的入口里即可。').waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), question);
  await page.goto(`${preview.url}support/`);
  assert.equal(await page.locator('.carried').count(), 0);
});

test('what the site does not answer is said, with what is near and a way to ask', async () => {
  const page = await open(searchFor('今天天气怎么样？'));
  assert.equal(await settled(page), 'related');
  assert.equal(await statusOf(page).innerText(), '本站没有直接回答这个问题，下面是最接近的几条。');
  assert.equal(await page.getByRole('link', { name: '把这个问题发给我们' }).getAttribute('href'), `/docs/support/?question=${encodeURIComponent('今天天气怎么样？')}`);
  assert.ok(await linksOf(page).count() > 0);
  await page.goto(preview.url + searchFor('kubernetes'));
  assert.equal(await settled(page), 'none');
  assert.ok(await page.locator('[data-unasked]').isVisible());
});

test('what one kind does not hold is not said of the site', async () => {
  const page = await open(searchFor('401'));
  assert.equal(await settled(page), 'results');
  await page.getByRole('button', { name: '术语' }).click();
  await page.locator('[data-state=none]').waitFor();
  assert.equal(await statusOf(page).innerText(), '这个栏目里没有接近的条目，别的栏目也许有。');
  assert.equal(await page.getByRole('link', { name: '把这个问题发给我们' }).count(), 0);
  await page.goto(`${preview.url}${searchFor('402 余额')}&kind=glossary`);
  assert.equal(await settled(page), 'related');
  assert.equal(await statusOf(page).innerText(), '这个栏目里没有直接回答这个问题的条目，下面是最接近的几条；别的栏目也许有。');
});

for (const [what, query, states] of [
  ['markup', '<img src=x onerror="document.title=1"> 401', ['results', 'related']],
  ['ten thousand characters', '密钥泄露怎么办 '.repeat(1250), ['results']],
  ['a character of two units where the question is cut for the contact page', `${'今'.repeat(499)}😀好`, ['related']],
  ['marks only', '？！……《》', ['none']],
  ['asking words only', '为什么是怎么办', ['results', 'related', 'none']],
] as const) {
  test(`bad input: ${what}`, async () => {
    const page = await open('search/');
    await page.locator('main input[name=q]').fill(query);
    await page.keyboard.press('Enter');
    assert.ok((states as readonly string[]).includes(await settled(page)));
    await page.reload();
    await settled(page);
    assert.equal(await page.locator('img[src=x]').count(), 0);
    assert.notEqual(await page.title(), '1');
  });
}

test('markup in the address is text', async () => {
  const page = await open(searchFor('<img src=x onerror=alert(1)>'));
  await settled(page);
  assert.equal(await page.locator('img[src=x]').count(), 0);
  assert.equal(await page.locator('main input[name=q]').inputValue(), '<img src=x onerror=alert(1)>');
});

test('the dialog opens from the header of any page, searches, and gives the focus back', async () => {
  const page = await open('answers/error-401/');
  await page.locator('.masthead input[name=q]').click();
  await page.locator('dialog[open]').waitFor();
  await page.keyboard.type('发票');
  await page.keyboard.press('Enter');
  await page.locator('dialog [data-state=results]').waitFor();
  assert.equal(await pathOf(page), 'answers/invoice-contract-enquiry');
  await page.keyboard.press('Escape');
  await page.locator('dialog').waitFor({ state: 'hidden' });
  await page.keyboard.press('/');
  await page.locator('dialog[open]').waitFor();
  assert.match(page.url(), /\/answers\/error-401\/$/);
});

test('on a phone the dialog opens from its drawer and fits', async () => {
  const page = await open('answers/error-401/', { viewport: { width: 360, height: 640 } });
  await page.locator('.seek > summary').click();
  await page.locator('dialog[open] input').fill('模型名');
  await page.keyboard.press('Enter');
  await page.locator('dialog [data-state=results]').waitFor();
  assert.equal(await page.evaluate(() => document.querySelector('dialog')!.scrollWidth > innerWidth), false);
});

test('without JavaScript the form leads to all questions', async () => {
  const page = await open('answers/error-401/', { javaScriptEnabled: false });
  await page.locator('.masthead input[name=q]').fill('401');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/docs\/questions\/\?q=401$/);
  assert.ok(await page.getByRole('link', { name: '调用返回 401 应该先查什么？' }).isVisible());
});

test('without JavaScript the search page is short and leads to all questions and to the categories', async () => {
  const page = await open('search/', { javaScriptEnabled: false });
  const { length } = readFileSync(join(out, 'search/index.html'));
  assert.ok(length < 16 * 1024, `${length} bytes`);
  assert.ok(await page.getByRole('main').getByRole('link', { name: '接入与配置' }).isVisible());
  await page.locator('main').getByRole('link', { name: '全部问题' }).click();
  await page.waitForURL(/\/docs\/questions\/$/);
});

test('what is typed and sent before the search has loaded is searched for', async () => {
  const page = await open('search/');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/search-page*.js', (route) => held.then(() => route.continue()));
  await page.locator('main input[name=q]').pressSequentially('密钥泄露');
  await page.keyboard.press('Enter');
  release();
  assert.equal(await settled(page), 'results');
  assert.equal(await page.locator('main input[name=q]').inputValue(), '密钥泄露');
  assert.equal(await pathOf(page), 'answers/leaked-key');
});

test('what is typed before the search has loaded gets its suggestions', async () => {
  const page = await open('search/');
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/search-page*.js', (route) => held.then(() => route.continue()));
  await page.locator('main input[name=q]').pressSequentially('baseurl');
  release();
  await page.locator('.hints a').first().waitFor();
  assert.equal(await page.locator('main input[name=q]').inputValue(), 'baseurl');
});

test('where the search cannot be loaded, the form still leads to its page', async () => {
  const page = await open('search/', { quiet: false });
  await page.route('**/search-page*.js', (route) => route.abort());
  await page.locator('main input[name=q]').fill('密钥');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q') === '密钥');
  assert.ok(await page.locator('[data-unasked]').isVisible());
});

test('what may be typed stands whole in the box of the masthead', async () => {
  for (const width of [960, 1280]) {
    const page = await open('answers/error-401/', { viewport: { width, height: 800 } });
    const [needed, room] = await page.locator('.masthead input[name=q]').evaluate((input: HTMLInputElement) => {
      const { font, fontSize, paddingLeft, paddingRight } = getComputedStyle(input);
      const brush = document.createElement('canvas').getContext('2d')!;
      brush.font = font;
      const cross = parseFloat(fontSize); // by which it is emptied: its room is kept
      return [brush.measureText(input.placeholder).width + cross, input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)];
    });
    assert.ok(needed! <= room!, `${width}: ${needed} of ${room}`);
  }
});

test('where the dialog cannot be loaded, the form still works', async () => {
  const page = await open('answers/error-401/', { quiet: false });
  await page.route('**/search-dialog*.js', (route) => route.abort());
  await page.locator('.masthead input[name=q]').click();
  await page.locator('.masthead input[name=q]').fill('');
  await page.locator('.masthead input[name=q]').press('Enter');
  await page.waitForURL(/\/docs\/search\//);
});

for (const [what, fate] of [['is refused', (route: Route) => route.abort()], ['never comes', () => {}]] as const) {
  test(`where the script of the search ${what}, its page says so, keeps the question and shows what else leads on`, async () => {
    const page = await open('search/', { quiet: false });
    await page.clock.install();
    await page.route('**/search-page*.js', fate);
    const asked = page.waitForRequest('**/search-page*.js');
    await page.goto(preview.url + searchFor('密钥泄露'));
    await asked;
    await page.clock.fastForward(4000);
    await page.getByRole('alert').waitFor();
    assert.match(await page.getByRole('alert').innerText(), /^搜索用的程序还没有取到/);
    assert.equal(await page.locator('main input[name=q]').inputValue(), '密钥泄露');
    assert.ok(await page.locator('[data-unasked]').isVisible());
  });
}

test('where the script of the dialog never comes, the drawer opens after a while', async () => {
  const page = await open('answers/error-401/', { quiet: false, viewport: { width: 360, height: 640 } });
  await page.clock.install();
  await page.route('**/search-dialog*.js', () => {});
  const asked = page.waitForRequest('**/search-dialog*.js');
  await page.locator('.seek summary').click();
  await asked;
  await page.clock.fastForward(4000);
  await page.locator('.masthead input[name=q]:focus').waitFor();
});

const failures: [string, string, (route: Route) => Promise<void>][] = [
  ['offline', '**/_search/**', (route) => route.abort('internetdisconnected')],
  ['a missing piece of the index', '**/*.pf_index', (route) => route.fulfill({ status: 404, body: 'no' })],
  ['a damaged piece of the index', '**/*.pf_index', (route) => route.fulfill({ body: Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]) })],
  ['no script of the index', '**/_search/pagefind.*.js*', (route) => route.abort()],
];
for (const [what, pattern, fail] of failures) {
  test(`${what}: a sentence and another try, never a spinner`, async () => {
    const page = await open('search/', { quiet: false });
    await page.route(pattern, fail);
    await page.locator('main input[name=q]').fill('密钥泄露');
    await page.keyboard.press('Enter');
    assert.equal(await settled(page), 'error');
    assert.match(await statusOf(page).innerText(), /^搜索没有成功：/);
    assert.ok(await page.locator('[data-unasked]').isVisible());
    await page.unroute(pattern);
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.locator('[data-state=results]').waitFor();
    assert.equal(await pathOf(page), 'answers/leaked-key');
  });
}

test('a script of the index that never comes is a failure too', async () => {
  const page = await open('search/', { quiet: false });
  await page.clock.install();
  await page.route('**/_search/pagefind.*.js*', () => {});
  const asked = page.waitForRequest('**/_search/pagefind.*.js*');
  await page.goto(preview.url + searchFor('密钥泄露'));
  await asked;
  await page.clock.fastForward(12_000);
  assert.equal(await settled(page), 'error');
  await page.unroute('**/_search/pagefind.*.js*');
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.locator('[data-state=results]').waitFor();
});

test('hits and dialog do not wait for ever for their styles', async () => {
  const page = await open('answers/error-401/', { quiet: false });
  await page.route('**/_astro/search*.css', () => {});
  await page.locator('.masthead input[name=q]').click();
  await page.locator('dialog[open]').waitFor();
  await page.goto(preview.url + searchFor('密钥泄露'), { waitUntil: 'commit' });
  await page.locator('[data-state=results]').waitFor();
});

test('a page from before an update finds the new index by itself', async () => {
  const page = await open(searchFor('密钥泄露'), { quiet: false });
  await settled(page);
  // The old pieces are gone until the name of the current index is asked for again.
  let asked = false;
  await page.route('**/_search/current.json', (route) => ((asked = true), route.continue()));
  await page.route('**/*.pf_index', (route) => (asked ? route.continue() : route.fulfill({ status: 404 })));
  await page.locator('main input[name=q]').fill('迁移回滚窗口');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /rollback|migrat/.test(document.querySelector('ol[data-search-results] > li > a')?.getAttribute('href') ?? ''));
  assert.ok(asked);
});

test('bytes: before use at most 3 KB of script, the first search at most 150 KB, a later one 30 KB', async () => {
  const page = await open('answers/error-401/');
  const size = (address: string) => brotliCompressSync(readFileSync(join(out, new URL(address).pathname.replace('/docs/', '/')))).length;
  for (const path of ['answers/error-401/', 'search/']) {
    await page.goto(preview.url + path, { waitUntil: 'networkidle' });
    const scripts = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js')));
    assert.ok(scripts.reduce((sum, address) => sum + size(address), 0) <= 3 * 1024, `${path} ${scripts.join(' ')}`);
  }
  let bytes = 0;
  page.on('response', async (response) => {
    if (!/_search|_astro/.test(response.url()) || response.status() !== 200) return;
    const body = await response.body();
    bytes += Math.min(body.length, gzipSync(body).length);
  });
  const run = async (query: string) => {
    bytes = 0;
    await page.goto(preview.url + searchFor(query), { waitUntil: 'networkidle' });
    await settled(page);
    return bytes;
  };
  const first = await run('客户端里的接口地址应该怎么填才对');
  assert.ok(first <= 150 * 1024, `${first} bytes`);
  bytes = 0;
  await page.locator('main input[name=q]').fill('迁移到新平台之前先通知谁');
  await page.keyboard.press('Enter');
  await page.waitForLoadState('networkidle');
  await settled(page);
  assert.ok(bytes <= 30 * 1024, `${bytes} bytes`);
});

test('golden questions give the same first hit in the browser as in Node', async () => {
  const { questions } = loadSite({ contentDir: realSite, today });
  const sample = questions.filter(({ expect, heldOut }, index) => expect && !heldOut && index % 4 === 0);
  const page = await open('search/');
  let right = 0;
  for (const { ask, expect } of sample) {
    await page.goto(preview.url + searchFor(ask));
    await settled(page);
    if (expect!.includes((await pathOf(page)).replace(/^(about|privacy|support|editorial-policy)$/, 'pages/$1'))) right += 1;
  }
  assert.ok(right / sample.length >= 0.85, `${right} of ${sample.length}`);
});

test('the console stayed silent on all of these', () => assert.deepEqual(noise, []));
