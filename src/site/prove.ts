/** The parity proof of a built tree, as problems. Its parsers are loaded only where there is a tree to read. */
import type { Tree } from '#lib/tree.ts';
import { pathBelow } from '#lib/url.ts';
import type { Edition } from '#markup/edition.ts';
import { leadsOf } from '#markup/leads.ts';
import type { Place, Problem } from '#model/problem.ts';
import { resolveTarget } from '#model/target.ts';
import type { Difference } from '#proof/difference.ts';
import type { Proved } from '#proof/prove.ts';
import type { Proven } from '#proof/proven.ts';
import type { Findings } from '#proof/reading.ts';
import type { Change } from '#proof/since.ts';
import type { Loaded } from './load.ts';
import { readManifest } from './manifest.ts';
import { manifestPath } from './own-tree.ts';

/** What a proof came to, as problems; none where the tree says what the content says. */
export interface TreeProved {
  problems: Problem[];
  /** What was proven, for the next build. */
  proven(): Proven;
}

/** A proof that is open on one tree. */
export interface TreeProof {
  /** How many files the tree has. */
  files: number;
  /** Reads every file, or those that `isMine` takes: what a thread finds is plain data for `conclude`. */
  read(isMine?: (path: string) => boolean): Findings;
  /** What readings come to that together are of every file. */
  conclude(readings: readonly Findings[]): TreeProved;
  /** Reads what could differ from a tree that was proven. */
  since(change: Change): TreeProved;
}

/** Opens the proof that `tree` says what `edition` says. */
export async function openTreeProof(tree: Tree, edition: Edition, { drafts, assets }: Pick<Loaded, 'drafts' | 'assets'>): Promise<TreeProof> {
  const { site, meaning, digests } = edition;
  const [{ openProof }, { toProblem }] = await Promise.all([import('#proof/prove.ts'), import('#proof/words.ts')]);
  const { files, read, conclude, since } = openProof({ tree, site, drafts, hashOf: meaning, digestOf: (item) => Object.values(digests(item)).join(), assets: new Set(assets.files.keys()) });
  const toProblems = ({ differences, proven }: Proved): TreeProved => ({ problems: differences.map((difference) => toProblem(difference, placeInContent(edition, difference))), proven });
  return { files, read, conclude: (readings) => toProblems(conclude(readings)), since: (change) => toProblems(since(change)) };
}

/** What the manifest of the built tree in `out` names and the tree has no more, but what `known` tells already. Most of it no content stands behind: scripts, the search index, files for hosts. */
export function findLost(out: string, tree: Tree, known: Findings): Findings {
  const told = new Set(known.differences.map(({ file }) => file));
  const lost = (readManifest(out)?.files ?? []).filter(({ path }) => !tree.files.has(path) && !told.has(path));
  return { differences: lost.map(({ path }): Difference => ({ rule: 'file', file: path, surface: manifestPath.slice(1), field: 'file', expected: path })), speaks: [], fragments: [] };
}

/** Where the content has the link that leads nowhere; undefined where the generator made it. */
function placeInContent({ site, document }: Edition, { rule, file, found = '' }: Difference): Place | undefined {
  const item = rule === 'link' ? site.at(file.replace(/index\.html$/, '')) : undefined;
  return item && leadsOf(item, document(item)).find(({ to }) => [to, resolveTarget(site, to).href].some((address) => pathBelow(site.base, address) === pathBelow(site.base, found)))?.place();
}
