/** What verbs print of problems, and how they exit. Nothing dear is loaded for it. */
import { relative } from 'node:path';
import { reporters } from '#checks/reporters/index.ts';
import type { ReportContext } from '#checks/reporters/report.ts';
import { faultRule } from '#checks/run.ts';
import { isError, type Lang, type Problem } from '#model/problem.ts';
import type { Loaded } from '#site/load.ts';
import { messageLang } from './options.ts';

/** 2 when a check itself failed, 1 when the content has errors, else 0. */
export function exitCodeOf(problems: readonly Problem[]): 0 | 1 | 2 {
  if (problems.some(({ rule }) => rule === faultRule)) return 2;
  return problems.some(isError) ? 1 : 0;
}

/** The edition of content without errors. Where there are some, they are printed and the command fails. */
export function soundEdition(loaded: Loaded, dir: string, given: Lang | undefined): Loaded['edition'] {
  const errors = loaded.problems.filter(isError);
  if (loaded.edition && errors.length === 0) return loaded.edition;
  console.error(reporters['text']!(errors, reportContext(dir, loaded, given)));
  process.exitCode = 1;
  return undefined;
}

/** How to report what was found in the content folder `dir`. */
export function reportContext(dir: string, { lang, files }: Pick<Loaded, 'lang' | 'files'>, given: Lang | undefined): ReportContext {
  const prefix = relative(process.cwd(), dir).replaceAll('\\', '/');
  return { lang: messageLang(given, lang), files, prefix: prefix && `${prefix}/`, color: process.stdout.isTTY && !process.env['NO_COLOR'] };
}

/** Differences as a report. Their files are not of the content, so every format names them from the working directory on. */
export function reportDifferences(format: string, differences: readonly Problem[], context: ReportContext): string {
  return reporters[format]!(differences.map((difference) => ({ ...difference, file: context.prefix + difference.file })), { ...context, prefix: '' });
}
