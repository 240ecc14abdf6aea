/** What the sitemap says of the small site. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { loadSite } from '#site/load.ts';
import { sitemapFiles } from '#outputs/sitemap.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { smallSite } from '../helpers/content.ts';

let files: Map<string, string>;

before(async () => {
  files = readTree((await buildSmall()).out);
});

const xml = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['url', 'sitemap'].includes(name) });

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

test('what is too much for one file goes on in the next, and the index names both', async () => {
  const { site } = loadSite({ contentDir: smallSite, today }).edition!;
  const parts = new Map<string, string>();
  for await (const { path, content } of sitemapFiles(site, 10)) parts.set(path, content as string);
  const pagesOf = (text: string) => (xml.parse(text) as { urlset: { url: { loc: string }[] } }).urlset.url.map(({ loc }) => loc);
  const { sitemapindex } = xml.parse(parts.get('/sitemap-index.xml')!) as { sitemapindex: { sitemap: { loc: string }[] } };
  assert.deepEqual(sitemapindex.sitemap.map(({ loc }) => loc), ['https://small.example/sitemap-0.xml', 'https://small.example/sitemap-1.xml']);
  assert.deepEqual([...parts.keys()], ['/sitemap-0.xml', '/sitemap-1.xml', '/sitemap-index.xml']);
  const [first, second] = [pagesOf(parts.get('/sitemap-0.xml')!), pagesOf(parts.get('/sitemap-1.xml')!)];
  assert.equal(first.length, 10);
  assert.deepEqual([...first, ...second], pagesOf(files.get('/sitemap-0.xml')!));
});
