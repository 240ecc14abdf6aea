/** An editorial check: one promise of the site, held against all of it. */
import type { Path } from '#lib/yaml.ts';
import type { Edition } from '#markup/edition.ts';
import type { Ledger } from '#model/ledger.ts';
import type { Place, Problem } from '#model/problem.ts';
import type { Rule } from '#model/rule.ts';

/** What checks may look at. */
export interface CheckContext {
  /** The entries and pages whose own fields and bodies are sound. */
  edition: Edition;
  /** Every reference that a file stands for, sound or not. */
  known: ReadonlySet<string>;
  /** Paths of the files that are copied as they are, such as `/logo.svg`. */
  assets: ReadonlySet<string>;
  /** References of the drafts. */
  drafts: ReadonlySet<string>;
  /** What entries said before, where the site keeps a ledger. */
  ledger: Ledger | undefined;
  /** The place of a value of site.yaml, or of its key. */
  settings(path: Path, of?: 'key' | 'value'): Place;
}

/** A problem as a check finds it; how grave it is stands in its rule. */
export type Found = Omit<Problem, 'severity'>;

export interface Check {
  /** The name of its file, by which a fault of the check itself is reported. */
  id: string;
  /** Every rule that it can report, with what `lede explain` prints. */
  rules: readonly Rule[];
  find(context: CheckContext): Found[];
}
