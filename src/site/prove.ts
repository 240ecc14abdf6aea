/** The parity proof of a built tree, as problems. Its parsers are loaded only where there is a tree to read. */
import type { Tree } from '#lib/tree.ts';
import type { Edition } from '#markup/edition.ts';
import type { Problem } from '#model/problem.ts';
import type { Loaded } from './load.ts';

/** Where `tree` does not say what `edition` says, and how many files it has. */
export async function proveTree(tree: Tree, { site, meaning }: Edition, { drafts, assets }: Pick<Loaded, 'drafts' | 'assets'>): Promise<{ problems: Problem[]; files: number }> {
  const [{ openProof }, { toProblem }] = await Promise.all([import('#proof/prove.ts'), import('#proof/words.ts')]);
  const proof = openProof({ tree, site, drafts, hashOf: meaning, assets: new Set(assets.files.keys()) });
  return { problems: proof.whole().map(toProblem), files: proof.files };
}
