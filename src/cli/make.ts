/** What the verbs that make a site have in common: their options, how they tell where they are, and what they say at the end. */
import { relative } from 'node:path';
import { Command } from 'commander';
import { reporters } from '#checks/reporters/index.ts';
import type { Words } from '#model/problem.ts';
import type { BuildOptions, Stage } from '#site/build.ts';
import type { Said } from '#site/renew.ts';
import { compressOption, contentDir, contentOption, ensureCache, ensureReplaceable, languageOf, memoryOption, outDir, outOption, siteOption, today, todayOption, type ContentOptions } from './options.ts';
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
    .addOption(todayOption())
    .addOption(compressOption())
    .addOption(memoryOption());
}

/** Makes a site as `options` ask for it, telling how it goes and what came of it. */
export async function runMake(options: MakeOptions, make: (options: BuildOptions) => Promise<Said>): Promise<void> {
  const started = performance.now();
  const dir = contentDir(options.content);
  const out = outDir(options.out);
  const lang = languageOf(options);
  ensureReplaceable(out, dir);
  ensureCache();
  const { problems, differences, loaded, counts } = await make({ contentDir: dir, out, url: options.site, today: today(options.today), compress: options.compress, memory: options.memory, onStage: (stage) => announce(stages[stage][lang]) });
  clearLine();
  if (problems.length > 0) console.error(reporters['text']!(problems, reportContext(dir, loaded, lang)));
  if (differences.length > 0) console.error(`${reportDifferences('text', differences, { ...reportContext(out, loaded, lang), files: new Set(differences.map(({ file }) => file)).size })}\n${{ zh: '什么都没有发布。', en: 'Nothing was published.' }[lang]}`);
  if (!counts) {
    process.exitCode = exitCodeOf(problems) || 1;
    return;
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { entries, pages, files } = counts;
  const place = relative(process.cwd(), out) || '.';
  console.log({ zh: `${entries} 篇，${pages} 页，${files} 个文件，都在 ${place}（${seconds} 秒）。`, en: `${entries} entries, ${pages} pages, ${files} files in ${place} (${seconds} s).` }[lang]);
}

const stages: Record<Stage, Words> = {
  read: { zh: '读取内容', en: 'Reading content' },
  check: { zh: '检查内容', en: 'Checking content' },
  templates: { zh: '准备模板', en: 'Preparing templates' },
  outputs: { zh: '写列表和给机器读的文件', en: 'Writing lists and machine outputs' },
  pages: { zh: '写每一篇和它的 Markdown 版本', en: 'Writing entries and their twins' },
  proof: { zh: '核对所有输出是否一致', en: 'Proving that all outputs agree' },
  compress: { zh: '压缩', en: 'Compressing' },
  publish: { zh: '发布', en: 'Publishing' },
};

/** On a terminal the running stage is one line that changes; elsewhere each stage is a line of its own. */
function announce(stage: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${stage} …`);
  else console.log(`${stage} …`);
}

function clearLine(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\u001b[K');
}
