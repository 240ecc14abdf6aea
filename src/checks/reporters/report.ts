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
