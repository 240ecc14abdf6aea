/** An editorial check: one promise of the site, held against all of it. */
import type { Edition } from '#markup/edition.ts';
import type { Problem } from '#model/problem.ts';

/** What checks may look at. */
export interface CheckContext {
  /** The entries and pages whose own fields and bodies are sound. */
  edition: Edition;
  /** Every reference that a file stands for, sound or not. */
  known: ReadonlySet<string>;
  /** Paths of the files that are copied as they are, such as `/logo.svg`. */
  assets: ReadonlySet<string>;
}

export interface Check {
  /** The rules that it can report. */
  rules: readonly string[];
  find(context: CheckContext): Problem[];
}
