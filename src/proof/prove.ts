/**
 * The parity proof: the built tree is read back, file by file, by parsers that made none of it, and every surface is
 * held against the content. Nothing is kept of a file but what it states.
 */
import { digest } from '#lib/hash.ts';
import type { Tree } from '#lib/tree.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { homePath } from '#model/paths.ts';
import type { Lang } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import { compareStatements } from './compare.ts';
import { sortDifferences, type Difference } from './difference.ts';
import { makeDraftFinder } from './drafts.ts';
import { leaksIn } from './leaks.ts';
import { makeLinkFinder } from './links.ts';
import { makeReference, type Reference, type Subject } from './reference.ts';
import { surfaces } from './surfaces/index.ts';
import type { Context, Expected, Surface } from './surface.ts';
import { xmlFaults } from './xml.ts';

/** What is proven, and against what. */
export interface ProofOptions {
  /** The built tree, which must not change until the proof is done. */
  tree: Tree;
  site: Site;
  /** Entries that must show nowhere. */
  drafts: readonly Entry[];
  /** Hash of what an entry says. */
  hashOf(entry: Entry): string;
  /** Paths of files that are copied as they are: nobody made them of the content. */
  assets: ReadonlySet<string>;
}

/** A proof of one tree. What it answers is sorted, and empty when all agrees. */
export interface Proof {
  /** How many files the tree has. */
  files: number;
  /** Holds every file, and that nothing else is there. */
  whole(): Difference[];
  /** What is to be said of every entry and page, by address, as digests. */
  digests(): Map<string, string>;
  /** Holds what could differ from a tree that was proven: files in `written`, and whatever speaks of an entry whose digest is not as it was. */
  since(before: ReadonlyMap<string, string>, written: ReadonlySet<string>): Difference[];
}

/** Opens the proof of `tree`. */
export function openProof({ tree, site, drafts, hashOf, assets }: ProofOptions): Proof {
  const reference = makeReference(site, drafts, hashOf);
  const { files } = tree;
  const findDraft = makeDraftFinder(reference);
  const tools = makeTools(reference, tree);
  let links = makeLinkFinder(site, tools.has, tools.open);
  const searchText = (file: string, text: string): Difference[] => {
    const draft = assets.has(file) ? undefined : findDraft(text);
    return [...xmlFaults(file, text), ...leaksIn(file, text, site.config), ...(draft ? [{ rule: 'draft' as const, file, surface: 'tree', field: 'text' as const, about: draft.draft.url, found: draft.found }] : [])];
  };
  const proveFile = (file: string, duties: readonly Duty[]): Difference[] => {
    if (!files.has(file)) return [{ rule: 'file', file, surface: duties[0]!.surface.id, field: 'file', expected: file }];
    const text = tree.read(file).toString();
    if (file.endsWith('.html')) links.read(file, text);
    return [...searchText(file, text), ...duties.flatMap(({ surface, expected }) => readSurface(surface, text, { ...tools, expected }))];
  };
  const proveStray = (file: string): Difference[] => {
    if (!isText.test(file)) return [];
    const stray: Difference[] = !assets.has(file) && isPage.test(file) ? [{ rule: 'file', file, surface: 'tree', field: 'file', found: file, excess: 'unknown' }] : [];
    return [...stray, ...searchText(file, tree.read(file).toString())];
  };
  const ownDuties = (some: readonly (Entry | TrustPage)[]) => group(surfaces, (surface) => some.flatMap((item) => [...(surface.own?.(reference.of(item), reference, (path) => files.has(path)) ?? [])]));
  const sharedDuties = () => group(surfaces, (surface) => surface.shared?.(reference) ?? []);
  const proveAll = (...parts: ReadonlyMap<string, readonly Duty[]>[]) => {
    links = makeLinkFinder(site, tools.has, tools.open);
    return [...parts.flatMap((duties) => Array.from(duties, ([file, due]) => proveFile(file, due)).flat()), ...links.finish()];
  };
  const items = [...site.entries, ...site.tombstones, ...site.pages];
  const everyone = () => [...items.map(reference.of), ...reference.hubs, ...reference.lists.map(({ subject }) => subject)];
  const digests = () => new Map(everyone().map((subject) => [subject.url, digest(JSON.stringify(subject.facts))]));
  return {
    files: files.size,
    whole() {
      const duties = [ownDuties(items), sharedDuties()];
      const strays = [...files].filter((file) => !duties.some((due) => due.has(file)));
      return sortDifferences([...proveAll(...duties), ...strays.flatMap(proveStray)]);
    },
    digests,
    since(before, written) {
      const now = digests();
      const isChanged = ({ url }: Subject) => now.get(url) !== before.get(url);
      const touched = new Set([...written].map((file) => file.replace(/(index\.html|\.md|\.part-\d+\.md)$/, (end) => (end === 'index.html' ? '' : '/'))));
      const own = ownDuties(items.filter((item) => touched.has(item.path) || isChanged(reference.of(item))));
      const shared = new Map([...sharedDuties()].filter(([file, due]) => written.has(file) || due.some(({ expected }) => expected.subjects.some(isChanged))));
      const strays = [...written].filter((file) => !own.has(file) && !shared.has(file));
      return sortDifferences([...proveAll(own, shared), ...strays.flatMap(proveStray)]);
    },
  };
}

interface Duty {
  surface: Surface;
  expected: Expected;
}

const isText = /\.(html|md|txt|xml|json|conf|webmanifest|js|mjs|css|svg|csv|ya?ml|py|sh)$|\/_\w+$/;
const isPage = /\.(html|md)$/;

/** What each file must say, by its path. */
function group(all: readonly Surface[], filesOf: (surface: Surface) => Iterable<Expected>): Map<string, Duty[]> {
  const duties = new Map<string, Duty[]>();
  for (const surface of all) {
    for (const expected of filesOf(surface)) {
      const known = duties.get(expected.path);
      if (known) known.push({ surface, expected });
      else duties.set(expected.path, [{ surface, expected }]);
    }
  }
  return duties;
}

function readSurface(surface: Surface, text: string, context: Context): Difference[] {
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
      let value = known.get(piece);
      if (value === undefined) known.set(piece, (value = read(piece, site.lang)));
      return value;
    },
  };
}
