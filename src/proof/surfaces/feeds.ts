/** The feeds of the site, each kind and each tag: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, which must all say the same. */
import { homePath } from '#model/paths.ts';
import type { Facts, Field, Reference, Subject } from '../reference.ts';
import { agree, type Context, type Expected, type Statement, type Surface } from '../surface.ts';
import { headOf, readHtml, readSummary } from '../parse/entry-html.ts';
import { named, outline, textOf, type Piece } from '../parse/outline.ts';

/** How many entries a feed holds at most. */
const size = 100;
const states: readonly Field[] = ['url', 'title', 'answer', 'appliesTo', 'notFor', 'neverShare', 'updated', 'overdue'];
const elements = new Set(['item', 'entry', 'title', 'link', 'guid', 'id', 'description', 'summary', 'pubDate', 'published', 'updated', 'content', 'content:encoded']);

export const rss: Surface = {
  id: 'rss',
  shared: (reference) => feedFiles(reference, 'rss.xml', states),
  cut: '<item>',
  *read(text, context) {
    for (const item of named(readXml(headsOf(text, '<content:encoded><![CDATA[', ']]></content:encoded>')), 'item')) {
      const url = agree(textOf(item, 'link'), textOf(item, 'guid'));
      yield statement(context, { url, title: textOf(item, 'title'), updated: textOf(item, 'pubDate') }, plainText(textOf(item, 'description') ?? ''), textOf(item, 'content:encoded'));
    }
  },
};

export const atom: Surface = {
  id: 'atom',
  shared: (reference) => feedFiles(reference, 'atom.xml', [...states, 'published']),
  cut: '<entry>',
  *read(text, context) {
    for (const entry of named(readXml(headsOf(text, '<content type="html"><![CDATA[', ']]></content>')), 'entry')) {
      const url = agree(alternateOf(entry), textOf(entry, 'id'));
      yield statement(context, { url, title: textOf(entry, 'title'), published: textOf(entry, 'published'), updated: textOf(entry, 'updated') }, textOf(entry, 'summary'), textOf(entry, 'content'));
    }
  },
};

export const jsonFeed: Surface = {
  id: 'json-feed',
  shared: (reference) => feedFiles(reference, 'feed.json', [...states, 'published']),
  *read(text, context) {
    const { items } = JSON.parse(text) as { items: Record<'id' | 'url' | 'title' | 'summary' | 'content_html' | 'date_published' | 'date_modified', string | undefined>[] };
    for (const { id, url, title, summary, content_html: html, date_published: published, date_modified: updated } of items) {
      yield statement(context, { url: agree(url, id), title, published, updated }, summary, html);
    }
  },
};

/** The files called `name` of every feed. */
function feedFiles(reference: Reference, name: string, fields: readonly Field[]): Expected[] {
  let feeds = known.get(reference);
  if (!feeds) known.set(reference, (feeds = feedsOf(reference)));
  return feeds.map(({ path, subjects }) => ({ path: `${path}${name}`, subjects, states: fields, holds: 'ordered' }));
}

/** Three formats have the same. */
const known = new WeakMap<Reference, ReturnType<typeof feedsOf>>();

/** Each feed with the entries whose meaning changed last. */
function feedsOf({ site, entries, newest, of }: Reference): { path: string; subjects: Subject[] }[] {
  const lists = site.lists.filter(({ type }) => type !== 'category').map((list) => ({ path: list.path, members: new Set(list.entries.map(of)) }));
  const feeds = [{ path: homePath, members: new Set(entries) }, ...lists].filter(({ members }) => members.size > 0);
  return feeds.map(({ path, members }) => ({ path, subjects: newest().values().filter((subject) => members.has(subject)).take(size).toArray() }));
}

/** An item whose summary and whole text must say the same. Its content counts up to the second section: the rest states no facts, and is most of a feed. */
function statement({ recall }: Context, { url, title, published, updated }: Facts, summary = '', html = ''): Statement {
  const { says: brief } = recall(readSummary, summary, url);
  const { says: whole } = recall(readHtml, headOf(html), url);
  return {
    url: url ?? '',
    says: {
      url,
      title,
      published: published && dayOf(published),
      updated: updated && dayOf(updated),
      answer: agree(brief.answer, whole.answer),
      appliesTo: agree(brief.appliesTo, whole.appliesTo),
      notFor: agree(brief.notFor, whole.notFor),
      neverShare: whole.neverShare,
      overdue: agree(brief.overdue, whole.overdue),
    },
  };
}

/** A feed whose contents, each between `open` and `close`, are cut down to what states facts: the rest is most of it. */
function headsOf(text: string, open: string, close: string): string {
  return text.split(open).map((part, index) => {
    const end = index > 0 ? part.indexOf(close) : -1;
    return end < 0 ? part : headOf(part.slice(0, end)) + part.slice(end);
  }).join(open);
}

function readXml(text: string): Piece {
  return outline(text, (name) => elements.has(name), { xml: true });
}

function alternateOf(entry: Piece): string | undefined {
  return named(entry, 'link').find(({ attributes }) => attributes['rel'] === 'alternate')?.attributes['href'];
}

/** A description is HTML inside XML. */
function plainText(html: string): string {
  return /[<&]/.test(html) ? outline(html, () => false).text : html;
}

/** The day of an RFC 822 or RFC 3339 time, in UTC. */
function dayOf(time: string): string {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? time : new Date(milliseconds).toISOString().slice(0, 10);
}
