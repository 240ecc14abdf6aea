/** What readers see where it is tight: long names, wide tables, large letters, the reader's own colours, paper. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright';
import { copySmallSite } from '../helpers/content.ts';
import { fill } from '../helpers/fixture.ts';
import { openReader, type Reader } from '../helpers/reader.ts';

const columns = Array.from({ length: 10 }, (_, index) => `第 ${index + 1} 列的名字`);
const tags = ['接口地址与密钥的关系', '状态码', '流式输出', 'Internationalization'];

const body = `
## 清单

- [ ] 先在自己的机器上跑一遍 \`npm test\`，再看[说明](answers/base-url)里的**结果**，都对了这一步才算做完。

## 表格

| ${columns.join(' | ')} |
|${' --- |'.repeat(10)}
| ${columns.map((_, index) => `值 ${index}`).join(' | ')} |

## 选择

<Tabs>
<Tab label="甲">

一

</Tab>
<Tab label="乙">

二

</Tab>
</Tabs>
`;

function tightSite(): string {
  const dir = copySmallSite();
  const config = join(dir, 'site.yaml');
  writeFileSync(config, readFileSync(config, 'utf8')
    .replace('name: 小站\n', 'name: 云计算基础设施问题解答中心知识站\n')
    .replace('label: 接入,', 'label: 接入与配置以及第一次调用之前要准备好的所有事情,')
    .replace('tags:\n', `tags:\n${tags.map((label, index) => `  - { id: tag-${index}, label: ${label} }\n`).join('')}`));
  const page = `---\ntitle: 写满了的一页怎么看？\ntags: [${tags.map((_, index) => `tag-${index}`).join(', ')}]\n---\n${body}`;
  writeFileSync(join(dir, 'answers/tight.mdx'), fill('answers/tight.mdx', page).text);
  return dir;
}

let reader: Reader;
before(async () => (reader = await openReader(tightSite())));
after(() => reader?.close());

const open = (width: number, options: BrowserContextOptions = {}) => reader.open('/answers/tight/', { viewport: { width, height: 900 }, ...options });
const isTooWide = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test('code and links do not tear the words of a task apart', async () => {
  const page = await open(360);
  const { height } = (await page.locator('.task label').boundingBox())!;
  assert.ok(height < 100, `three lines, not columns of ${height} px`);
});

test('a long name of a category or a tag fits beside its label', async () => {
  for (const width of [320, 360, 1100, 1280]) assert.equal(await isTooWide(await open(width)), false, String(width));
});

test('tags on several lines do not cover one another', async () => {
  for (const width of [360, 1280]) {
    const page = await open(width);
    const links = await page.locator('.facts dd a').all();
    assert.equal(links.length, 5);
    for (const link of links) {
      await link.scrollIntoViewIfNeeded();
      const covered = await link.evaluate((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return Array.from(range.getClientRects()).some(({ left, top, bottom }) => [top + 1, bottom - 1].some((y) => document.elementFromPoint(left + 4, y) !== element));
      });
      assert.equal(covered, false, `${width} ${await link.innerText()}`);
    }
  }
});

test('every section is seen beside a long name', async () => {
  for (const width of [960, 1024, 1280]) {
    const page = await open(width);
    const covered = await page.locator('.sections a').evaluateAll((all) => all.filter((link) => {
      const { left, right, top, bottom } = link.getBoundingClientRect();
      return [left + 1, right - 1].some((x) => document.elementFromPoint(x, (top + bottom) / 2) !== link);
    }).map((link) => link.textContent));
    assert.deepEqual(covered, [], String(width));
  }
});

test('letters of twice the size fit too', async () => {
  const wide: string[] = [];
  for (const path of ['/', '/answers/tight/', '/answers/', '/glossary/', '/search/', '/map/']) {
    const page = await reader.open(path);
    await page.addStyleTag({ content: 'html { font-size: 200% }' }).catch(() => page.evaluate(() => (document.documentElement.style.fontSize = '200%')));
    for (const width of [320, 360, 390]) {
      await page.setViewportSize({ width, height: 900 });
      if (await isTooWide(page)) wide.push(`${path} ${width}`);
    }
  }
  reader.noise.length = 0; // the policy, which speaks of the style
  assert.deepEqual(wide, []);
});

test('where the reader’s colours rule, one tab and one line of the contents are marked, not all of them', async () => {
  const page = await open(1280, { forcedColors: 'active' });
  const ground = await page.evaluate(() => getComputedStyle(document.body.appendChild(Object.assign(document.createElement('i'), { style: 'color: Canvas' }))).color);
  const colours = (selector: string, side: string) => page.locator(selector).evaluateAll((all, name) => all.map((element) => getComputedStyle(element).getPropertyValue(name)), side);
  assert.deepEqual(await colours('[role=tab]', 'border-bottom-width'), ['3px', '0px']);
  await page.locator('#page-title').click();
  assert.ok((await colours('.contents a:not([aria-current])', 'border-inline-start-color')).every((colour) => colour === ground));
});

test('on paper a table of ten columns is as wide as the paper', async () => {
  const page = await open(673);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await isTooWide(page), false);
});

test('the console stayed silent', () => assert.deepEqual(reader.noise, []));
