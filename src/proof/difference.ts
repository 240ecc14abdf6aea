/** What the proof finds: one place where a surface does not say what the content says. */
import type { LeakRule } from '#lib/leaks/finding.ts';
import { compare } from '#model/problem.ts';
import type { ProofRule } from '#model/proof-rules.ts';
import type { Field } from './reference.ts';

/**
 * `value`: another value than in the content, or none. `missing`: an entry is not there. `extra`: something is there that
 * should not be. `order`: the entries stand in another order. `file`: a file is not there, or should not be.
 * `format`: the file cannot be read. `draft`: a draft shows. `leak`: something stands there that must not be public.
 * `link`: an address of the site leads nowhere.
 */
export type Rule = ProofRule | 'leak';

/** Why something should not be where it is. */
export type Excess = 'draft' | 'tombstone' | 'unknown' | 'misplaced' | 'twice';

/** One difference between the built tree and the content. */
export interface Difference {
  rule: Rule;
  /** Path below the built tree, starting with a slash. */
  file: string;
  /** The surface that the file belongs to. */
  surface: string;
  field: Field | 'entry' | 'order' | 'file' | 'format' | 'text';
  /** Address of the entry or page in question. */
  about?: string | undefined;
  /** What the content says; missing or empty where it has nothing to say. */
  expected?: string | undefined;
  /** What the file says; missing or empty where it says nothing. */
  found?: string | undefined;
  excess?: Excess | undefined;
  leak?: LeakRule | undefined;
}

/** By file, then by the address in question, then by field. */
export function sortDifferences(differences: readonly Difference[]): Difference[] {
  return [...differences].sort((a, b) => compare(a.file, b.file) || compare(a.about ?? '', b.about ?? '') || compare(a.field, b.field) || compare(a.surface, b.surface));
}
