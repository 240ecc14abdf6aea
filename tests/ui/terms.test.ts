/** Previews of terms by pointer, focus and touch; the index of a list that is ordered by initial. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openReader, type Reader } from '../helpers/reader.ts';
import { toolSite } from './content.ts';

let reader: Reader;
before(async () => (reader = await openReader(toolSite())));
after(() => reader?.close());

const path = '/answers/tools/';
const definition = /^接口地址 base URL\s*接口地址是程序发请求时放在每个路径前面的固定部分/;

test('pointing shows the definition; it can be pointed at, covers no word of its line, and goes with Escape', async () => {
  const page = await reader.open(path, { setup: (context) => context.clock.install() });
  const link = page.locator('a.term').first();
  const preview = page.getByRole('tooltip');
  const loaded = page.waitForResponse(/preview/);
  await link.hover();
  await loaded;
  await page.clock.runFor(1000);
  await preview.waitFor();
  assert.match(await preview.innerText(), definition);
  const [line, box] = [(await link.boundingBox())!, (await preview.boundingBox())!];
  assert.ok(box.y + box.height <= line.y || box.y >= line.y + line.height);
  await preview.hover();
  await page.clock.runFor(1000);
  assert.ok(await preview.isVisible());
  await page.keyboard.press('Escape');
  assert.ok(!(await preview.isVisible()));
  await link.hover();
  await page.clock.runFor(1000);
  await preview.waitFor();
  await page.mouse.move(0, 0);
  await page.clock.runFor(1000);
  await preview.waitFor({ state: 'hidden' });
});

test('focus shows it and describes the link; Enter follows', async () => {
  const page = await reader.open(path);
  const link = page.locator('a.term').first();
  await page.keyboard.press('Tab');
  await link.focus();
  await page.getByRole('tooltip').waitFor();
  assert.equal(await link.getAttribute('aria-describedby'), await page.getByRole('tooltip').getAttribute('id'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/glossary/base-url/');
});

test('a first touch shows it, a touch elsewhere takes it away, a second one follows', async () => {
  const page = await reader.open(path, { hasTouch: true, isMobile: true, viewport: { width: 360, height: 640 } });
  const link = page.locator('a.term').first();
  await link.tap();
  const preview = page.getByRole('tooltip');
  await preview.waitFor();
  assert.match(await preview.innerText(), /再点一次打开$/);
  assert.match((await page.locator('[data-say]').textContent())!, definition);
  const box = (await preview.boundingBox())!;
  assert.ok(box.x >= 0 && box.x + box.width <= 360);
  await page.locator('h2').first().evaluate((heading) => heading.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'touch' })));
  assert.ok(!(await preview.isVisible()));
  await page.locator('.prose h2').last().tap();
  await link.tap();
  await preview.waitFor();
  await link.tap();
  await page.waitForURL('**/glossary/base-url/');
});

test('without script the link leads to the term, and the definitions are not shown', async () => {
  const page = await reader.open(path, { javaScriptEnabled: false });
  assert.ok(!(await page.locator('[data-terms]').isVisible()));
  await page.locator('a.term').first().click();
  assert.match(page.url(), /\/glossary\/base-url\/$/);
});

test('a glossary is filed by the first letter of the pinyin, with links to each letter, with and without script', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await reader.open('/glossary/', { javaScriptEnabled });
    assert.deepEqual(await page.locator('.initials a').allInnerTexts(), ['B', 'C', 'M']);
    assert.deepEqual(await page.locator('.cards h2').allInnerTexts(), ['Base URL（接口地址）', '重试（再发一次）', '密钥（一种凭据）']);
    await page.getByRole('navigation', { name: '按首字母找' }).getByRole('link', { name: 'C' }).click();
    assert.match(page.url(), /\/glossary\/#initial-c$/);
    assert.equal(await page.locator(':target h2').innerText(), '重试（再发一次）');
  }
  assert.doesNotMatch(reader.file('answers/index.html'), /class="initials"/);
});

test('the console stayed silent', () => assert.deepEqual(reader.noise, []));
