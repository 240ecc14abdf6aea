/** Feeds: what parsers that did not make them read, whatever editors write. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { parseFeed } from '@rowanmanning/feed-parser';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import { getElementsByTagName, textContent } from 'domutils';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { parseDocument } from 'htmlparser2';
import RssParser from 'rss-parser';
import { escapeHtml } from '#lib/html.ts';
import { cleanLine } from '#lib/text.ts';
import type { Edition } from '#markup/edition.ts';
import { feedItem, type FeedItem } from '#markup/forms/feed.ts';
import type { Entry } from '#model/entry.ts';
import { feedFile, feedsOf } from '#model/feeds.ts';
import type { Feed, Site } from '#model/site.ts';
import { atom } from '#outputs/atom.ts';
import { jsonFeed } from '#outputs/json-feed.ts';
import type { Output } from '#outputs/output.ts';
import { rss } from '#outputs/rss.ts';
import { loadSite } from '#site/load.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { smallSite } from '../helpers/content.ts';
import { withFields } from '../helpers/hostile.ts';
import { given } from '../helpers/outputs.ts';

const address = 'https://small.example/docs';
let files: Map<string, string>;
let edition: Edition;

before(async () => {
  files = readTree((await buildSmall({ url: address })).out);
  edition = loadSite({ contentDir: smallSite, today, url: address }).edition!;
});

const partPaths = ['/', '/answers/', '/guides/', '/examples/', '/checklists/', '/glossary/', '/posts/', '/tags/base-url/'];

test('the site, each kind and each tag have a feed in three formats', () => {
  assert.deepEqual(
    [...files.keys()].filter((path) => /\/(rss\.xml|atom\.xml|feed\.json)$/.test(path)).sort(),
    partPaths.flatMap((path) => [`${path}atom.xml`, `${path}feed.json`, `${path}rss.xml`]).sort(),
  );
});

test('pages lead to the feeds of the site, and lists to their own before those', () => {
  const own = ['rss.xml', 'atom.xml', 'feed.json'].map((file) => `${address}/${file}`);
  assert.deepEqual(feedLinks('/answers/base-url/index.html'), own);
  assert.deepEqual(feedLinks('/categories/access/index.html'), own);
  assert.deepEqual(feedLinks('/tags/base-url/index.html'), [...own.map((url) => url.replace('/docs/', '/docs/tags/base-url/')), ...own]);
  assert.match(files.get('/tags/base-url/index.html')!, /<a href="\/docs\/tags\/base-url\/rss\.xml" type="application\/rss\+xml">/);
});

test('every feed is announced, and only those of the site on every page', () => {
  const announced = [rss, atom, jsonFeed].flatMap((output) => output.resources!(edition.site));
  assert.deepEqual(announced.map(({ path }) => path), ['rss.xml', 'atom.xml', 'feed.json'].flatMap((file) => partPaths.map((path) => path + file)));
  assert.deepEqual(announced.filter(({ rel }) => rel).map(({ path, type, title, about }) => [path, type, title, about.zh]), [
    ['/rss.xml', 'application/rss+xml', '小站 (RSS)', '“小站”最近更新的条目，至多 100 篇，全文。'],
    ['/atom.xml', 'application/atom+xml', '小站 (Atom)', '“小站”最近更新的条目，至多 100 篇，全文。'],
    ['/feed.json', 'application/feed+json', '小站 (JSON Feed)', '“小站”最近更新的条目，至多 100 篇，全文。'],
  ]);
});

test('an item says where its answer holds, and that it is overdue, beside the answer', () => {
  assert.equal(
    itemsAt('/')[6]!.summary,
    '返回 401 时先查请求头：Authorization 里要有 Bearer 和一个空格，后面是完整的密钥，前后没有多余空格或换行；其余原因很少见。\n这一页应在 2026-01-31 复核，目前已过期：照做之前请先核对关键信息。\n适用：状态码是 401。\n不适用：状态码是 403 或 429。',
  );
});

test('content carries no relative address, and no link without a text', () => {
  for (const { html, url } of itemsAt('/')) {
    for (const [, value] of html.matchAll(/ (?:href|src)="([^"]*)"/g)) assert.match(value!, /^https:\/\//, url);
    assert.doesNotMatch(html, /<a [^>]*><\/a>/, url);
  }
});

test('the RSS of a tag', () => {
  const { html, summary } = itemsAt('/tags/base-url/')[0]!;
  assert.equal(
    files.get('/tags/base-url/rss.xml'),
    '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">' +
      '<channel><title>接口地址 · 小站</title><description>一个用来测试的小站，回答几个关于接口的问题。</description><link>https://small.example/docs/tags/base-url/</link>' +
      '<language>zh-CN</language><lastBuildDate>Wed, 04 Mar 2026 00:00:00 GMT</lastBuildDate><atom:link href="https://small.example/docs/tags/base-url/rss.xml" rel="self" type="application/rss+xml"/>' +
      '<item><title>接口地址应该填什么？</title><link>https://small.example/docs/answers/base-url/</link><guid isPermaLink="true">https://small.example/docs/answers/base-url/</guid>' +
      `<description>${summary}</description><pubDate>Wed, 04 Mar 2026 00:00:00 GMT</pubDate><content:encoded><![CDATA[${html}]]></content:encoded>` +
      '<dc:creator>小站编辑部</dc:creator><category>接入</category><category>接口地址</category></item></channel></rss>',
  );
});

test('the Atom of a tag', () => {
  const { html, summary } = itemsAt('/tags/base-url/')[0]!;
  assert.equal(
    files.get('/tags/base-url/atom.xml'),
    `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
  <author>
    <name>小站编辑部</name>
    <uri>https://small.example/docs/about/</uri>
  </author>
  <id>https://small.example/docs/tags/base-url/</id>
  <link href="https://small.example/docs/tags/base-url/" rel="alternate" type="text/html"/>
  <link href="https://small.example/docs/tags/base-url/atom.xml" rel="self" type="application/atom+xml"/>
  <subtitle type="text">一个用来测试的小站，回答几个关于接口的问题。</subtitle>
  <title type="text">接口地址 · 小站</title>
  <updated>2026-03-04T00:00:00.000Z</updated>
  <entry>
    <category term="接入"/>
    <category term="接口地址"/>
    <content type="html"><![CDATA[${html}]]></content>
    <id>https://small.example/docs/answers/base-url/</id>
    <link href="https://small.example/docs/answers/base-url/" rel="alternate" type="text/html"/>
    <published>2026-01-02T00:00:00.000Z</published>
    <summary type="text">${summary}</summary>
    <title type="text">接口地址应该填什么？</title>
    <updated>2026-03-04T00:00:00.000Z</updated>
  </entry>
</feed>
`,
  );
});

test('JSON feeds follow JSON Feed 1.1', () => {
  const isFeed = ajvFormats.default(new Ajv({ allErrors: true })).compile(jsonFeedSchema);
  for (const path of partPaths) {
    const feed = JSON.parse(files.get(`${path}feed.json`)!) as { feed_url: string; home_page_url: string; items: Record<string, unknown>[] };
    assert.ok(isFeed(feed), JSON.stringify(isFeed.errors));
    assert.deepEqual([feed.home_page_url, feed.feed_url], [`${address}${path}`, `${address}${path}feed.json`]);
    assert.deepEqual(
      feed.items,
      itemsAt(path).map(({ url, title, published, changed, summary, html, topics }) => ({ id: url, url, title, summary, content_html: html, date_published: published.toISOString(), date_modified: changed.toISOString(), tags: topics })),
    );
    assert.equal(new Set(feed.items.map(({ id }) => id)).size, feed.items.length);
  }
});

test('rss-parser reads from RSS and Atom what was meant', async () => {
  const parser = new RssParser<object, { summary?: string; 'content:encoded'?: string; 'dc:creator'?: string; id?: string; updated?: string }>({ customFields: { item: ['updated'] } });
  for (const path of partPaths) {
    const items = itemsAt(path);
    const fromRss = await parser.parseString(files.get(`${path}rss.xml`)!);
    assert.deepEqual([fromRss.link, fromRss.feedUrl], [`${address}${path}`, `${address}${path}rss.xml`]);
    assert.deepEqual(
      fromRss.items.map((item) => [item.guid, item.link, item.title, item.isoDate, item.content, item['content:encoded'], item.categories, item['dc:creator']]),
      items.map(({ url, title, changed, summary, html, topics }) => [url, url, title, changed.toISOString(), escapeHtml(summary), html, topics, '小站编辑部']),
    );
    const fromAtom = await parser.parseString(files.get(`${path}atom.xml`)!);
    assert.deepEqual([fromAtom.link, fromAtom.feedUrl], [`${address}${path}`, `${address}${path}atom.xml`]);
    assert.deepEqual(
      fromAtom.items.map((item) => [item.id, item.link, item.title, item.isoDate, item.updated, item.summary, item.content]),
      items.map(({ url, title, published, changed, summary, html }) => [url, url, title, published.toISOString(), changed.toISOString(), summary, html]),
    );
  }
});

test('feed-parser reads the same items from RSS and Atom', () => {
  // It decodes entities once more than XML does.
  const decode = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  for (const path of partPaths) {
    for (const file of ['rss.xml', 'atom.xml']) {
      const feed = parseFeed(files.get(path + file)!);
      assert.deepEqual([feed.url, feed.self, feed.language, feed.updated?.toISOString()], [`${address}${path}`, `${address}${path}${file}`, 'zh-CN', itemsAt(path)[0]!.changed.toISOString()]);
      assert.deepEqual(
        feed.items.map(({ id, url, title, updated, description, content, categories, authors }) => [id, url, title, updated, description, content, categories.map(({ term }) => term), authors.map(({ name }) => name)]),
        itemsAt(path).map(({ url, title, changed, summary, html, topics }) => [url, url, title, changed, summary, decode(html), topics, ['小站编辑部']]),
      );
    }
  }
});

test('a feed holds the 100 entries that changed last, by the day on which their meaning changed', () => {
  const [first] = edition.site.ofKind('answers');
  const days = Array.from({ length: 120 }, (_, index) => `2026-01-${String((index * 7) % 31 + 1).padStart(2, '0')}`);
  const entries = days.map((_, index): Entry => ({ ...first!, ref: `answers/e-${index}`, path: `/answers/e-${index}/` }));
  const changedOn = ({ ref }: Entry) => days[Number(ref.slice('answers/e-'.length))]!;
  const [feed] = feedsOf({ ...edition.site, entries, lists: [], changedOn });
  assert.deepEqual(feed!.entries.map(changedOn), days.sort().reverse().slice(0, 100));
  assert.equal(feed!.updated, '2026-01-31');
  assert.deepEqual(feedsOf({ ...edition.site, entries: [], lists: [] }), []);
});

test('an author whose name looks like a number stays a text', async () => {
  for (const name of ['007', '1e3', '0x1F', 'true', '$&']) {
    const { items } = parseFeed(await firstFile(rss, withText(edition, name)));
    assert.deepEqual(items[0]!.authors.map((author) => author.name), [name]);
  }
});

test('no text breaks a feed, and every text comes back as it was written', async () => {
  const parts = ['<', '&', '&amp;', ']]>', '<![CDATA[', '</script>', '</title>', '<b>粗</b>', '"', "'", '\u0000', '\u0007', '\u001b[31m', '\u0085', '\ud800', '\uffff', '\u2028', '😀', '👩‍👩‍👧', '\u202e', 'مرحبا', 'שלום', '&#0;', '-->', '<?xml?>', '%', '\\', '接口'.repeat(40)];
  const text = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'grapheme', maxLength: 8 })), { minLength: 1, maxLength: 8 }).map((found) => cleanLine(`题${found.join('')}`));
  await fc.assert(fc.asyncProperty(text, async (written) => {
    const hostile = withText(edition, written);
    const { summary, html } = feedItem(hostile, hostile.site.entries[0]!);
    const fromRss = readXml(await firstFile(rss, hostile));
    assert.deepEqual(['title', 'dc:creator', 'category', 'description', 'content:encoded'].map((name) => fromRss('item', name)), [written, written, written, escapeHtml(summary), html]);
    assert.equal(fromRss('channel', 'title'), written);
    const fromAtom = readXml(await firstFile(atom, hostile));
    assert.deepEqual(['title', 'summary', 'content'].map((name) => fromAtom('entry', name)), [written, summary, html]);
    assert.deepEqual([fromAtom('feed', 'title'), fromAtom('author', 'name')], [written, written]);
    const fromJson = JSON.parse(await firstFile(jsonFeed, hostile)) as { title: string; items: { title: string; summary: string; content_html: string }[] };
    assert.deepEqual([fromJson.title, fromJson.items[0]!.title, fromJson.items[0]!.summary, fromJson.items[0]!.content_html], [written, written, summary, html]);
  }), { numRuns: 1000 });
});

/** The items that the feed at `path` should hold. */
function itemsAt(path: string): FeedItem[] {
  return feedsOf(edition.site).find((feed) => feed.path === path)!.entries.map((entry) => feedItem(edition, entry));
}

/** Addresses of the feeds to which the head of a page leads. */
function feedLinks(path: string): string[] {
  const types = new Set((['rss', 'atom', 'json'] as const).map((format) => feedFile({ path: '/', title: '' }, format).type));
  return getElementsByTagName('link', parseDocument(files.get(path)!)).filter(({ attribs }) => attribs['rel'] === 'alternate' && types.has(attribs['type']!)).map(({ attribs }) => attribs['href']!);
}

/** A site of one entry, which says `text` wherever an editor could. */
function withText(from: Edition, text: string): Edition {
  const [entry] = from.site.ofKind('answers');
  const { boundaries, category } = entry!.data;
  const { config } = from.site;
  const categories = config.categories.map((item) => (item.id === category ? { ...item, label: text } : item));
  const site: Site = { ...from.site, entries: [withFields(entry!, { title: text, shortAnswer: text, boundaries: { ...boundaries, notFor: [text] } })], config: { ...config, name: text, description: text, categories, author: { ...config.author, name: text } } };
  return { ...from, site: { ...site, feeds: feedsOf(site) } };
}

/** The file of the site's own feed. */
async function firstFile(output: Output<Feed>, of: Edition): Promise<string> {
  for await (const { content } of output.files(of, { ...given, subject: of.site.feeds[0]! })) return content as string;
  throw new Error(`${output.id} made no file.`);
}

/** Makes sure that `xml` is well-formed; gives the text of the first element of a name right below the first of another. */
function readXml(xml: string): (parent: string, name: string) => string {
  assert.equal(XMLValidator.validate(xml), true);
  assert.match(xml, /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u);
  const document = parseDocument(xml, { xmlMode: true });
  return (parent, name) => textContent(getElementsByTagName(name, getElementsByTagName(parent, document)[0]!.children, false)[0]!);
}

/** https://www.jsonfeed.org/version/1.1/, as strict as its words: nothing deprecated, nothing unknown. */
const url = { type: 'string', format: 'uri', pattern: '^https://' };
const said = { type: 'string', minLength: 1 };
const jsonFeedSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'title', 'items'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: said,
    home_page_url: url,
    feed_url: url,
    description: said,
    language: said,
    authors: { type: 'array', items: { type: 'object', additionalProperties: false, minProperties: 1, properties: { name: said, url } } },
    items: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'content_html'],
        properties: { id: said, url, title: said, summary: said, content_html: said, date_published: { type: 'string', format: 'date-time' }, date_modified: { type: 'string', format: 'date-time' }, tags: { type: 'array', items: said } },
      },
    },
  },
};
