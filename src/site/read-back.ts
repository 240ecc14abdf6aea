/** Reading back what was built: with threads all of it, after an edit what could differ from a tree that was proven. */
import type { Tree } from '#lib/tree.ts';
import type { Edition } from '#markup/edition.ts';
import type { Problem } from '#model/problem.ts';
import type { Proven } from '#proof/proven.ts';
import type { Findings } from '#proof/reading.ts';
import type { Maker } from './products/make.ts';
import type { State } from './products/state.ts';
import { collectedPaths } from './products/units.ts';
import type { TreeProof, TreeProved } from './prove.ts';
import { claimFile, mainReader, openClaims, type Claims } from './threads/claims.ts';
import type { Threads } from './threads/threads.ts';
import { openTree } from './tree.ts';

/** The reading back that threads have begun: what they have taken so far, and what they will find. */
export interface Reading {
  claims: Claims;
  others: Promise<Findings[]>;
}

/** Lets `threads` read back what was made, while the main one makes what collects, which it reads itself. */
export async function readMade(threads: Threads, { state, kept }: Maker, edition: Edition): Promise<Reading> {
  const later = await collectedPaths(edition);
  const claims = openClaims();
  for (const path of later) claimFile(claims, mainReader, path);
  return { claims, others: threads.read({ files: [...state.files.keys(), ...later], kept, claims }) };
}

interface Proving {
  tree: Tree;
  maker: Maker;
  /** Folder of the old tree, which `before` describes. */
  out: string;
  before: State;
  reading: Reading | undefined;
}

/** Holds what was made against the content: what could differ from a tree that was proven, or all of it, of which threads may be `reading` a part. */
export async function proveBuilt(proof: TreeProof, { tree, maker: { kept, isIntact }, out, before, reading }: Proving): Promise<{ differences: Problem[]; proven?: Proven }> {
  const proveSince = (past: Proven): TreeProved => {
    const written = new Set([...tree.files].filter((path) => !kept.has(path)));
    return proof.since({ proven: past, before: openTree(out, before.files.keys().take(past.files)), isIntact, written });
  };
  const proveAll = async (): Promise<TreeProved> => {
    if (!reading) return proof.conclude([proof.read()]);
    const { claims, others } = reading;
    return proof.conclude([proof.read((path) => claimFile(claims, mainReader, path)), ...(await others)]);
  };
  const proved = before.proven ? proveSince(before.proven) : await proveAll();
  // Printed here and not when it is kept, so that what the proof held against the tree can go first: it is a fifth of a large build's memory.
  return proved.problems.length > 0 ? { differences: proved.problems } : { differences: [], proven: proved.proven() };
}
