/** What is wrong with a site, as data: every check returns these, reporters print them. */

/** The languages in which the generator speaks to editors. */
export type Lang = 'zh' | 'en';

/** The language in which to speak to readers of `language` (BCP 47). */
export function langOf(language: string): Lang {
  return language.startsWith('zh') ? 'zh' : 'en';
}

/** One sentence in each language that the generator speaks. */
export type Words = Record<Lang, string>;

export type Severity = 'error' | 'warning' | 'notice';

/** A place in a content file. `line` and `column` start at 1; a column counts UTF-16 units, as editors do. */
export interface Place {
  /** Path relative to the content folder, with forward slashes. */
  file: string;
  line: number;
  column: number;
}

/** One thing that is wrong, where it is, and what to type instead. */
export interface Problem extends Place {
  /** Stable name such as `schema/unknown-key`; `lede explain` takes it. */
  rule: string;
  severity: Severity;
  /** What is wrong, quoting the value. */
  message: Words;
  /** What to type instead. */
  hint: Words;
}

/** A problem, wherever it stands. */
export type Unplaced = Omit<Problem, keyof Place>;

/** What is said of a problem; how grave it is stands in its rule. */
export type Said = Omit<Unplaced, 'severity'>;

/** Whether a problem keeps the site from being built. */
export function isError({ severity }: Pick<Problem, 'severity'>): boolean {
  return severity === 'error';
}

/** Problems in reading order: by file, then line, then column, then rule. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

/** Order by code unit: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
