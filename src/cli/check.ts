/** `lede check`: reads everything and reports every problem in one run. */
import { relative } from 'node:path';
import { Command, Option } from 'commander';
import { reporters } from '#checks/reporters/index.ts';
import type { ReportContext } from '#checks/reporters/report.ts';
import { faultRule } from '#checks/run.ts';
import { sortProblems, type Lang, type Problem } from '#model/problem.ts';
import { checkImages } from '#site/images/images.ts';
import { watchSite } from '#site/editor/watch.ts';
import { watchWords } from '#site/editor/watch-words.ts';
import { loadSite, type Loaded } from '#site/load.ts';
import { contentDir, contentOption, langOption, messageLang, today, todayOption } from './options.ts';
import { languageOf } from './refusal.ts';

interface CheckOptions {
  content?: string;
  format: string;
  watch?: boolean;
  lang?: Lang;
  today?: string;
}

export function checkCommand(): Command {
  return new Command('check')
    .description('Check the content and report every problem in one run.')
    .addOption(contentOption())
    .addOption(new Option('--format <format>', 'how problems are printed').choices(Object.keys(reporters)).default('text'))
    .option('--watch', 'check again after each save; Ctrl+C ends it')
    .addOption(langOption())
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede check --content my-site --format sarif > problems.sarif\n')
    .action(async (options: CheckOptions) => {
      const dir = contentDir(options.content);
      if (options.watch) return checkAgain(dir, options);
      const loaded = loadSite({ contentDir: dir, today: today(options.today), checkOnly: true });
      const problems = sortProblems([...loaded.problems, ...(loaded.edition ? await checkImages(loaded.edition, loaded.assets) : [])]);
      console.log(reporters[options.format]!(problems, reportContext(dir, loaded, options.lang)));
      process.exitCode = exitCodeOf(problems);
    });
}

/** Checks after each change, between two lines by which other tools know where a report begins and ends. */
function checkAgain(dir: string, { format, lang: given, today: day }: CheckOptions): void {
  let lang = languageOf(dir, given);
  watchSite({
    contentDir: dir,
    checkOnly: true,
    today: () => today(day),
    onStart: () => console.log(watchWords[lang].begin),
    onLoad(loaded) {
      const context = reportContext(dir, loaded, given);
      console.log(reporters[format]!(loaded.problems, context));
      lang = context.lang;
      console.log(watchWords[lang].end);
    },
  });
}

/** 2 when a check itself failed, 1 when the content has errors, else 0. */
export function exitCodeOf(problems: readonly Problem[]): 0 | 1 | 2 {
  if (problems.some(({ rule }) => rule === faultRule)) return 2;
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** How to report what was found in the content folder `dir`. */
export function reportContext(dir: string, { lang, files }: Loaded, given: Lang | undefined): ReportContext {
  const prefix = relative(process.cwd(), dir).replaceAll('\\', '/');
  return { lang: messageLang(given, lang), files, prefix: prefix && `${prefix}/`, color: process.stdout.isTTY && !process.env['NO_COLOR'] };
}
