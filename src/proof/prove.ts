/**
 * The parity proof: the built tree is read back, file by file, by parsers that made none of it, and every surface is
 * held against the content. Nothing is kept of a file but what it states.
 */
import { digest } from '#lib/hash.ts';
import type { Tree } from '#lib/tree.ts';
import type { Entry } from '#model/entry.ts';
import { homePath } from '#model/paths.ts';
import type { Lang } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import { compareStatements } from './compare.ts';
import { sortDifferences, type Difference } from './difference.ts';
import { makeDraftFinder } from './drafts.ts';
import { leaksIn } from './leaks.ts';
import { makeLinkFinder } from './links.ts';
import { makeReference, type Reference } from './reference.ts';
import { surfaces } from './surfaces/index.ts';
import type { Context, Expected, Surface } from './surface.ts';

/** What is proven, and against what. */
export interface ProofOptions {
  tree: Tree;
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

/** Holds the tree against the content. */
export function prove({ tree, site, drafts, hashOf, assets }: ProofOptions): Proof {
  const reference = makeReference(site, drafts, hashOf);
  const { files } = tree;
  const duties = dutiesOf(reference, files);
  const findDraft = makeDraftFinder(reference);
  const tools = makeTools(reference, tree);
  const links = makeLinkFinder(site, tools.has, tools.open);
  const differences: Difference[] = [];
  for (const file of files) {
    const due = duties.get(file) ?? [];
    if (due.length === 0 && !isText.test(file)) continue;
    if (due.length === 0 && !assets.has(file) && isPage.test(file)) differences.push({ rule: 'file', file, surface: 'tree', field: 'file', found: file, excess: 'unknown' });
    const text = tree.read(file).toString();
    if (due.length > 0 && file.endsWith('.html')) links.read(file, text);
    differences.push(...leaksIn(file, text, site.config));
    const leak = assets.has(file) ? undefined : findDraft(text);
    if (leak) differences.push({ rule: 'draft', file, surface: 'tree', field: 'text', about: leak.draft.url, found: leak.found });
    for (const { surface, expected } of due) differences.push(...proveFile(surface, text, { ...tools, expected }));
  }
  for (const [file, due] of duties) {
    if (!files.has(file)) differences.push({ rule: 'file', file, surface: due[0]!.surface.id, field: 'file', expected: file });
  }
  differences.push(...links.finish());
  return { differences: sortDifferences(differences), files: files.size };
}

interface Duty {
  surface: Surface;
  expected: Expected;
}

const isText = /\.(html|md|txt|xml|json|conf|webmanifest|js|mjs|css|svg|csv|ya?ml|py|sh)$|\/_\w+$/;
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
function makeTools(reference: Reference, { files, read: readFile }: Tree): Omit<Context, 'expected'> {
  const { site } = reference;
  const home = site.url(homePath);
  const fileOf = (path: string) => (path.endsWith('/') ? `${path}index.html` : path);
  const memory = new Map<unknown, Map<string, unknown>>();
  return {
    reference,
    has: (path) => files.has(fileOf(path)),
    open: (path) => (files.has(fileOf(path)) ? readFile(fileOf(path)).toString() : undefined),
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
