/** `feed.json` of the site, each kind and each tag. JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
import type { Edition } from '#markup/edition.ts';
import { feedItem } from '#markup/forms/feed.ts';
import { feedFile, feedResources } from '#model/feeds.ts';
import type { Feed } from '#model/site.ts';
import { filesOfUnits, type Output, type OutputUnit } from './output.ts';

export const jsonFeed: Output = {
  id: 'json-feed',
  resources: (site) => feedResources(site, 'json'),
  files: (edition) => filesOfUnits(feedUnits(edition)),
  units: feedUnits,
};

function feedUnits(edition: Edition): OutputUnit[] {
  return edition.site.feeds.map((feed) => ({ id: feed.path, files: async () => [{ path: feedFile(feed, 'json').path, content: `${JSON.stringify(await makeJson(edition, feed))}\n` }] }));
}

async function makeJson(edition: Edition, feed: Feed): Promise<unknown> {
  const { generateJsonFeed } = await import('feedsmith');
  const { site } = edition;
  const { author, language } = site.config;
  return generateJsonFeed({
    title: feed.title,
    home_page_url: site.url(feed.path),
    feed_url: site.url(feedFile(feed, 'json').path),
    description: feed.description,
    language,
    authors: [{ name: author.name, ...(author.page ? { url: site.url(author.page) } : {}) }],
    items: feed.entries.map((entry) => {
      const { url, title, published, changed, summary, html, topics } = feedItem(edition, entry);
      return { id: url, url, title, summary, content_html: html, date_published: published, date_modified: changed, tags: topics };
    }),
  }, { strict: true });
}
