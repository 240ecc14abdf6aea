/** `atom.xml` of the site, each kind and each tag. Atom: https://www.rfc-editor.org/rfc/rfc4287 */
import { cdata } from '#lib/xml.ts';
import type { Edition } from '#markup/edition.ts';
import { dateOf, feedItem } from '#markup/forms/feed.ts';
import { feedFile } from '#model/feeds.ts';
import type { Feed } from '#model/site.ts';
import { feedOutput } from './output.ts';

export const atom = feedOutput('atom', 'atom', printAtom);

/** Put in afterwards: it is most of a feed, and feedsmith looks through it again and again. */
const content = 'content';

async function printAtom(edition: Edition, feed: Feed): Promise<string> {
  const { generateAtomFeed } = await import('feedsmith'); // its 160 modules are loaded where a feed is made, not by every command
  const { site } = edition;
  const { author, language } = site.config;
  const { path, type } = feedFile(feed, 'atom');
  const page = site.url(feed.path);
  const items = feed.entries.map((entry) => feedItem(edition, entry));
  const xml = generateAtomFeed({
    id: page,
    title: plain(feed.title),
    subtitle: plain(feed.description),
    updated: dateOf(feed.updated),
    authors: [{ name: author.name, ...(author.page ? { uri: site.url(author.page) } : {}) }],
    links: [{ href: page, rel: 'alternate', type: 'text/html' }, { href: site.url(path), rel: 'self', type }],
    xml: { lang: language },
    entries: items.map(({ url, title, published, changed, summary, topics }) => ({
      id: url,
      title: plain(title),
      links: [{ href: url, rel: 'alternate', type: 'text/html' }],
      published,
      updated: changed,
      summary: plain(summary),
      content: { value: content, type: 'html' },
      categories: topics.map((term) => ({ term })),
    })),
  }, { strict: true });
  const next = items.values();
  return closeUp(xml).replaceAll(`<content type="html">${content}</content>`, () => `<content type="html">${cdata(next.next().value!.html)}</content>`);
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
