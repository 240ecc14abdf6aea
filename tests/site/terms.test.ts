/** Terms on pages and in twins: what a page says of those it links to, and where each is used. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entryMarkdown } from '#markup/forms/markdown.ts';
import { entryHtml } from '#markup/forms/html.ts';
import { entryPage, trustPage } from '#site/pages/entry.ts';
import { toolsOf } from '#site/pages/tools.ts';
import { loadSite } from '#site/load.ts';
import { today } from '../helpers/build.ts';
import { makeContent, minimalConfig } from '../helpers/content.ts';
import { fill } from '../helpers/fixture.ts';

const files = {
  'glossary/rate-limit.mdx': '---\nterm: 限流\nenglish: rate limiting\nshortAnswer: 限流是服务方在一段时间里只接受若干次请求（例如 v1.2 每分钟 60 次）的做法！超出的请求不会排队，而是立刻得到 429，过一会儿再发就能成功。\n---\n\n限流和额度是两回事。\n',
  ...Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`answers/a${index}.mdx`, '---\n---\n\n遇到限流，就等一等再试。\n'])),
  'answers/quiet.mdx': '---\n---\n\n没有用到术语。\n',
  'pages/about.mdx': '---\n---\n\n我们也会限流。\n',
};

function load(change: Record<string, string> = {}) {
  const texts = Object.entries({ ...files, ...change }).map(([name, text]) => [name, fill(name, text).text]);
  return loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, ...Object.fromEntries(texts) }), today }).edition!;
}

const edition = load();
const { site } = edition;
const note = { name: '限流', english: 'rate limiting', href: '/glossary/rate-limit/', definition: '限流是服务方在一段时间里只接受若干次请求（例如 v1.2 每分钟 60 次）的做法！' };
const propsOf = (ref: string) => entryPage(edition, site.entry(ref)!).props as { terms: object[]; usedBy: { count: number; links: { href: string }[] }; mentionedBy: object[] };

test('a page carries the first sentence of the definition of each term that it links to, and no others', () => {
  assert.deepEqual(propsOf('answers/a1').terms, [note]);
  assert.deepEqual(propsOf('answers/quiet').terms, []);
  assert.deepEqual(propsOf('glossary/rate-limit').terms, []);
  assert.deepEqual((trustPage(edition, site.pages[0]!).props as { terms: object[] }).terms, [note]);
});

test('what is past its review says so where it is shown elsewhere: beside its name, and in what a reader copies', () => {
  const late = load({ 'glossary/rate-limit.mdx': '---\nterm: 限流\nreview: { volatility: stable, by: 2026-05-20 }\n---\n\n限流。\n' });
  const { terms } = entryPage(late, late.site.entry('answers/a1')!).props as { terms: { overdue?: string }[] };
  assert.deepEqual(terms.map(({ overdue }) => overdue), ['已过复核日期']);
  const quoteOf = (of: typeof late) => toolsOf(of, of.site.entry('glossary/rate-limit')!).quote.split('\n');
  assert.equal(quoteOf(late)[2], '这一页应在 2026年5月20日 复核，目前已过期：照做之前请先核对关键信息。');
  assert.equal(quoteOf(late).length, quoteOf(edition).length + 1);
});

test('a term that is English already is not said twice', () => {
  const other = load({ 'glossary/rate-limit.mdx': '---\nterm: SSE\nenglish: sse\n---\n\n一种流。\n', 'answers/a0.mdx': '---\n---\n\n用 SSE 接收。\n' });
  const { terms } = entryPage(other, other.site.entry('answers/a0')!).props as { terms: { name: string; english?: string }[] };
  assert.deepEqual(terms.map(({ name, english }) => [name, english]), [['SSE', undefined]]);
});

test('the page of a term names the first twenty entries that use it, in the order of the site, and the twin the same', () => {
  const users = site.ofKind('answers').filter(({ ref }) => ref !== 'answers/quiet');
  const { usedBy, mentionedBy } = propsOf('glossary/rate-limit');
  assert.deepEqual([usedBy.count, mentionedBy], [21, []]);
  assert.deepEqual(usedBy.links.map(({ href }) => href), users.slice(0, 20).map(({ path }) => path));
  const { rest } = entryMarkdown(edition, site.entry('glossary/rate-limit')!);
  assert.equal(rest.split('## 用到这个术语的条目（共 21 篇，列出前 20 篇）\n\n')[1]!.split('\n\n')[0], users.slice(0, 20).map(({ data, path }) => `- [${data.title}](https://test.example${path})`).join('\n'));
  assert.deepEqual(propsOf('answers/a1').usedBy, { count: 0, links: [] });
});

test('twins and feeds link with absolute addresses', () => {
  const entry = site.entry('answers/a1')!;
  assert.match(entryMarkdown(edition, entry).rest, /遇到\[限流\]\(https:\/\/test\.example\/glossary\/rate-limit\/\)，/);
  assert.match(entryHtml(edition, entry), /遇到<a class="term" href="https:\/\/test\.example\/glossary\/rate-limit\/">限流<\/a>，/);
});

test('links that come by themselves change no meaning; drafts and retired entries define nothing', () => {
  for (const field of ['draft: true', 'supersededBy: { to: answers/quiet, reason: 内容已并入, since: 2026-05-02 }']) {
    const other = load({ 'glossary/rate-limit.mdx': `---\nterm: 限流\n${field}\n---\n\n限流。\n` });
    assert.deepEqual(other.document(other.site.entry('answers/a1')!).terms, [], field);
    assert.equal(other.meaning(other.site.entry('answers/a1')!), edition.meaning(site.entry('answers/a1')!));
  }
});
