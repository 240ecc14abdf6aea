/** `lede dev`: shows the site while it is being written. */
import { Command } from 'commander';
import { reporters } from '#checks/reporters/index.ts';
import { sayInterruption } from './failure.ts';
import { contentDir, contentOption, ensureCache, languageOf, portOption, siteOption, today, todayOption, type ContentOptions } from './options.ts';
import { reportContext, sayServing } from './report.ts';

interface DevOptions extends ContentOptions {
  site?: string;
  port: number;
}

export function devCommand(): Command {
  return new Command('dev')
    .description('Show the site while it is being written; problems are printed after each change.')
    .addOption(contentOption())
    .addOption(siteOption())
    .addOption(portOption(4321))
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede dev --content my-site --port 4000\n')
    .action(async (options: DevOptions) => {
      const dir = contentDir(options.content);
      ensureCache();
      const { startDev } = await import('#site/dev/start.ts'); // most of the program comes with it
      const { url } = await startDev({
        contentDir: dir,
        url: options.site,
        today: () => today(options.today),
        port: options.port,
        onCheck: (loaded) => console.log(reporters['text']!(loaded.problems, reportContext(dir, loaded, languageOf(options)))),
        onFailure: (error) => sayInterruption(error, languageOf(options)),
      });
      sayServing(url, languageOf(options));
    });
}
