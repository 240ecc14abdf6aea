/** How far entries are from home: what the check says is what a walk through the built pages finds. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildSite } from '#site/build.ts';
import { readTree, today } from '../helpers/build.ts';
import { makeContent, minimalConfig, tempDir } from '../helpers/content.ts';
import { fill } from '../helpers/fixture.ts';

const count = 130;
/** Entries are listed in the order of their numbers. */
const slugOf = (number: number) => `a${String(number).padStart(3, '0')}`;

function entry(number: number): [file: string, text: string] {
  const file = `answers/${slugOf(number)}.mdx`;
  const day = new Date(Date.UTC(2026, 4, 1) - number * 86_400_000).toISOString().slice(0, 10);
  const body = number === 3 ? '\n见[后面的一篇](answers/a105)。\n' : '';
  return [file, fill(file, `---\npublished: ${day}\nupdated: ${day}\n---\n${body}`).text];
}

test('entries beyond three clicks are counted by category, as a walk from home counts them', async () => {
  const files = Object.fromEntries([...Array.from({ length: count }, (_, index) => entry(index + 1))]);
  const about = fill('pages/about.mdx', '---\n---\n\n见[列表末尾的一篇](/answers/a110/)。\n').text;
  const contentDir = makeContent({ 'site.yaml': minimalConfig, 'pages/about.mdx': about, ...files });
  const out = join(tempDir(), 'dist');
  const { problems } = await buildSite({ contentDir, out, today });
  const clicks = walk(readTree(out));
  const far = Array.from({ length: count }, (_, index) => slugOf(index + 1)).filter((slug) => (clicks.get(`/answers/${slug}/`) ?? Infinity) > 3);
  assert.deepEqual([far.length, far[0], far.includes('a105'), far.includes('a110')], [28, 'a101', false, false]);
  assert.deepEqual(problems.filter(({ rule }) => rule === 'reach/far').map(({ file, line, column, message, hint }) => ({ file, line, column, message, hint })), [{
    file: 'site.yaml',
    line: 7,
    column: 20,
    message: { zh: '分类 "access" 有 130 篇，其中 28 篇从首页点三次到不了，例如 answers/a101。', en: 'The category "access" holds 130 entries, 28 of which are more than three clicks from home, such as answers/a101.' },
    hint: { zh: '把它拆成每个不超过 100 篇的几个分类，或从列表靠前的条目链接到后面的。', en: 'Split it into categories of 100 entries at most, or link to the later entries from those that lists show first.' },
  }]);
});

/** How many links lead from home to each page, at least, without those that change with every new entry: cards on home, and "more like this". */
function walk(tree: ReadonlyMap<string, string>): Map<string, number> {
  const clicks = new Map([['/', 0]]);
  for (const [path, distance] of clicks) {
    const html = (tree.get(`${path}index.html`) ?? '').replace(/<section[^>]* id="page-more"[\s\S]*?<\/section>/, '');
    const links = Array.from(html.matchAll(/<a [^>]*?href="(\/[^"#?]*)/g), ([, href]) => href!);
    for (const href of links) if (!clicks.has(href) && !(path === '/' && /^\/answers\/./.test(href))) clicks.set(href, distance + 1);
  }
  return clicks;
}
