/** `lede check`: reads everything and reports every problem in one run. */
import { Command, Option } from 'commander';
import { reporters } from '#checks/reporters/index.ts';
import { withImages } from '#site/images/images.ts';
import { watchSite } from '#site/editor/watch.ts';
import { watchWords } from '#site/editor/watch-words.ts';
import { loadSite } from '#site/load.ts';
import { openLearned } from '#site/threads/learn.ts';
import { sayInterruption } from './failure.ts';
import { contentDir, contentOption, languageOf, today, todayOption, type ContentOptions } from './options.ts';
import { exitCodeOf, reportContext } from './report.ts';

interface CheckOptions extends ContentOptions {
  format: string;
  watch?: boolean;
}

export function checkCommand(): Command {
  return new Command('check')
    .description('Check the content and report every problem in one run.')
    .addOption(contentOption())
    .addOption(new Option('--format <format>', 'how problems are printed').choices(Object.keys(reporters)).default('text'))
    .option('--watch', 'check again after each save; Ctrl+C ends it')
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede check --content my-site --format sarif > problems.sarif\n')
    .action(async (options: CheckOptions) => {
      const dir = contentDir(options.content);
      if (options.watch) return checkAgain(dir, options);
      const asked = { contentDir: dir, today: today(options.today), checkOnly: true };
      const loaded = await withImages(loadSite(asked, await openLearned(asked)));
      console.log(reporters[options.format]!(loaded.problems, reportContext(dir, loaded, languageOf(options))));
      process.exitCode = exitCodeOf(loaded.problems);
    });
}

/** Checks after each change, between two lines by which other tools know where a report begins and ends. */
function checkAgain(dir: string, options: CheckOptions): void {
  const end = () => console.log(watchWords[languageOf(options)].end);
  watchSite({
    contentDir: dir,
    checkOnly: true,
    today: () => today(options.today),
    onStart: () => console.log(watchWords[languageOf(options)].begin),
    onLoad(loaded) {
      console.log(reporters[options.format]!(loaded.problems, reportContext(dir, loaded, languageOf(options))));
      end();
    },
    onFailure(error) {
      sayInterruption(error, languageOf(options));
      end();
    },
  });
}
