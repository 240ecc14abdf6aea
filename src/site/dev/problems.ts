/** Problems as the pages of the dev server show them. */
import type { Loaded } from '../load.ts';

/** A problem in the language of the site. */
export interface ShownProblem {
  /** `file:line:column`. */
  place: string;
  rule: string;
  severity: 'error' | 'warning';
  message: string;
  hint: string;
}

/** The problems of `loaded` that an editor should mend now, errors first. */
export function shownProblems({ problems, lang = 'zh' }: Pick<Loaded, 'problems' | 'lang'>): ShownProblem[] {
  const shown = (['error', 'warning'] as const).flatMap((severity) => problems.filter((problem) => problem.severity === severity).map(({ file, line, column, rule, message, hint }) => ({ place: `${file}:${line}:${column}`, rule, severity, message: message[lang], hint: hint[lang] })));
  return shown.slice(0, most);
}

/** No editor reads more at once. */
const most = 50;
