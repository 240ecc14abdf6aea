/** The JSON documents, record by record. A long one goes on in the file that its `next` names. */
import { compare } from '#model/problem.ts';
import type { Facts, Field } from '../reference.ts';
import { agree, type Context, type Surface } from '../surface.ts';

/** Documents that are there to be quoted, and only where that is allowed. */
const forAnswers = new Set(['answers', 'questions']);

export const answers = document('answers', ['id', 'twin', 'title', 'question', 'answer', 'appliesTo', 'notFor', 'neverShare', 'published', 'updated', 'checked', 'due', 'state', 'hash'], (parts: Parts<{ entries: Answer[] }>) =>
  parts.flatMap(({ entries }) => entries).map(({ id, url, title, published, updated, hash, markdown, question, shortAnswer, boundaries, review }) => ({ id, url, title, published, updated, hash, ...mapLists(boundaries), ...review, twin: markdown, question, answer: shortAnswer })));

export const questions = document('questions', ['id', 'phrasings', 'answer', 'limit', 'updated', 'state'], (parts: Parts<{ entries: Question[] }>) =>
  parts.flatMap(({ entries }) => entries).map(({ id, url, phrasings, shortAnswer, boundary, updated, state }) => ({ id, url, phrasings: [...phrasings].sort(compare).join('\n'), answer: shortAnswer, limit: boundary, updated, state })));

export const freshness = document('freshness', ['id', 'title', 'checked', 'due', 'state'], (parts: Parts<{ entries: Due[] }>) => parts.flatMap(({ entries }) => entries));

export const graph = document('graph', ['id', 'title', 'relations'], (parts: Parts<{ nodes: Node[]; relations: Relation[] }>) => {
  const all = [...parts];
  const nodes = all.flatMap((part) => part.nodes);
  const relations = all.flatMap((part) => part.relations);
  const byNode = Map.groupBy(relations, ({ from }) => from);
  const said = nodes.map(({ id, url, title }) => ({ id, url, title, relations: (byNode.get(id) ?? []).map(({ type, to }) => `${type} ${to}`).sort(compare).join('\n') }));
  const ids = new Set(nodes.map(({ id }) => id));
  return [...said, ...[...byNode.keys()].filter((id) => !ids.has(id)).map((id) => ({ url: id }))];
});

export const changes = document('changes', ['id', 'title', 'published', 'updated', 'hash'], (parts: Parts<{ changes: Change[] }>) =>
  [...Map.groupBy(parts.flatMap((part) => part.changes), ({ url }) => url)].map(([url, some]) => ({
    url,
    id: agree(...some.map(({ id }) => id)),
    title: agree(...some.map(({ title }) => title)),
    published: agree(...some.filter(({ type }) => type === 'published').map(({ date }) => date)),
    updated: some.map(({ date }) => date).sort(compare).at(-1),
    hash: agree(...some.map(({ hash }) => hash)),
  })));

export const brand: Surface = {
  id: 'brand',
  shared: ({ hubs }) => [{ path: '/brand.json', subjects: hubs.slice(0, 1), states: ['identity', 'claims'], holds: 'self' }],
  read(text) {
    const { name, url = '', website, facts } = JSON.parse(text) as Brand;
    return [{ says: { identity: [name, url, website.name, website.description].join('\n'), claims: facts.map(({ statement, source, checked }) => [statement, source, checked].join(' | ')).join('\n') } }];
  },
};

/** The document `/<name>.json`, which must state the address and `states` of every entry; `read` makes facts of its content. */
function document<Content>(name: string, states: readonly Field[], read: (parts: Parts<Content>) => Iterable<Facts>): Surface {
  return {
    id: name,
    shared: ({ site, entries }) => (forAnswers.has(name) && site.config.ai.answers === 'deny' ? [] : [{ path: `/${name}.json`, subjects: entries, states: ['url', ...states], holds: 'all' }]),
    *read(text, context) {
      for (const says of read(partsOf<Content>(text, context))) yield { url: says.url ?? '', says };
    },
  };
}

/** The content of the file that is `text` and of those that follow it, one held at a time. */
function* partsOf<Content>(text: string, { open, pathOf }: Context): Parts<Content> {
  for (let file: string | undefined = text; file !== undefined; ) {
    const part = JSON.parse(file) as Content & { next?: string };
    yield part;
    if (part.next === undefined) return;
    file = open(pathOf(part.next) ?? '');
    if (file === undefined) throw new Error(part.next);
  }
}

type Parts<Content> = Generator<Content, void>;

function mapLists(lists: Answer['boundaries']): Facts {
  return { appliesTo: lists.appliesTo.join('\n'), notFor: lists.notFor.join('\n'), neverShare: lists.neverShare.join('\n') };
}

type Node = Record<'id' | 'url' | 'title', string>;
type Due = Node & Record<'checked' | 'due' | 'state', string>;
type Relation = Record<'from' | 'type' | 'to', string>;
type Change = Node & { date: string; type: string; hash?: string };
type Question = Record<'id' | 'url' | 'shortAnswer' | 'boundary' | 'updated' | 'state', string> & { phrasings: string[] };

interface Brand {
  name: string;
  url?: string;
  website: { name: string; description: string };
  facts: Record<'statement' | 'source' | 'checked', string>[];
}

interface Answer extends Node {
  markdown: string;
  question?: string;
  shortAnswer: string;
  boundaries: Record<'appliesTo' | 'notFor' | 'neverShare', string[]>;
  published: string;
  updated: string;
  review: Record<'checked' | 'due' | 'state', string>;
  hash: string;
}
