/** `atom.xml` of the site, each kind and each tag. Atom: https://www.rfc-editor.org/rfc/rfc4287 */
import { generateAtomFeed } from 'feedsmith';
import type { Edition } from '#markup/edition.ts';
import { dateOf, feedItem } from '#markup/forms/feed.ts';
import { feedFile, feedResources, type Feed } from '#model/feeds.ts';
import { filesOfUnits, type Output, type OutputUnit } from './output.ts';

export const atom: Output = {
  id: 'atom',
  resources: (site) => feedResources(site, 'atom'),
  files: (edition) => filesOfUnits(feedUnits(edition)),
  units: feedUnits,
};

function feedUnits(edition: Edition): OutputUnit[] {
  return edition.site.feeds.map((feed) => ({ id: feed.path, files: async () => [{ path: feedFile(feed, 'atom').path, content: printAtom(edition, feed) }] }));
}

function printAtom(edition: Edition, feed: Feed): string {
  const { site } = edition;
  const { author, language } = site.config;
  const { path, type } = feedFile(feed, 'atom');
  const page = site.url(feed.path);
  const xml = generateAtomFeed({
    id: page,
    title: plain(feed.title),
    subtitle: plain(feed.description),
    updated: dateOf(feed.updated),
    authors: [{ name: author.name, ...(author.page ? { uri: site.url(author.page) } : {}) }],
    links: [{ href: page, rel: 'alternate', type: 'text/html' }, { href: site.url(path), rel: 'self', type }],
    xml: { lang: language },
    entries: feed.entries.map((entry) => {
      const { url, title, published, changed, summary, html, topics } = feedItem(edition, entry);
      return {
        id: url,
        title: plain(title),
        links: [{ href: url, rel: 'alternate', type: 'text/html' }],
        published,
        updated: changed,
        summary: plain(summary),
        content: { value: html, type: 'html' },
        categories: topics.map((term) => ({ term })),
      };
    }),
  }, { strict: true });
  return closeUp(xml);
}

/** feedsmith drops a text that is a plain string. */
function plain(value: string): { value: string; type: 'text' } {
  return { value, type: 'text' };
}

/**
 * feedsmith indents its CDATA sections, and not every parser trims a title. Text can hold neither pattern: what it
 * has of `]]>` is split over two sections, and no line of it starts with a section.
 */
function closeUp(xml: string): string {
  return xml.replace(/>\n +<!\[CDATA\[/g, '><![CDATA[').replace(/\]\]>\n +<\//g, ']]></');
}
