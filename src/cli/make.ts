/** What the verbs that make a site have in common: their options, how they tell where they are, and what they say at the end. */
import { relative } from 'node:path';
import { Command } from 'commander';
import { reporters } from '#checks/reporters/index.ts';
import type { BuildOptions, Stage } from '#site/build.ts';
import type { Said } from '#site/renew.ts';
import { compressOption, contentDir, contentOption, ensureCache, ensureReplaceable, langOption, memoryOption, outDir, outOption, siteOption, today, todayOption, type ContentOptions } from './options.ts';
import { exitCodeOf, reportContext, reportDifferences } from './report.ts';

export interface MakeOptions extends ContentOptions {
  out?: string;
  site?: string;
  compress?: boolean;
  /** Bytes. */
  memory?: number;
}

/** A verb that makes a site, with the options that all of them take. */
export function makeCommand(name: string): Command {
  return new Command(name)
    .addOption(contentOption())
    .addOption(outOption('folder that the site is written to'))
    .addOption(siteOption())
    .addOption(langOption())
    .addOption(todayOption())
    .addOption(compressOption())
    .addOption(memoryOption());
}

/** Makes a site as `options` ask for it, telling how it goes and what came of it. */
export async function runMake(options: MakeOptions, make: (options: BuildOptions) => Promise<Said>): Promise<void> {
  const started = performance.now();
  const dir = contentDir(options.content);
  const out = outDir(options.out);
  ensureReplaceable(out, dir);
  ensureCache();
  const { problems, differences, loaded, counts } = await make({ contentDir: dir, out, url: options.site, today: today(options.today), compress: options.compress, memory: options.memory, onStage: announce });
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

const stages: Record<Stage, string> = {
  load: 'Reading and checking content',
  templates: 'Preparing templates',
  outputs: 'Writing lists and machine outputs',
  pages: 'Writing entries and their twins',
  proof: 'Proving that all outputs agree',
  compress: 'Compressing',
  publish: 'Publishing',
};

/** On a terminal the running stage is one line that changes; elsewhere each stage is a line of its own. */
function announce(stage: Stage): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${stages[stage]} …`);
  else console.log(`${stages[stage]} …`);
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
}
