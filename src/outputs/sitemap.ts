/**
 * `/sitemap-index.xml` and its parts, `lastmod` from content. Protocol: https://www.sitemaps.org/protocol.html
 * @astrojs/sitemap writes them: its hooks are called here with the site's own list of pages, since Astro only
 * compiles templates and never sees the pages.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { escapeHtml } from '#lib/html.ts';
import { homePath, listPagePath, machinesPath, pageCount, sitemapPath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import type { Output, OutputFile } from './output.ts';

export const sitemap: Output = {
  id: 'sitemap',
  resources: ({ config }) => (config.ai.search === 'deny' ? [] : [{ path: sitemapPath, type: 'application/xml', title: 'Sitemap', rel: 'sitemap', about: { zh: '每一篇条目、每个列表和关于本站的页面，以及内容改动的日期。', en: 'Every entry, list and page about the site, with the day on which its content changed.' }, example: ({ site }) => `<loc>${escapeHtml(site.url('/sitemap-0.xml'))}</loc>` }]),
  files: ({ site }) => sitemapFiles(site),
};

/** What the protocol allows in one file; a page takes some hundred bytes beside its address. */
const most = { pages: 50_000, bytes: 50_000_000, besideAddress: 100 };

/** The index, and as many sitemaps as hold at most `limit` pages each. */
export async function* sitemapFiles(site: Site, limit = most.pages): AsyncGenerator<OutputFile> {
  if (site.config.ai.search === 'deny') return; // What no index may hold is named to none.
  const lastmod = new Map(indexedPages(site).map(({ path, updated }) => [site.url(path), updated]));
  const longest = lastmod.keys().reduce((size, url) => Math.max(size, url.length), 0);
  const dir = mkdtempSync(join(tmpdir(), 'lede-sitemap-'));
  try {
    await writeSitemaps(site, lastmod, Math.min(limit, Math.floor(most.bytes / (longest + most.besideAddress))), dir);
    for (const name of readdirSync(dir).sort()) yield { path: `/${name}`, content: readFileSync(join(dir, name), 'utf8') };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Every entry, list and page about the site, with the day on which its content last changed. */
function indexedPages(site: Site): { path: string; updated: string }[] {
  const entries = site.entries.map((entry) => ({ path: entry.path, updated: site.changedOn(entry) }));
  const pages = site.pages.map(({ path, data }) => ({ path, updated: data.updated }));
  const latest = (some: Site['entries']) => some.map((entry) => site.changedOn(entry)).reduce((last, day) => (day > last ? day : last));
  const lists = site.lists.flatMap((list) => {
    const updated = latest(list.entries);
    return Array.from({ length: pageCount(list.entries) }, (_, index) => ({ path: listPagePath(list.path, index + 1), updated }));
  });
  const newest = latest(site.entries);
  return [...[homePath, machinesPath].map((path) => ({ path, updated: newest })), ...lists, ...entries, ...pages];
}

async function writeSitemaps(site: Site, lastmod: ReadonlyMap<string, string>, limit: number, dir: string): Promise<void> {
  const { default: astroSitemap } = await import('@astrojs/sitemap');
  const { hooks } = astroSitemap({
    // It sorts them in the same way, which takes next to no time where they are sorted, and is its dearest step where not.
    customPages: [...lastmod.keys()].sort(new Intl.Collator('en', { numeric: true }).compare),
    entryLimit: limit,
    serialize: (item) => ({ ...item, lastmod: lastmod.get(item.url)! }),
    namespaces: { news: false, xhtml: false, image: false, video: false },
  });
  const failed = (message: string): never => {
    throw new Error(message);
  };
  const logger = { info: () => undefined, warn: failed, error: failed };
  const config = { site: new URL(site.config.url).origin, base: site.base || '/', trailingSlash: 'always', build: { format: 'directory' } };
  // The hooks take more than this from Astro, and use no more of it: see the integration's source.
  await hooks['astro:config:done']!({ config } as never);
  await hooks['astro:routes:resolved']!({ routes: [] } as never);
  await hooks['astro:build:done']!({ dir: pathToFileURL(`${dir}/`), pages: [], logger } as never);
}
