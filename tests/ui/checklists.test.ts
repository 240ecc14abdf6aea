/** Checklists: progress that stays in the browser, reset that can be undone, exports that no spreadsheet runs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright';
import { openReader, type Reader } from '../helpers/reader.ts';
import { toolSite } from './content.ts';

let reader: Reader;
before(async () => (reader = await openReader(toolSite())));
after(() => reader?.close());

const hostile = '/checklists/hostile/';
const plain = '/checklists/before-launch/';
const block = (context: BrowserContext) => context.addInitScript(() => {
  Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('blocked', 'SecurityError'); } });
});
const progress = (page: Page) => page.locator('.progress output').innerText();
const ticks = (page: Page) => page.locator('.checks input').evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).checked));

async function download(page: Page, name: string): Promise<{ file: string; text: string }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
  return { file: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

test('ticks are kept for each list by itself, though another list has items of the same names', async () => {
  const page = await reader.open(plain);
  assert.equal(await progress(page), '0 / 2 完成');
  await page.getByRole('checkbox', { name: '密钥不在版本库里。' }).check();
  assert.equal(await progress(page), '1 / 2 完成');
  const other = await reader.open(hostile, { context: page.context() });
  assert.deepEqual(await ticks(other), [false, false]);
  await other.getByRole('checkbox').first().check();
  await page.reload();
  assert.deepEqual(await ticks(page), [false, true]);
  assert.deepEqual(await page.evaluate(() => ({ ...localStorage })), { 'lede:ticks:/checklists/before-launch/': 'key', 'lede:ticks:/checklists/hostile/': 'base-url' });
});

test('a reset can be undone, by keyboard alone', async () => {
  const page = await reader.open(plain);
  await page.getByRole('checkbox').first().focus();
  await page.keyboard.press('Space');
  const reset = page.getByRole('button', { name: '重置' });
  await reset.focus();
  await page.keyboard.press('Enter');
  assert.equal(await progress(page), '0 / 2 完成');
  await page.keyboard.press('Enter');
  assert.equal(await progress(page), '1 / 2 完成');
  await page.reload();
  assert.deepEqual(await ticks(page), [true, false]);
});

test('where nothing can be kept, ticking works and the reader is told', async () => {
  const page = await reader.open(plain, { setup: block });
  await page.getByRole('checkbox').first().check();
  assert.equal(await progress(page), '1 / 2 完成');
  assert.ok(await page.locator('.unsaved', { hasText: '浏览器不让保存，离开这一页后勾选不会保留。' }).isVisible());
});

test('the CSV opens in Excel as what it says, and nothing in it is run', async () => {
  const page = await reader.open(hostile);
  await page.getByRole('checkbox').last().check();
  assert.deepEqual(await download(page, '导出 CSV'), {
    file: 'hostile.csv',
    text: '\ufeff"分组","事项","状态","凭据","负责"\r\n' +
      `"'=1+1","'=HYPERLINK(""https://a.example"",""点"")","未完成","'+截图, ""原件""","'@小王"\r\n` +
      `"'=1+1","看 \`a|b\` 和 *星号*","完成","",""\r\n`,
  });
});

test('the Markdown is a task list that means what the page says', async () => {
  const page = await reader.open(hostile);
  await page.getByRole('checkbox').last().check();
  assert.deepEqual(await download(page, '导出 Markdown'), {
    file: 'hostile.md',
    text: '# 第二份清单 1 \\< 2 & "y"\n\n<https://small.example/checklists/hostile/>\n\n## =1+1\n\n' +
      '- [ ] =HYPERLINK("<https://a.example>","点")\n  - 凭据: \\+截图, "原件"\n  - 负责: @小王\n- [x] 看 `a|b` 和 \\*星号\\*\n',
  });
});

test('an export out of reach, offline or since the site was updated, is said on its button', async () => {
  const page = await reader.open(plain);
  await page.route('**/checklist-export*.js', (route) => route.abort());
  const before = reader.noise.length;
  await page.getByRole('button', { name: '导出 CSV' }).click();
  await page.getByRole('button', { name: '没有取到，请刷新页面' }).waitFor();
  await page.getByRole('button', { name: '导出 CSV' }).waitFor();
  // The browser itself reports the request that failed.
  assert.deepEqual(reader.noise.splice(before), [`${plain}: Failed to load resource: net::ERR_FAILED`]);
});

test('without script the boxes are there to tick, with evidence and owner, and no line about progress', async () => {
  const page = await reader.open(plain, { javaScriptEnabled: false });
  await page.getByRole('checkbox').first().check();
  assert.match(await page.locator('.checks li').first().innerText(), /凭据\s*配置文件的截图。\s*负责\s*开发/);
  assert.ok(!(await page.locator('.progress').isVisible()));
});

test('print has boxes to tick by hand', async () => {
  const page = await reader.open(plain);
  await page.getByRole('checkbox').first().check();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.getByRole('checkbox').first().evaluate((box) => getComputedStyle(box).appearance), 'none');
  assert.ok(!(await page.locator('.progress').isVisible()));
});

test('the console stayed silent', () => assert.deepEqual(reader.noise, []));
