/** `rss.xml` of the site, each kind and each tag. RSS 2.0: https://www.rssboard.org/rss-specification */
import { escapeHtml } from '#lib/html.ts';
import { cdata } from '#lib/xml.ts';
import type { Edition } from '#markup/edition.ts';
import { dateOf, feedItem } from '#markup/forms/feed.ts';
import { feedFile } from '#model/feeds.ts';
import type { Feed } from '#model/site.ts';
import { feedOutput } from './output.ts';

export const rss = feedOutput('rss', 'rss', printRss);

/** Put in afterwards, with the author: @astrojs/rss escapes in five passes, and would make 7 of an author called 007. */
const content = 'content';

async function printRss(edition: Edition, feed: Feed): Promise<string> {
  const { getRssString } = await import('@astrojs/rss');
  const { site } = edition;
  const { author, language } = site.config;
  const { path, type } = feedFile(feed, 'rss');
  const items = feed.entries.map((entry) => feedItem(edition, entry));
  const xml = await getRssString({
    title: feed.title,
    description: feed.description,
    site: site.url(feed.path),
    xmlns: { dc: 'http://purl.org/dc/elements/1.1/', atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${escapeHtml(language)}</language>`,
      `<lastBuildDate>${dateOf(feed.updated).toUTCString()}</lastBuildDate>`,
      `<atom:link href="${escapeHtml(site.url(path))}" rel="self" type="${type}"/>`,
    ].join(''),
    items: items.map(({ url, title, changed, summary, topics }) => ({
      title,
      link: url,
      // Readers take a description for HTML, unlike a title.
      description: escapeHtml(summary),
      // RSS has one date. It is the day of the last change, as Google asks:
      // https://developers.google.com/search/blog/2014/10/best-practices-for-xml-sitemaps-rssatom
      pubDate: changed,
      categories: topics,
      content,
    })),
  });
  const next = items.values();
  const creator = `<dc:creator>${escapeHtml(author.name)}</dc:creator>`;
  return xml.replaceAll(`<content:encoded>${content}</content:encoded>`, () => `<content:encoded>${cdata(next.next().value!.html)}</content:encoded>${creator}`);
}
