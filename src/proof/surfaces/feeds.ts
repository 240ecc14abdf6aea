/** The feeds of the site, each kind and each tag: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1, which must all say the same. */
import { homePath } from '#model/paths.ts';
import { compare } from '#model/problem.ts';
import type { Field, Reference, Subject } from '../reference.ts';
import { agree, stated, type Context, type Expected, type Statement, type Surface } from '../surface.ts';
import { factsInHtml, factsInSummary, headOf } from '../parse/entry-html.ts';
import { named, outline, textOf, type Piece } from '../parse/outline.ts';

/** How many entries a feed holds at most. */
const size = 100;
const states: readonly Field[] = ['url', 'title', 'answer', 'appliesTo', 'notFor', 'neverShare', 'changed', 'overdue'];
const elements = new Set(['item', 'entry', 'title', 'link', 'guid', 'id', 'description', 'summary', 'pubDate', 'published', 'updated', 'content', 'content:encoded']);

export const rss: Surface = {
  id: 'rss',
  files: (reference) => feedFiles(reference, 'rss.xml', states),
  *read(text, context) {
    for (const item of named(readXml(text), 'item')) {
      // A description is HTML inside XML.
      const summary = outline(textOf(item, 'description') ?? '', () => false).text;
      const url = agree(textOf(item, 'link'), textOf(item, 'guid'));
      yield statement(context, url, summary, textOf(item, 'content:encoded'), { title: textOf(item, 'title'), changed: dayOf(textOf(item, 'pubDate')) });
    }
  },
};

export const atom: Surface = {
  id: 'atom',
  files: (reference) => feedFiles(reference, 'atom.xml', [...states, 'published']),
  *read(text, context) {
    for (const entry of named(readXml(text), 'entry')) {
      const url = agree(alternateOf(entry), textOf(entry, 'id'));
      yield statement(context, url, textOf(entry, 'summary'), textOf(entry, 'content'), { title: textOf(entry, 'title'), published: dayOf(textOf(entry, 'published')), changed: dayOf(textOf(entry, 'updated')) });
    }
  },
};

export const jsonFeed: Surface = {
  id: 'json-feed',
  files: (reference) => feedFiles(reference, 'feed.json', [...states, 'published']),
  *read(text, context) {
    const { items } = JSON.parse(text) as { items: Record<'id' | 'url' | 'title' | 'summary' | 'content_html' | 'date_published' | 'date_modified', string | undefined>[] };
    for (const item of items) {
      yield statement(context, agree(item.url, item.id), item.summary, item.content_html, { title: item.title, published: dayOf(item.date_published), changed: dayOf(item.date_modified) });
    }
  },
};

/** The files called `name` of every feed, each with the entries whose meaning changed last. */
function* feedFiles({ site, entries, of }: Reference, name: string, fields: readonly Field[]): Generator<Expected> {
  const lists = site.lists.filter(({ type }) => type !== 'category').map((list) => ({ path: list.path, subjects: list.entries.map(of) }));
  for (const { path, subjects } of [{ path: homePath, subjects: entries }, ...lists]) {
    if (subjects.length > 0) yield { path: `${path}${name}`, subjects: [...subjects].sort(newestFirst).slice(0, size), states: fields, holds: 'ordered' };
  }
}

function newestFirst({ facts: a }: Subject, { facts: b }: Subject): number {
  return compare(b.changed!, a.changed!) || compare(b.published!, a.published!) || compare(a.id!, b.id!);
}

/** An item whose summary and whole text must say the same. */
function statement({ recall }: Context, url: string | undefined, summary = '', html = '', facts: { [Name in Field]?: string | undefined }): Statement {
  const brief = recall(factsInSummary, summary);
  const whole = recall(factsInHtml, headOf(html));
  const both = (['answer', 'appliesTo', 'notFor', 'overdue'] as const).map((field) => [field, agree(brief[field], whole[field])]);
  return { url: url ?? '', says: stated({ url, neverShare: whole.neverShare, ...Object.fromEntries(both), ...facts }) };
}

function readXml(text: string): Piece {
  return outline(text, (name) => elements.has(name), { xml: true });
}

function alternateOf(entry: Piece): string | undefined {
  return named(entry, 'link').find(({ attributes }) => attributes['rel'] === 'alternate')?.attributes['href'];
}

/** The day of an RFC 822 or RFC 3339 time, in UTC. */
function dayOf(time: string | undefined): string | undefined {
  const milliseconds = Date.parse(time ?? '');
  return Number.isNaN(milliseconds) ? time : new Date(milliseconds).toISOString().slice(0, 10);
}
