/** What every machine output says of the small site. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { buildSmall, readTree } from '../helpers/build.ts';

let files: Map<string, string>;

before(async () => {
  files = readTree((await buildSmall()).out);
});

const xml = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['item', 'url', 'sitemap'].includes(name) });

test('the sitemap names every page that may be indexed, with the day of its content', () => {
  const index = xml.parse(files.get('/sitemap-index.xml')!) as { sitemapindex: { sitemap: { loc: string; lastmod: string }[] } };
  assert.deepEqual(index.sitemapindex.sitemap, [{ loc: 'https://small.example/sitemap-0.xml', lastmod: '2026-03-04T00:00:00.000Z' }]);
  const { urlset } = xml.parse(files.get('/sitemap-0.xml')!) as { urlset: { url: { loc: string; lastmod: string }[] } };
  assert.deepEqual(
    urlset.url.map(({ loc, lastmod }) => `${loc.replace('https://small.example', '')} ${lastmod.slice(0, 10)}`).sort(),
    [
      '/ 2026-03-04',
      '/about/ 2026-01-01',
      '/answers/ 2026-03-04',
      '/answers/base-url/ 2026-03-04',
      '/answers/overdue/ 2026-01-01',
      '/categories/access/ 2026-03-04',
      '/categories/errors/ 2026-01-01',
      '/checklists/ 2026-02-05',
      '/checklists/before-launch/ 2026-02-05',
      '/examples/ 2026-02-03',
      '/examples/hello/ 2026-02-03',
      '/for-machines/ 2026-03-04',
      '/glossary/ 2026-02-06',
      '/glossary/base-url/ 2026-02-06',
      '/guides/ 2026-02-01',
      '/guides/first-call/ 2026-02-01',
      '/posts/ 2026-02-08',
      '/posts/two-addresses/ 2026-02-08',
      '/tags/base-url/ 2026-03-04',
    ],
  );
});

test('the feed holds every entry with its full content, newest first', () => {
  const { rss } = xml.parse(files.get('/rss.xml')!) as { rss: { channel: { title: string; language: string; item: Record<string, string>[] } } };
  const { channel } = rss;
  assert.equal(channel.title, '小站');
  assert.equal(channel.language, 'zh-CN');
  assert.deepEqual(channel.item.map(({ link }) => link), [
    'https://small.example/answers/base-url/',
    'https://small.example/posts/two-addresses/',
    'https://small.example/glossary/base-url/',
    'https://small.example/checklists/before-launch/',
    'https://small.example/examples/hello/',
    'https://small.example/guides/first-call/',
    'https://small.example/answers/overdue/',
  ]);
  const [first] = channel.item;
  assert.equal(first!['dc:creator'], '小站编辑部');
  assert.equal(first!['pubDate'], 'Wed, 04 Mar 2026 00:00:00 GMT');
  assert.match(first!['content:encoded']!, /不适用<\/strong>：只浏览网页、不调用接口的情况。/);
  assert.match(first!['content:encoded']!, /<a href="https:\/\/small\.example\/about\/"/);
  assert.match(channel.item[6]!['content:encoded']!, /这一页应在 2026-01-31 复核，目前已过期/);
});
