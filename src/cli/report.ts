/** What verbs print of problems, and how they exit. Nothing dear is loaded for it. */
import { relative } from 'node:path';
import { reporters } from '#checks/reporters/index.ts';
import type { ReportContext } from '#checks/reporters/report.ts';
import { faultRule } from '#checks/run.ts';
import type { Lang, Problem } from '#model/problem.ts';
import type { Loaded } from '#site/load.ts';
import { messageLang } from './options.ts';

/** 2 when a check itself failed, 1 when the content has errors, else 0. */
export function exitCodeOf(problems: readonly Problem[]): 0 | 1 | 2 {
  if (problems.some(({ rule }) => rule === faultRule)) return 2;
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
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
