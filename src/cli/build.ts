/** `lede build`: checks the content, then builds the site. */
import { relative } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import { reporters } from '#checks/reporters/index.ts';
import type { Lang } from '#model/problem.ts';
import type { BuildOptions, Built, Stage } from '#site/build.ts';
import type { Share } from '#site/shards.ts';
import { exitCodeOf, reportContext } from './check.ts';
import { compressOption, contentDir, contentOption, langOption, outDir, outOption, siteOption, today, todayOption } from './options.ts';
import { reportDifferences } from './prove.ts';

/** Options of the verbs that make a site. */
export interface MakeOptions {
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
    .addOption(compressOption())
    .addOption(new Option('--shard <share>', 'make the pages of one share of the entries, such as 3/8, for "lede merge"').argParser(parseShare))
    .addHelpText('after', '\nExample:\n  lede build --content my-site --out public_html --site https://example.org/docs\n')
    .action(async (options: MakeOptions & { shard?: Share }) => {
      const dir = contentDir(options.content);
      const out = outDir(options.out);
      const { buildSite } = await import('#site/build.ts'); // the libraries of outputs take half a second to load
      await report(dir, out, options, (common) => buildSite({ ...common, share: options.shard }));
    });
}

/** Makes a site, telling how it goes and what came of it. `dir` is its content folder. */
export async function report(dir: string, out: string, options: MakeOptions, make: (options: CommonOptions) => Promise<Built>): Promise<void> {
  const started = performance.now();
  const { problems, differences, loaded, counts } = await make({ contentDir: dir, out, url: options.site, today: today(options.today), compress: options.compress, onStage: announce });
  clearLine();
  if (problems.length > 0) console.error(reporters['text']!(problems, reportContext(dir, loaded, options.lang)));
  if (differences.length > 0) console.error(`${reportDifferences('text', differences, { ...reportContext(out, loaded, options.lang), files: new Set(differences.map(({ file }) => file)).size })}\nNothing was published.`);
  if (!counts) {
    process.exitCode = exitCodeOf(problems) || 1;
    return;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${counts.entries} entries, ${counts.pages} pages, ${counts.files} files in ${relative(process.cwd(), out) || '.'} (${seconds} s).`);
}

/** On a terminal the running stage is one line that changes; elsewhere each stage is a line of its own. */
function announce(stage: Stage): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${stages[stage]} …`);
  else console.log(`${stages[stage]} …`);
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
}

type CommonOptions = Omit<BuildOptions, 'share'>;

function parseShare(value: string): Share {
  const [, number = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).map(Number);
  if (number < 1 || number > count) throw new InvalidArgumentError('Write which share of how many, such as 3/8.');
  return { number, count };
}
