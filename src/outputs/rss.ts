/** `/rss.xml`: the newest entries with their full content. RSS 2.0: https://www.rssboard.org/rss-specification */
import getRss from '@astrojs/rss';
import { toTimestamp } from '#lib/date.ts';
import { escapeHtml } from '#lib/html.ts';
import { entryHtml } from '#markup/forms/html.ts';
import { compare } from '#model/problem.ts';
import type { Output } from './output.ts';

/** How many entries a feed holds. A feed tells what is new; llms.txt and the sitemap list everything. */
const feedSize = 100;

export const rss: Output = {
  id: 'rss',
  resources: ({ config }) => [{ path: '/rss.xml', type: 'application/rss+xml', title: config.name, rel: 'alternate', about: { zh: '最近更新的条目，全文。', en: 'The newest entries with their full content.' } }],
  async *files(edition) {
    const { site } = edition;
    const { config } = site;
    const newest = [...site.entries].sort((a, b) => compare(b.data.updated, a.data.updated) || compare(a.ref, b.ref)).slice(0, feedSize);
    const response = await getRss({
      title: config.name,
      description: config.description,
      site: site.url('/'),
      xmlns: { dc: 'http://purl.org/dc/elements/1.1/', atom: 'http://www.w3.org/2005/Atom' },
      customData: [
        `<language>${escapeHtml(config.language)}</language>`,
        `<atom:link href="${escapeHtml(site.url('/rss.xml'))}" rel="self" type="application/rss+xml"/>`,
        ...(newest[0] ? [`<lastBuildDate>${new Date(toTimestamp(newest[0].data.updated)).toUTCString()}</lastBuildDate>`] : []),
      ].join(''),
      items: newest.map((entry) => ({
        title: entry.data.title,
        link: site.url(entry.path),
        description: entry.data.shortAnswer,
        pubDate: new Date(toTimestamp(entry.data.updated)),
        categories: [site.config.categories.find(({ id }) => id === entry.data.category)!.label],
        content: entryHtml(edition, entry),
        customData: `<dc:creator>${escapeHtml(config.author.name)}</dc:creator>`,
      })),
    });
    yield { path: '/rss.xml', content: await response.text() };
  },
};
