/**
 * The parity proof: the built tree is read back, file by file, by parsers that made none of it, and every surface is
 * held against the content. Nothing is kept of a file but what it states.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { digest } from '#lib/hash.ts';
import type { Entry } from '#model/entry.ts';
import { homePath } from '#model/paths.ts';
import { compare, type Lang } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import { compareStatements } from './compare.ts';
import { sortDifferences, type Difference } from './difference.ts';
import { makeDraftFinder } from './drafts.ts';
import { makeReference, type Reference } from './reference.ts';
import { surfaces } from './surfaces/index.ts';
import type { Context, Expected, Surface } from './surface.ts';

/** What is proven, and against what. */
export interface ProofOptions {
  /** Absolute path of the built tree. */
  dir: string;
  site: Site;
  /** Entries that must show nowhere. */
  drafts: readonly Entry[];
  /** Hash of what an entry says. */
  hashOf(entry: Entry): string;
  /** Paths of files that are copied as they are: nobody made them of the content. */
  assets: ReadonlySet<string>;
}

/** The outcome. */
export interface Proof {
  /** Sorted; empty when each surface says what the content says. */
  differences: Difference[];
  /** How many files the tree has. */
  files: number;
}

/** Holds the tree in `dir` against the content. */
export function prove({ dir, site, drafts, hashOf, assets }: ProofOptions): Proof {
  const reference = makeReference(site, drafts, hashOf);
  const tree = listFiles(dir);
  const duties = dutiesOf(reference, tree);
  const findDraft = makeDraftFinder(reference);
  const tools = makeTools(reference, dir, tree);
  const differences: Difference[] = [];
  for (const file of tree) {
    const due = duties.get(file) ?? [];
    if (due.length === 0 && (assets.has(file) || !isText.test(file))) continue;
    if (due.length === 0 && isPage.test(file)) differences.push({ rule: 'file', file, surface: 'tree', field: 'file', found: file, excess: 'unknown' });
    const text = readText(join(dir, file));
    const leak = findDraft(text);
    if (leak) differences.push({ rule: 'draft', file, surface: 'tree', field: 'text', about: leak.draft.url, found: leak.found });
    for (const { surface, expected } of due) differences.push(...proveFile(surface, text, { ...tools, expected }));
  }
  for (const [file, due] of duties) {
    if (!tree.has(file)) differences.push({ rule: 'file', file, surface: due[0]!.surface.id, field: 'file', expected: file });
  }
  return { differences: sortDifferences(differences), files: tree.size };
}

interface Duty {
  surface: Surface;
  expected: Expected;
}

const isText = /\.(html|md|txt|xml|json|conf|webmanifest)$|\/_\w+$/;
const isPage = /\.(html|md)$/;

/** What each file must say, by its path. */
function dutiesOf(reference: Reference, tree: ReadonlySet<string>): Map<string, Duty[]> {
  const duties = new Map<string, Duty[]>();
  for (const surface of surfaces) {
    for (const expected of surface.files(reference, (path) => tree.has(path))) {
      const known = duties.get(expected.path);
      if (known) known.push({ surface, expected });
      else duties.set(expected.path, [{ surface, expected }]);
    }
  }
  return duties;
}

function proveFile(surface: Surface, text: string, context: Context): Difference[] {
  try {
    return compareStatements(surface.id, context.expected, surface.read(text, context), context.reference);
  } catch (error) {
    return [{ rule: 'format', file: context.expected.path, surface: surface.id, field: 'format', found: (error as Error).message }];
  }
}

/** What parsers may look at, whatever file they read. */
function makeTools(reference: Reference, dir: string, tree: ReadonlySet<string>): Omit<Context, 'expected'> {
  const { site } = reference;
  const home = site.url(homePath);
  const fileOf = (path: string) => (path.endsWith('/') ? `${path}index.html` : path);
  const memory = new Map<unknown, Map<string, unknown>>();
  return {
    reference,
    has: (path) => tree.has(fileOf(path)),
    open: (path) => (tree.has(fileOf(path)) ? readText(join(dir, fileOf(path))) : undefined),
    pathOf: (url) => (url.startsWith(home) ? decodeURI(url.slice(home.length - 1).replace(/[?#].*$/, '')) : undefined),
    recall<Value>(read: (piece: string, lang: Lang) => Value, piece: string): Value {
      let known = memory.get(read) as Map<string, Value> | undefined;
      if (!known) memory.set(read, (known = new Map()));
      const key = digest(piece);
      let value = known.get(key);
      if (value === undefined) known.set(key, (value = read(piece, site.lang)));
      return value;
    },
  };
}

/** Decoding a buffer takes a twentieth of the time that `readFileSync` takes with an encoding, for Chinese (Node 24.21). */
function readText(file: string): string {
  return readFileSync(file).toString();
}

function listFiles(dir: string): Set<string> {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return new Set(files.map(({ parentPath, name }) => join(parentPath, name).slice(dir.length).split(sep).join('/')).sort(compare));
}
