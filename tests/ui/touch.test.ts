/** A phone: everything that a page offers, with a finger alone. Previews of terms are touched in terms.test.ts. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright';
import { openReader, type Reader } from '../helpers/reader.ts';
import { toolSite } from './content.ts';

let reader: Reader;
before(async () => (reader = await openReader(toolSite())));
after(() => reader?.close());

const phone = { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } };
const setup = (context: BrowserContext) => context.grantPermissions(['clipboard-read', 'clipboard-write']);
const open = (path: string) => reader.open(path, { ...phone, setup });
const pasted = (page: Page) => page.evaluate(() => navigator.clipboard.readText());

test('one drawer of the masthead at a time, and its links lead on', async () => {
  const page = await open('/answers/tools/');
  const sections = page.locator('.sections');
  await page.locator('.drawer summary').first().tap();
  assert.ok(await sections.isVisible());
  await page.locator('.drawer summary').first().tap();
  assert.ok(!(await sections.isVisible()));
  await page.locator('.drawer summary').first().tap();
  await sections.getByRole('link', { name: '术语' }).tap();
  await page.waitForURL('**/glossary/');
});

test('the search opens, is typed into, and closes', async () => {
  const page = await open('/answers/tools/');
  await page.locator('.seek summary').tap();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await dialog.getByRole('searchbox').fill('接口地址');
  await dialog.getByRole('button', { name: '搜索' }).tap();
  await dialog.locator('.hits a').first().waitFor();
  await dialog.getByRole('button', { name: '关闭' }).tap();
  assert.ok(!(await dialog.isVisible()));
});

test('on the front page, what is typed into the box goes along into the search, whose button answers', async () => {
  const page = await open('/');
  await page.locator('main input[name=q]').tap();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('接口地址');
  await dialog.getByRole('button', { name: '搜索' }).tap();
  const first = dialog.locator('.hits a').first();
  await first.waitFor();
  const address = await first.getAttribute('href');
  await first.tap();
  await page.waitForURL(`**${address}`);
});

test('before its script is there, and without script, the box of the front page leads on by itself', async () => {
  const typed = encodeURIComponent('接口地址');
  const early = await open('/');
  await early.route('**/search-dialog*', () => {}); // never comes
  await early.locator('main input[name=q]').tap();
  await early.locator('main input[name=q]').fill('接口地址');
  await early.locator('main form[role=search] button').tap();
  await early.waitForURL(`**/search/?q=${typed}`);
  await early.locator('.hits a').first().waitFor();

  const bare = await reader.open('/', { ...phone, javaScriptEnabled: false });
  await bare.locator('main input[name=q]').tap();
  await bare.locator('main input[name=q]').fill('接口地址');
  await bare.locator('main form[role=search] button').tap();
  await bare.waitForURL(`**/questions/?q=${typed}`);
  assert.ok(await bare.getByRole('main').getByRole('link').count() > 5);
});

test('a word that is being composed stays in the box until it is whole', async () => {
  const page = await open('/');
  const dialog = page.getByRole('dialog');
  await page.keyboard.press('/');
  await dialog.waitFor(); // from now on it opens at once
  await page.keyboard.press('Escape');
  const box = page.locator('main input[name=q]');
  await box.evaluate((input: HTMLInputElement) => {
    input.focus();
    input.value = 'jie';
    input.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  });
  await page.evaluate(() => new Promise(requestAnimationFrame));
  assert.ok(!(await dialog.isVisible()));
  await box.evaluate((input: HTMLInputElement) => {
    input.value = '接口';
    input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  });
  assert.equal(await dialog.getByRole('searchbox').inputValue(), '接口');
});

test('the theme, what is folded, the tools of the page', async () => {
  const page = await open('/answers/tools/');
  await page.locator('[data-theme-switch]').tap();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  await page.locator('#page-english summary').tap();
  assert.ok(await page.locator('#page-english p').first().isVisible());
  await page.getByRole('button', { name: '复制答案和出处' }).tap();
  await page.getByRole('button', { name: '已复制' }).waitFor();
  assert.match(await pasted(page), /\/answers\/tools\//);
});

test('tabs, and the buttons of a block of code', async () => {
  const page = await open('/answers/tools/');
  await page.getByRole('tab', { name: 'Node' }).first().tap();
  assert.ok(await page.getByText('用 Node，找得到的一句话。').isVisible(), 'the label opens everywhere');
  await page.getByRole('tab', { name: 'Python' }).tap();
  const block = page.locator('figure.code:visible').first();
  await block.getByRole('button', { name: '换行' }).tap();
  assert.equal(await block.locator('pre').evaluate((pre) => getComputedStyle(pre).whiteSpace), 'pre-wrap');
  await block.getByRole('button', { name: '填写' }).tap();
  await block.locator('.fields input').fill('sk-1');
  await block.getByRole('button', { name: '复制' }).tap();
  await block.getByRole('button', { name: '已复制' }).waitFor();
  assert.match(await pasted(page), /key = "sk-1"/);
});

test('a line of a checklist is ticked by its words, counted, and cleared', async () => {
  const page = await open('/checklists/hostile/');
  const progress = page.locator('.progress output');
  await page.locator('.checks label').first().tap();
  assert.equal(await progress.innerText(), '1 / 2 完成');
  await page.getByRole('button', { name: '重置' }).tap();
  assert.equal(await progress.innerText(), '0 / 2 完成');
});

for (const [device, options] of [['phone', phone], ['tablet', { ...phone, viewport: { width: 1180, height: 820 } }]] as const) {
  test(`what is touched on a ${device} is 44 px high, unless it stands in a sentence`, async () => {
    const small: string[] = [];
    for (const path of ['/', '/answers/tools/', '/answers/base-url/', '/checklists/hostile/', '/glossary/', '/search/', '/questions/', '/map/', '/feeds/', '/for-machines/']) {
      const page = await reader.open(path, { ...options, setup });
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      small.push(...(await page.evaluate(readSmall)).map((name) => `${path} ${name}`));
    }
    assert.deepEqual(small, []);
  });
}

/** Runs in the page. What a finger would miss: the room of a link is what its lines and their padding take. */
function readSmall(): string[] {
  const least = 43.5;
  const inSentence = (element: Element) => element.closest('p:not(.meta, .byline, .touch, .scripted), .prose li, .prose td, dd:not(.facts dd, .told dd), .sources .meta, .answer, .labelled li') !== null && element.tagName === 'A';
  return Array.from(document.querySelectorAll<HTMLElement>('a[href], button, summary, label:has(input), input:not([type=checkbox])'))
    .filter((element) => element.checkVisibility() && !element.closest('.hidden, .skip') && !element.matches('.skip, .anchor, .term, sup a') && !inSentence(element))
    .filter((element) => Array.from(element.getClientRects()).every(({ height }) => height < least) && element.getBoundingClientRect().height < least)
    .map((element) => `${element.outerHTML.slice(0, 70)} ${Math.round(element.getBoundingClientRect().height)}`);
}

test('the console stayed silent', () => assert.deepEqual(reader.noise, []));
