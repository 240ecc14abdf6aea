/** `lede build`: checks the content, then builds the site. */
import { relative } from 'node:path';
import { Command } from 'commander';
import { reporters } from '#checks/reporters/index.ts';
import type { Lang } from '#model/problem.ts';
import type { Stage } from '#site/build.ts';
import { exitCodeOf, reportContext } from './check.ts';
import { contentDir, contentOption, langOption, outDir, outOption, siteOption, today, todayOption } from './options.ts';
import { reportDifferences } from './prove.ts';

interface BuildOptions {
  content?: string;
  out?: string;
  site?: string;
  lang?: Lang;
  today?: string;
  compress?: boolean;
}

const stages: Record<Stage, string> = {
  load: 'Reading and checking content',
  templates: 'Preparing templates',
  pages: 'Rendering pages',
  outputs: 'Writing machine outputs',
  proof: 'Proving that all outputs agree',
  compress: 'Compressing',
  publish: 'Publishing',
};

export function buildCommand(): Command {
  return new Command('build')
    .description('Check the content and build the site; nothing is written when a check fails.')
    .addOption(contentOption())
    .addOption(outOption('folder that the site is written to'))
    .addOption(siteOption())
    .addOption(langOption())
    .addOption(todayOption())
    .option('--compress', 'also write .br and .gz beside text files, for hosts that send them as they are')
    .addHelpText('after', '\nExample:\n  lede build --content my-site --out public_html --site https://example.org/docs\n')
    .action(async (options: BuildOptions) => {
      const dir = contentDir(options.content);
      const out = outDir(options.out);
      const started = performance.now();
      const { buildSite } = await import('#site/build.ts'); // the libraries of outputs take half a second to load
      const { problems, differences, loaded, counts } = await buildSite({ contentDir: dir, out, url: options.site, today: today(options.today), compress: options.compress, onStage: announce });
      clearLine();
      if (problems.length > 0) console.error(reporters['text']!(problems, reportContext(dir, loaded, options.lang)));
      if (differences.length > 0) console.error(`${reportDifferences('text', differences, { ...reportContext(out, loaded, options.lang), files: new Set(differences.map(({ file }) => file)).size })}\nNothing was published.`);
      if (!counts) {
        process.exitCode = exitCodeOf(problems) || 1;
        return;
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${counts.entries} entries, ${counts.pages} pages, ${counts.files} files in ${relative(process.cwd(), out) || '.'} (${seconds} s).`);
    });
}

/** On a terminal the running stage is one line that changes; elsewhere each stage is a line of its own. */
function announce(stage: Stage): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${stages[stage]} …`);
  else console.log(`${stages[stage]} …`);
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
}
