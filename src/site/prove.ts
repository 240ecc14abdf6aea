/** The parity proof of a built tree, as problems. Its parsers are loaded only where there is a tree to read. */
import type { Tree } from '#lib/tree.ts';
import type { Edition } from '#markup/edition.ts';
import type { Problem } from '#model/problem.ts';
import type { Loaded } from './load.ts';

/** A proof that is open on one tree. */
export interface TreeProof {
  /** How many files the tree has. */
  files: number;
  /** What was proven, for `since` of the next build. */
  digests(): Map<string, string>;
  /** Where the tree does not say what the content says. */
  whole(): Problem[];
  /** The same, looking only at what could differ from a tree that was proven before. */
  since(before: ReadonlyMap<string, string>, written: ReadonlySet<string>): Problem[];
}

/** Opens the proof that `tree` says what `edition` says. */
export async function openTreeProof(tree: Tree, { site, meaning }: Edition, { drafts, assets }: Pick<Loaded, 'drafts' | 'assets'>): Promise<TreeProof> {
  const [{ openProof }, { toProblem }] = await Promise.all([import('#proof/prove.ts'), import('#proof/words.ts')]);
  const proof = openProof({ tree, site, drafts, hashOf: meaning, assets: new Set(assets.files.keys()) });
  return {
    files: proof.files,
    digests: proof.digests,
    whole: () => proof.whole().map(toProblem),
    since: (before, written) => proof.since(before, written).map(toProblem),
  };
}
