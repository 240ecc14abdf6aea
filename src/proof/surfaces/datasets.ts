/** The JSON documents, record by record. A long one goes on in the file that its `next` names. */
import { compare } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import type { Facts, Field } from '../reference.ts';
import { agree, type Context, type Surface } from '../surface.ts';

/** Documents that are there to be quoted, and only where that is allowed. */
const forAnswers = new Set(['answers', 'questions']);

export const answers = document('answers', ['id', 'twin', 'title', 'question', 'answer', 'appliesTo', 'notFor', 'neverShare', 'nextSteps', 'published', 'updated', 'checked', 'due', 'state', 'hash'], (records: IteratorObject<Answer>) =>
  records.map(({ id, url, title, published, updated, hash, markdown, question, shortAnswer, boundaries, nextSteps, review }) => ({ id, url, title, published, updated, hash, ...mapLists(boundaries), ...review, twin: markdown, question, answer: shortAnswer, nextSteps: nextSteps.map(({ text, url }) => (url === undefined ? text : `${text} → ${url}`)).join('\n') })));

export const questions = document('questions', ['id', 'phrasings', 'answer', 'limit', 'updated', 'state'], (records: IteratorObject<Question>) =>
  records.map(({ id, url, phrasings, shortAnswer, boundary, updated, state }) => ({ id, url, phrasings: [...phrasings].sort(compare).join('\n'), answer: shortAnswer, limit: boundary, updated, state })));

export const freshness = document('freshness', ['id', 'title', 'checked', 'due', 'state'], (records: IteratorObject<Due>) => records);

export const graph = document('graph', ['id', 'title', 'relations'], (records: IteratorObject<Node | Relation>, site) => {
  const byNode = new Map<string, { node?: Node; relations: string[] }>();
  for (const record of records) {
    const id = 'from' in record ? record.from : record.id;
    const known = byNode.get(id) ?? { relations: [] };
    byNode.set(id, known);
    if ('from' in record) known.relations.push(`${record.type} ${record.to}`);
    else known.node = record;
  }
  return byNode.entries().map(([id, { node, relations }]) => ({ id: node?.id, url: node?.url ?? addressOf(site, id), title: node?.title, relations: relations.sort(compare).join('\n') }));
});

export const changes = document('changes', ['id', 'title', 'published', 'updated', 'hash'], (records: IteratorObject<Change>) =>
  Map.groupBy(records, ({ url }) => url).entries().map(([url, some]) => ({
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

/** The document `/<name>.json`, which must state the address and `states` of every entry; `read` makes facts of its records, of all lists. */
function document<Item>(name: string, states: readonly Field[], read: (records: IteratorObject<Item>, site: Site) => Iterable<Facts>): Surface {
  return {
    id: name,
    shared: ({ site, entries }) => (forAnswers.has(name) && site.config.ai.answers === 'deny' ? [] : [{ path: `/${name}.json`, subjects: entries, states: ['url', ...states], holds: 'all' }]),
    cut: '\n{',
    about: ({ url, facts: { id } }) => [`"id":"${id}"`, `"from":"${id}"`, `"url":"${url}"`],
    *read(text, context) {
      const records = (context.isStretch ? recordsIn(text) : partsOf(text, context)) as Generator<Item, void>;
      for (const says of read(records, context.reference.site)) yield { url: says.url ?? '', says };
    },
  };
}

/** The records of the document that begins with `text` and goes on in further files, one of which is held at a time. */
function* partsOf(text: string, { open, pathOf }: Context): Generator<unknown, void> {
  for (let file: string | undefined = text; file !== undefined; ) {
    const { next, ...part } = JSON.parse(file) as { next?: string } & Record<string, unknown>;
    yield* Object.values(part).filter(Array.isArray).flat();
    if (next === undefined) return;
    file = open(pathOf(next) ?? '');
    if (file === undefined) throw new Error(next);
  }
}

/** The records in a stretch of lines, with the end of the document or without. */
function* recordsIn(lines: string): Generator<unknown, void> {
  const [records = '', tail] = lines.split('\n]}\n');
  if (!(tail === undefined ? records.endsWith(',') : tail === '')) throw new Error(lines.slice(-100));
  yield* JSON.parse(`[${tail === undefined ? records.slice(0, -1) : records}]`) as unknown[];
}

/** The address of an entry of which nothing but relations is said. */
function addressOf(site: Site, ref: string): string {
  const item = site.find(ref);
  return item ? site.url(item.path) : ref;
}

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
  nextSteps: { text: string; url?: string }[];
  published: string;
  updated: string;
  review: Record<'checked' | 'due' | 'state', string>;
  hash: string;
}
