/**
 * Documents of data that the site publishes. Each names its JSON Schema, which is served beside it, one file a version:
 * a field that is added keeps the version, one that goes or comes to mean something else takes a new one.
 */
import { z } from 'zod';
import { Piece, type Content } from '#lib/piece.ts';
import { referencePattern } from './fields.ts';
import { homePath } from './paths.ts';
import type { Site } from './site.ts';

/** One document: what stands at its top, and its lists, which are written last and an item a line. */
export interface Dataset<Head extends z.ZodRawShape, Lists extends Record<string, z.ZodType>> {
  /** Name of the file, without its extension. */
  name: string;
  version: number;
  /** What the document is, in one sentence. */
  about: string;
  head: Head;
  lists: Lists;
}

/** Fields that several datasets have. */
export const fields = {
  ref: z.string().regex(referencePattern).describe('The entry, as its kind and its slug; stable.'),
  kind: z.string().describe('Kind of entry: the first part of its reference.'),
  url: z.url().describe('Canonical address of the page.'),
  title: z.string().describe('Title of the page.'),
  shortAnswer: z.string().describe('The direct answer, to be quoted together with a boundary and the date.'),
  changed: z.iso.date().describe('The day on which the meaning of the entry last changed.'),
  due: z.iso.date().describe('The day by which the entry must be looked at again.'),
  state: z.enum(['current', 'soon', 'overdue']).describe('State of the review; verify what is overdue before relying on it.'),
  hash: z.string().regex(/^[0-9a-f]{32}$/).describe('Hash of what the entry says. It changes with the meaning, never with the formatting.'),
};

/** Infers the types of a dataset. */
export function defineDataset<Head extends z.ZodRawShape, Lists extends Record<string, z.ZodType>>(dataset: Dataset<Head, Lists>): Dataset<Head, Lists> {
  return dataset;
}

/** How many records stand in one file of a document, all lists together: some ten megabytes of the longest ones. */
const recordsPerFile = 10_000;

/** How others find the document and its schema. */
export function datasetLinks({ name, version }: Pick<AnyDataset, 'name' | 'version'>): { path: string; type: string; title: string; schema: string } {
  return { path: `/${name}.json`, type: 'application/json', title: `${name}.json`, schema: `/schemas/${name}.v${version}.json` };
}

/** An item of a list. */
export interface Row<Item> {
  /** Unique in its list, and the same in the next build. Missing where it is made as fast as it would be looked up. */
  id?: string;
  make(): Item;
}

/** The first of `rows`, laid out to be read. */
export function firstRecord(rows: Iterable<Row<unknown>>): string | undefined {
  for (const { make } of rows) return JSON.stringify(make(), null, 2);
  return undefined;
}

/**
 * The document and its schema as files. A document of more than `size` records goes on in further files, each named by the
 * `next` of the one before; each comes in pieces, so that a large one is never held whole.
 */
export function* datasetFiles<Head extends z.ZodRawShape, Lists extends Record<string, z.ZodType>>(
  site: Site,
  dataset: Dataset<Head, Lists>,
  head: z.output<z.ZodObject<Head>>,
  lists: { [Name in keyof Lists]: Iterable<Row<z.output<Lists[Name]>>> },
  size = recordsPerFile,
): Generator<{ path: string; content: Content }> {
  const { path, schema } = datasetLinks(dataset);
  const top = { $schema: site.url(schema), version: dataset.version, site: site.url(homePath), language: site.config.language, ...head };
  const partPath = (number: number) => (number === 1 ? path : path.replace('.json', `.part-${number}.json`));
  let number = 0;
  for (const { part, isLast } of partsOf(lists, size)) {
    number += 1;
    yield { path: partPath(number), content: printPieces(isLast ? top : { ...top, next: site.url(partPath(number + 1)) }, part) };
  }
  yield { path: schema, content: `${JSON.stringify(jsonSchema(site.url(schema), dataset), null, 2)}\n` };
}

type Lists = Record<string, Iterable<Row<unknown>>>;

/** `lists` in parts of `size` rows, each part with all of them; there is at least one. */
function* partsOf(lists: Lists, size: number): Generator<{ part: Lists; isLast: boolean }> {
  const empty = () => Object.fromEntries(Object.keys(lists).map((name): [string, Row<unknown>[]] => [name, []]));
  let part = empty();
  let room = size;
  for (const [name, rows] of Object.entries(lists)) {
    for (const row of rows) {
      if (room === 0) {
        yield { part, isLast: false };
        [part, room] = [empty(), size];
      }
      part[name]!.push(row);
      room -= 1;
    }
  }
  yield { part, isLast: true };
}

/** https://json-schema.org/draft/2020-12/schema */
function jsonSchema(id: string, dataset: AnyDataset): object {
  const schema = z.object({
    $schema: z.url().describe('Address of this schema.'),
    version: z.literal(dataset.version),
    site: z.url().describe('Home page of the site.'),
    language: z.string().describe('Language of the content, such as zh-CN.'),
    next: z.url().optional().describe(`Where the document goes on, in a file of the same form: each holds at most ${recordsPerFile} records, and the last has no next.`),
    ...dataset.head,
    ...Object.fromEntries(Object.entries(dataset.lists).map(([name, item]) => [name, z.array(item)])),
  });
  return { $id: id, title: dataset.about, ...z.toJSONSchema(schema) };
}

function* printPieces(top: object, lists: Lists): Generator<string | Piece> {
  yield JSON.stringify(top).slice(0, -1);
  for (const [name, items] of Object.entries(lists)) {
    yield `,\n${JSON.stringify(name)}:[`;
    let separator = '\n';
    for (const { id, make } of items) {
      yield separator;
      const print = () => JSON.stringify(make());
      yield id === undefined ? print() : new Piece(name, id, print);
      separator = ',\n';
    }
    yield '\n]';
  }
  yield '}\n';
}

type AnyDataset = Dataset<z.ZodRawShape, Record<string, z.ZodType>>;
