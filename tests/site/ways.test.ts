/** Ways to entries besides their lists: numbered pages, what is new, what falls due, every title, neighbours, maps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSite } from '#site/load.ts';
import { homePage } from '#site/pages/hubs.ts';
import { draw } from '#site/pages/map/draw.ts';
import type { Edge } from '#site/pages/map/graph.ts';
import { cutLines } from '#site/pages/map/lines.ts';
import { mapPages } from '#site/pages/map/map.ts';
import { neighboursOf } from '#site/pages/neighbours.ts';
import { pagesOf } from '#site/pages/pagination.ts';
import { duePage, newestPage, questionsPages } from '#site/pages/ways.ts';
import type { Site } from '#model/site.ts';
import type { MapProps } from '#ui/drawing.ts';
import type { HomeProps, ListProps } from '#ui/props.ts';
import type { QuestionsProps } from '#ui/ways.ts';
import { today } from '../helpers/build.ts';
import { makeContent, minimalConfig, smallSite } from '../helpers/content.ts';
import { fill } from '../helpers/fixture.ts';

const small = loadSite({ contentDir: smallSite, today }).edition!.site;

/** A site of files that hold only what they are about. */
function siteOf(files: Record<string, string>, config = minimalConfig): Site {
  const filled = Object.entries(files).map(([name, text]) => [name, fill(name, `---\n${text}\n---\n`).text] as const);
  return loadSite({ contentDir: makeContent({ 'site.yaml': config, ...Object.fromEntries(filled) }), today }).edition!.site;
}

test('the first page of a list names every page, so that none is more than one touch away', () => {
  const first = pagesOf(small, '/answers/', 1, 286);
  assert.deepEqual(first.near.map(({ number }) => number), [1, 2, 3, 286]);
  assert.deepEqual([first.all.length, first.all[285]!.href, first.previous, first.next], [286, '/answers/page/286/', undefined, '/answers/page/2/']);
  const other = pagesOf(small, '/answers/', 9, 286);
  assert.deepEqual([other.near.map(({ number }) => number), other.all, other.previous], [[1, 7, 8, 9, 10, 11, 286], [], '/answers/page/8/']);
  assert.deepEqual(pagesOf(small, '/answers/', 1, 3).all, [], 'where the neighbours are all there is');
  assert.deepEqual(pagesOf(small, '/answers/', 1, 401).all, [], 'more numbers than anyone reads');
});

test('home shows each entry once: what is new is what is not shown as most used', () => {
  const { mostLinked, newest } = homePage(loadSite({ contentDir: smallSite, today }).edition!).props as HomeProps;
  const shown = [...mostLinked, ...newest].map(({ href }) => href);
  assert.deepEqual(shown, [...new Set(shown)]);
  assert.ok(mostLinked.length > 0 && newest.length > 0);
});

test('the newest come first, and what falls due first stands first among the reviews', () => {
  const days = (cards: ListProps['cards'], of: 'updated' | 'due') => cards.map((card) => card[of]!.iso);
  const newest = days((newestPage(small).props as ListProps).cards, 'updated');
  assert.deepEqual(newest, [...newest].sort().reverse());
  const { cards } = duePage(small).props as ListProps;
  assert.deepEqual(days(cards, 'due'), [...days(cards, 'due')].sort());
  assert.equal(cards[0]!.overdue, true);
});

test('of entries that changed on one day, pages show first what the feed of the site names first', () => {
  const site = siteOf({
    'answers/early.mdx': 'title: 早先发布的一篇\npublished: 2026-01-01\nupdated: 2026-05-01',
    'answers/late.mdx': 'title: 后来发布的一篇\npublished: 2026-03-01\nupdated: 2026-05-01',
  });
  const shown = (newestPage(site).props as ListProps).cards.map(({ href }) => href);
  assert.deepEqual(shown, site.feeds[0]!.entries.map(({ path }) => path));
  assert.deepEqual(shown, ['/answers/late/', '/answers/early/']);
});

test('every title stands once on the pages of all questions, under its category', () => {
  const pages = questionsPages(small).map(({ make }) => make().props as QuestionsProps);
  const titles = pages.flatMap(({ groups }) => groups.flatMap(({ questions }) => questions.map(({ text }) => text)));
  assert.deepEqual(titles.sort(), small.entries.map(({ data }) => data.title).sort());
  assert.deepEqual(pages[0]!.groups.map(({ text }) => text), ['接入', '报错']);
});

test('posts have neighbours by date, parts of a guide by date within it, answers none', () => {
  const site = siteOf({
    'posts/b.mdx': 'title: 第二篇文章\npublished: 2026-02-02',
    'posts/a.mdx': 'title: 第三篇文章\npublished: 2026-03-03',
    'posts/c.mdx': 'title: 第一篇文章\npublished: 2026-01-01',
    'guides/whole.mdx': 'title: 整个系列的指南',
    'guides/one.mdx': 'title: 系列里的第一步\npublished: 2026-01-01\nrelated: [{ to: guides/whole, as: partOf }]',
    'guides/two.mdx': 'title: 系列里的第二步\npublished: 2026-02-01\nrelated: [{ to: guides/whole, as: partOf }]',
    'guides/alone.mdx': 'title: 不在系列里的指南\npublished: 2026-01-15',
    'guides/other.mdx': 'title: 另一个系列的指南',
    'guides/both.mdx': 'title: 两个系列都有的一步\npublished: 2026-01-20\nrelated: [{ to: guides/whole, as: partOf }, { to: guides/other, as: partOf }]',
    'guides/third.mdx': 'title: 另一个系列里的一步\npublished: 2026-01-25\nrelated: [{ to: guides/other, as: partOf }]',
    'answers/part.mdx': 'related: [{ to: guides/whole, as: partOf }]',
  });
  const around = (ref: string) => Object.fromEntries(Object.entries(neighboursOf(site, site.entry(ref)!)).map(([way, link]) => [way, link.text]));
  assert.deepEqual(around('posts/b'), { previous: '第一篇文章', next: '第三篇文章' });
  assert.deepEqual(around('posts/a'), { previous: '第二篇文章' });
  assert.deepEqual(around('guides/one'), { next: '两个系列都有的一步' });
  assert.deepEqual(around('guides/both'), { previous: '系列里的第一步', next: '系列里的第二步' });
  assert.deepEqual(around('guides/third'), { previous: '两个系列都有的一步' });
  for (const ref of ['guides/whole', 'guides/alone', 'answers/part']) assert.deepEqual(around(ref), {}, ref);
});

const items = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id, href: `/${id}/` }));
const edges: Edge[] = [{ from: 'a', to: 'd', as: 'seeAlso', weight: 1 }, { from: 'd', to: 'b', as: 'requires', weight: 1 }];

test('a map puts related names close to each other, and is the same each time', () => {
  const { nodes, height } = draw([{ items }], edges);
  assert.deepEqual(draw([{ items }], edges).nodes, nodes);
  assert.equal(height, 4 * 48);
  const row = Object.fromEntries(nodes.map(({ text, y }) => [text, y]));
  assert.ok(Math.abs(row['a']! - row['d']!) === 48 || Math.abs(row['d']! - row['b']!) === 48);
  assert.deepEqual(nodes.flatMap(({ text, arcs, ends }) => [...arcs.map(({ as }) => `${text} ${as}`), ...ends.map(() => `→ ${text}`)]).sort(), ['a seeAlso', 'd requires', '→ b', '→ d'].sort());
});

test('each written relation is one arc and one entry of the list', () => {
  const [page, ...others] = mapPages(small);
  assert.equal(others.length, 0);
  const { drawing, groups } = page!.make().props as MapProps;
  const written = small.entries.flatMap(({ ref }) => small.relations(ref).filter(({ derived }) => !derived));
  assert.ok(written.length > 0);
  assert.equal(drawing.nodes.flatMap(({ arcs }) => arcs).length, written.length);
  assert.equal(groups.flatMap(({ entries }) => entries.flatMap(({ relations }) => relations.flatMap(({ links }) => links))).length, written.length);
});

test('a site of more than 120 entries has a map of its categories and one of each', () => {
  const many = Array.from({ length: 121 }, (_, index) => [`answers/q${index}.mdx`, `title: 第 ${index} 个问题的题目\ncategory: ${index % 2 ? 'access' : 'errors'}\n${index ? `related: [{ to: answers/q${index - 1}, as: seeAlso }]` : ''}`]);
  const site = siteOf(Object.fromEntries(many), minimalConfig.replace('categories: [', 'categories: [{ id: errors, label: 报错 }, '));
  const pages = mapPages(site);
  assert.deepEqual(pages.map(({ path }) => path), ['/map/', '/map/errors/', '/map/access/']);
  const { drawing } = pages[0]!.make().props as MapProps;
  assert.deepEqual(drawing.nodes.map(({ text, arcs }) => [text, arcs.map(({ weight }) => weight)]).sort(), [['报错', [60]], ['接入', [60]]].sort());
});

test('names are cut into lines between words, punctuation stays with what it closes, and what is left ends in an ellipsis', () => {
  assert.deepEqual(cutLines('短的名字', 10, 2), ['短的名字']);
  assert.deepEqual(cutLines('图片和视频生成为什么不能，当聊天', 12, 2), ['图片和视频生成为什么不', '能，当聊天']);
  assert.deepEqual(cutLines('用 OpenAI-compatible 的方式', 10, 2), ['用', 'OpenAI-compatib…']);
  assert.deepEqual(cutLines('问'.repeat(80), 10, 2), ['问'.repeat(10), `${'问'.repeat(9)}…`]);
  for (const line of cutLines('👨‍👩‍👧'.repeat(30), 8, 2)) assert.doesNotMatch(line, /\u200d…?$/);
});
