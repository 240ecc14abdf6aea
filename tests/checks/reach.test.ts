/** How far entries are from home: what the check says is what a walk through the built pages finds. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { CheckContext } from '#checks/check.ts';
import { reach } from '#checks/reach.ts';
import { kinds } from '#kinds/index.ts';
import { emptyDocument } from '#markup/document.ts';
import { makeEdition } from '#markup/make-edition.ts';
import type { Entry } from '#model/entry.ts';
import { assembleSite } from '#model/assemble.ts';
import { buildSite } from '#site/build.ts';
import { loadSite } from '#site/load.ts';
import { readTree, today } from '../helpers/build.ts';
import { answer, makeContent, minimalConfig, tempDir } from '../helpers/content.ts';
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

test('every entry of a long list is three clicks from home', async () => {
  const files = Object.fromEntries([...Array.from({ length: count }, (_, index) => entry(index + 1))]);
  const about = fill('pages/about.mdx', '---\n---\n\n见[列表末尾的一篇](/answers/a110/)。\n').text;
  const contentDir = makeContent({ 'site.yaml': minimalConfig, 'pages/about.mdx': about, ...files });
  const out = join(tempDir(), 'dist');
  const { problems } = await buildSite({ contentDir, out, today });
  const clicks = walk(readTree(out));
  assert.deepEqual(Array.from({ length: count }, (_, index) => slugOf(index + 1)).filter((slug) => !((clicks.get(`/answers/${slug}/`) ?? Infinity) <= 3)), []);
  assert.deepEqual(problems.filter(({ rule }) => rule === 'reach/far'), []);
});

test('a category of more pages than its first one links has entries that are far', () => {
  const { edition } = loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer() }), today });
  const [one] = edition!.site.entries;
  const entries = Array.from({ length: 20_001 }, (_, index): Entry => ({ ...one!, ref: `answers/b${index}`, path: `/answers/b${index}/` }));
  const site = assembleSite({ config: edition!.site.config, kinds, entries, pages: [], today });
  const far = makeEdition({ ...edition!, site, document: emptyDocument, leads: () => [] });
  const found = reach.find!({ edition: far, settings: () => ({ file: 'site.yaml', line: 7, column: 20 }), keepIn: (_item: Entry, _topic: string, _basis: string, make: () => unknown) => make() } as unknown as CheckContext).filter(({ rule }) => rule === 'reach/far');
  assert.deepEqual(found.map(({ file, line, column, message, hint }) => ({ file, line, column, message, hint })), [{
    file: 'site.yaml',
    line: 7,
    column: 20,
    message: { zh: '分类 "access" 有 20001 篇，其中 19901 篇从首页点三次到不了，例如 answers/b10087。', en: 'The category "access" holds 20001 entries, 19901 of which are more than three clicks from home, such as answers/b10087.' },
    hint: { zh: '把它拆成每个不超过 20000 篇的几个分类，或从列表靠前的条目链接到后面的。', en: 'Split it into categories of 20000 entries at most, or link to the later entries from those that lists show first.' },
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
