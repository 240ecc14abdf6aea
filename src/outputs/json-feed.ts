/** `feed.json` of the site, each kind and each tag. JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
import type { Edition } from '#markup/edition.ts';
import { feedItem } from '#markup/forms/feed.ts';
import { feedFile } from '#model/feeds.ts';
import type { Feed } from '#model/site.ts';
import { feedOutput } from './output.ts';

export const jsonFeed = feedOutput('json-feed', 'json', printJson);

async function printJson(edition: Edition, feed: Feed): Promise<string> {
  const { generateJsonFeed } = await import('feedsmith');
  const { site } = edition;
  const { author, language } = site.config;
  const content = generateJsonFeed({
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
  return `${JSON.stringify(content)}\n`;
}
