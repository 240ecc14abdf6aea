/** Proving built trees in tests. */
import { openProof, type Proof } from '#proof/prove.ts';
import type { Difference } from '#proof/difference.ts';
import type { Tree } from '#lib/tree.ts';
import type { Problem } from '#model/problem.ts';
import type { Loaded } from '#site/load.ts';
import { openTreeProof } from '#site/prove.ts';
import { openTree } from '#site/tree.ts';

/** The proof that `tree`, or the one in that folder, says what was `loaded`. */
export function proofOf(tree: Tree | string, { edition, drafts, assets }: Loaded): Proof {
  const { site, meaning, digests } = edition!;
  return openProof({ tree: typeof tree === 'string' ? openTree(tree) : tree, site, drafts, hashOf: meaning, digestOf: (item) => Object.values(digests(item)).join(), assets: new Set(assets.files.keys()) });
}

/** What it finds when all of it is read. */
export function proveAll(out: Tree | string, loaded: Loaded): Difference[] {
  const proof = proofOf(out, loaded);
  return proof.conclude([proof.read()]).differences;
}

/** The same as problems. */
export async function proveTree(out: string, loaded: Loaded): Promise<Problem[]> {
  const proof = await openTreeProof(openTree(out), loaded.edition!, loaded);
  return proof.conclude([proof.read()]).problems;
}

/** A tree of texts in memory. */
export function treeOf(texts: ReadonlyMap<string, string>): Tree {
  const bytes = (path: string) => Buffer.from(texts.get(path)!);
  return { files: new Set([...texts.keys()].sort()), read: bytes, text: (path) => bytes(path).toString(), readPart: (path, start, end) => bytes(path).subarray(start, end), size: (path) => bytes(path).length };
}
