/** Feeds: the newest entries of the site, of each kind and of each tag, each in three formats. */
import { escapeHtml } from '#lib/html.ts';
import { namedMediaTypes } from '#lib/media-types.ts';
import { once } from '#lib/once.ts';
import { homePath } from './paths.ts';
import { compare, type Words } from './problem.ts';
import type { Feed, Site } from './site.ts';

/** The file's name, and what readers call the format. */
const feedFormats = {
  rss: { file: 'rss.xml', name: 'RSS' },
  atom: { file: 'atom.xml', name: 'Atom' },
  json: { file: 'feed.json', name: 'JSON Feed' },
} as const;

/** A format of feeds. */
export type FeedFormat = keyof typeof feedFormats;

/** How many entries a feed holds. A feed tells what is new; llms.txt and the sitemap list everything. */
const feedSize = 100;

/** A file of a feed, as links name it. */
export interface FeedFile {
  path: string;
  /** Media type. */
  type: string;
  title: string;
  /** What readers call its format. */
  format: string;
}

/** The file of `feed` in one format. */
export function feedFile(feed: Pick<Feed, 'path' | 'title'>, format: FeedFormat): FeedFile {
  const { file, name } = feedFormats[format];
  return { path: `${feed.path}${file}`, type: namedMediaTypes[file]!, title: `${feed.title} (${name})`, format: name };
}

/** The files of `feed` in all formats. */
export function feedFiles(feed: Feed): FeedFile[] {
  return (Object.keys(feedFormats) as FeedFormat[]).map((format) => feedFile(feed, format));
}

/** What others should know of the feeds in one format; every page leads to the one of the site. */
export function feedResources(site: Site, format: FeedFormat): (FeedFile & { rel?: string; about: Words; example(): string })[] {
  return site.feeds.map((feed) => ({
    ...feedFile(feed, format),
    ...(feed.path === homePath ? { rel: 'alternate' } : {}),
    about: { zh: `“${feed.title}”最近更新的条目，至多 ${feedSize} 篇，全文。`, en: `The entries of “${feed.title}” that changed last, at most ${feedSize}, in full.` },
    example: () => examples[format](site.url(feed.entries[0]!.path), feed.entries[0]!.brief.title),
  }));
}

/** How the item of an entry begins, or what names it. */
const examples: Record<FeedFormat, (url: string, title: string) => string> = {
  rss: (url) => `<link>${escapeHtml(url)}</link><guid isPermaLink="true">${escapeHtml(url)}</guid>`,
  atom: (url) => `<id>${escapeHtml(url)}</id>`,
  json: (url, title) => JSON.stringify({ id: url, url, title }).slice(1, -1),
};

/** The feeds of `site`, its own first; `site.feeds` keeps them. */
export function feedsOf(site: Site): Feed[] {
  const { name, description } = site.config;
  const newestFirst = once(() => site.entries.map((entry) => ({ entry, updated: site.changedOn(entry) })).sort((a, b) => compare(b.updated, a.updated) || compare(b.entry.brief.published, a.entry.brief.published) || compare(a.entry.ref, b.entry.ref)));
  const own = { path: homePath, title: name, description, entries: site.entries };
  const parts = site.lists
    .filter(({ type }) => type !== 'category')
    .map(({ path, title, lead, entries }) => ({ path, title: `${title} · ${name}`, description: lead || description, entries }));
  return [own, ...parts].filter(({ entries }) => entries.length > 0).map(({ entries, ...named }) => {
    const newest = once(() => {
      const among = new Set(entries);
      return newestFirst().values().filter(({ entry }) => among.has(entry)).take(feedSize).toArray();
    });
    return {
      ...named,
      get entries() {
        return newest().map(({ entry }) => entry);
      },
      get updated() {
        return newest()[0]!.updated;
      },
    };
  });
}
