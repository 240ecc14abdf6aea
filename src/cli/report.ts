/** What verbs print of problems, and how they exit. Nothing dear is loaded for it. */
import { relative } from 'node:path';
import { reporters } from '#checks/reporters/index.ts';
import type { ReportContext } from '#checks/reporters/report.ts';
import { faultRule } from '#checks/run.ts';
import { isError, type Lang, type Problem } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';
import type { Loaded } from '#site/load.ts';

/** 2 when a check itself failed, 1 when the content has errors, else 0. */
export function exitCodeOf(problems: readonly Problem[]): 0 | 1 | 2 {
  if (problems.some(({ rule }) => rule === faultRule)) return 2;
  return problems.some(isError) ? 1 : 0;
}

/** The edition of content without errors. Where there are some, they are printed and the command fails. */
export function soundEdition(loaded: Loaded, dir: string, lang: Lang): Loaded['edition'] {
  const errors = loaded.problems.filter(isError);
  if (loaded.edition && errors.length === 0) return loaded.edition;
  failFor(errors, dir, loaded, lang);
  return undefined;
}

/** Prints the problems for which a verb cannot do its work, and lets the command fail. */
export function failFor(problems: readonly Problem[], dir: string, loaded: Loaded, lang: Lang): void {
  console.error(reporters['text']!(problems, reportContext(dir, loaded, lang)));
  process.exitCode = 1;
}

/** Why nothing is known of a site, for verbs that can do without what else is broken. */
export function brokenSettings(): Refusal {
  return new Refusal('读不出 site.yaml，不知道这个站的设置。先运行 lede check，改好它报告的问题。', 'site.yaml cannot be read, so the settings of the site are not known. Run lede check and mend what it reports.');
}

/** How to report what was found in the content folder `dir`. */
export function reportContext(dir: string, { files }: Pick<Loaded, 'files'>, lang: Lang): ReportContext {
  const prefix = relative(process.cwd(), dir).replaceAll('\\', '/');
  return { lang, files, prefix: prefix && `${prefix}/`, color: process.stdout.isTTY && !process.env['NO_COLOR'] };
}

/** Differences as a report. Their files are not of the content, so every format names them from the working directory on. */
export function reportDifferences(format: string, differences: readonly Problem[], context: ReportContext): string {
  return reporters[format]!(differences.map((difference) => ({ ...difference, file: context.prefix + difference.file })), { ...context, prefix: '' });
}

/** Says where a server listens that goes on until it is ended. */
export function sayServing(url: string, lang: Lang): void {
  console.log(`${url} ${{ zh: '（按 Ctrl+C 结束）', en: '(Ctrl+C ends it)' }[lang]}`);
}
