/** Everything that a build makes, unit by unit. */
import { basename, join } from 'node:path';
import { shareOf } from '#lib/hash.ts';
import { sealOfFile } from '#lib/stamp.ts';
import type { Edition } from '#markup/edition.ts';
import { homePath } from '#model/paths.ts';
import { outputs, resourcesOf } from '#outputs/index.ts';
import type { Given, Output, OutputFile, Subject } from '#outputs/output.ts';
import { cardFile } from '#search/index/cards.ts';
import type { SearchFile } from '#search/index/files.ts';
import { makeIndex } from '#search/index/write.ts';
import { planPages } from '../pages/index.ts';
import { cacheDir } from '../project.ts';
import type { Renderer } from '../render/render.ts';
import type { Templates } from '../render/template-cache.ts';
import type { ProductFile, Unit } from './unit.ts';

/** Files that are copied: styles and scripts of the templates, then those of `public/`. */
export function* assetUnits(templates: Templates, files: ReadonlyMap<string, string>): Generator<Unit> {
  for (const asset of templates.assets) yield copyUnit(`/${asset}`, join(templates.client, asset));
  for (const [path, file] of files) yield copyUnit(path, file);
}

/** The pages, entries first. */
export function* pageUnits(edition: Edition, templates: Templates, renderer: () => Promise<Renderer>): Generator<Unit> {
  for (const { path, isEntry, make } of planPages(edition)) {
    yield {
      id: `page ${path}`,
      ...(isEntry ? { of: path } : {}),
      key: templates.seal,
      async *files() {
        yield { path: path.endsWith('/') ? `${path}index.html` : path, content: await (await renderer()).render(make()) };
      },
    };
  }
}

/** The machine outputs but those that collect. */
export function* outputUnits(edition: Edition): Generator<Unit> {
  for (const output of outputs) if (!output.collects) yield* unitsOf(output, edition);
}

/** What a machine output makes of one subject. */
export interface OutputUnit extends Unit<OutputFile> {
  subject: Subject;
}

/** What one output makes, a unit for each subject; `made` gives the text of a file that others have made. */
export function* unitsOf({ id, files, subjects = () => [{ path: homePath }] }: Output, edition: Edition, made: Given['made'] = () => undefined): Generator<OutputUnit> {
  for (const subject of subjects(edition.site)) {
    yield {
      id: `${id} ${subject.path}`,
      subject,
      ...('kind' in subject ? { of: subject.path } : {}),
      files: () => files(edition, { subject, made, get resources() { return resourcesOf(edition.site); } }),
    };
  }
}

/** The search index: a card of each page, and what leads to them. `filesOf` gives the paths of the files of a unit that was made. */
export function* searchUnits(edition: Edition, filesOf: (id: string) => readonly string[]): Generator<Unit> {
  const cards = [...edition.site.entries, ...edition.site.pages].map((item) => ({ id: `search ${item.ref}`, item }));
  for (const { id, item } of cards) yield { id, files: () => [productFile(cardFile(edition, item))] };
  const nameOf = ({ id }: { id: string }) => basename(filesOf(id)[0]!, '.json');
  yield {
    id: 'search',
    async *files() {
      yield* (await makeIndex(edition, cards.map(nameOf), `${cacheDir}/search`)).map(productFile);
    },
  };
}

/** The machine outputs that collect what others have made: `made` gives the text of a file. */
export function* collectingUnits(edition: Edition, made?: Given['made']): Generator<Unit> {
  for (const output of outputs) if (output.collects) yield* unitsOf(output, edition, made);
}

/** Paths of the files that those outputs are to make, of which nothing is printed for that. */
export async function collectedPaths(edition: Edition): Promise<Set<string>> {
  const paths = new Set<string>();
  for (const { files } of collectingUnits(edition)) for await (const { path } of files()) paths.add(path);
  return paths;
}

/** How many buckets units are dealt into: enough for the last ones to be done at about the same time. */
const bucketCount = 256;

/** How many buckets have been taken. Threads that hold the same share them. */
export type Buckets = Int32Array<SharedArrayBuffer>;

/** The buckets of which nobody has taken one yet. */
export function openBuckets(): Buckets {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

/** `pages` and what of `outputs` is of one entry, bucket by bucket as long as `taken` has some left. What is of the same entry comes in a row, so that its body is opened once. */
export function* dealtUnits(pages: Iterable<Unit>, outputs: Iterable<Unit>, taken: Buckets): Generator<Unit> {
  const nameOf = ({ of, id }: Unit) => of ?? id;
  const buckets = Map.groupBy([...pages, ...[...outputs].filter(({ of }) => of)], (unit) => shareOf(nameOf(unit), bucketCount));
  for (let number = Atomics.add(taken, 0, 1); number < bucketCount; number = Atomics.add(taken, 0, 1)) {
    for (const row of Map.groupBy(buckets.get(number) ?? [], nameOf).values()) yield* row;
  }
}

function copyUnit(path: string, from: string): Unit {
  return { id: `copy ${path}`, key: `${from} ${sealOfFile(from)}`, files: () => [{ path, from }] };
}

function productFile({ path, content }: SearchFile): ProductFile {
  return typeof content === 'function' ? { path, again: content } : { path, content };
}
