/** The parity proof of a built tree, as problems. Its parsers are loaded only where there is a tree to read. */
import type { Tree } from '#lib/tree.ts';
import type { Edition } from '#markup/edition.ts';
import { leadsOf } from '#markup/leads.ts';
import type { Place, Problem } from '#model/problem.ts';
import { resolveTarget } from '#model/target.ts';
import type { Difference } from '#proof/difference.ts';
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
export async function openTreeProof(tree: Tree, edition: Edition, { drafts, assets }: Pick<Loaded, 'drafts' | 'assets'>): Promise<TreeProof> {
  const { site, meaning } = edition;
  const [{ openProof }, { toProblem }] = await Promise.all([import('#proof/prove.ts'), import('#proof/words.ts')]);
  const proof = openProof({ tree, site, drafts, hashOf: meaning, assets: new Set(assets.files.keys()) });
  return {
    files: proof.files,
    digests: proof.digests,
    whole: () => proof.whole().map((difference) => toProblem(difference, placeInContent(edition, difference))),
    since: (before, written) => proof.since(before, written).map((difference) => toProblem(difference, placeInContent(edition, difference))),
  };
}

/** Where the content has the link that leads nowhere; undefined where the generator made it. */
function placeInContent({ site, document }: Edition, { rule, file, found = '' }: Difference): Place | undefined {
  const item = rule === 'link' ? site.at(file.replace(/index\.html$/, '')) : undefined;
  return item && leadsOf(item, document(item)).find(({ to }) => [to, resolveTarget(site, to).href].some((address) => plain(address, site.base) === plain(found, site.base)))?.place();
}

/** An address as people read it, below the base of the site. */
function plain(address: string, base: string): string {
  const path = address.startsWith(`${base}/`) ? address.slice(base.length) : address;
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
