/** Reporters print problems; they never decide which there are. */
import type { Lang, Problem } from '#model/problem.ts';

export interface ReportContext {
  lang: Lang;
  /** From the working directory to the content folder, with a slash at its end, so that tools find the files. */
  prefix: string;
  /** How many files were read. */
  files: number;
  color: boolean;
}

export type Reporter = (problems: readonly Problem[], context: ReportContext) => string;

export interface Counts {
  errors: number;
  warnings: number;
  notices: number;
}

export function countProblems(problems: readonly Problem[]): Counts {
  const of = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), notices: of('notice') };
}
