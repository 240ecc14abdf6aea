/** `lede init`: begins a site. */
import { Command } from 'commander';
import type { Words } from '#model/problem.ts';
import { beginSite, type Founding } from '#site/editor/settings.ts';
import { contentOption, contentPath, languageOf, today, type LanguageOptions } from './options.ts';

type InitOptions = LanguageOptions & Partial<Founding>;

export function initCommand(): Command {
  return new Command('init')
    .description('Begin a site: write its site.yaml, complete and commented; on a terminal, what is missing is asked for.')
    .option('--name <text>', 'name of the site')
    .option('--url <url>', 'canonical address, with a path when the site lives below one')
    .option('--language <tag>', 'language of the content; default: zh-CN or en, as the name is written')
    .option('--description <text>', 'one sentence on what the site answers')
    .addOption(contentOption())
    .addHelpText('after', '\nExample:\n  lede init --content my-site --name 水电问答 --url https://example.org --description "回答家里水电常见的问题。"\n')
    .action(async ({ content, lang: given, ...known }: InitOptions) => {
      const terminal = process.stdin.isTTY && process.stdout.isTTY ? { input: process.stdin, output: process.stdout } : undefined;
      const spoken = await beginSite({ dir: contentPath(content), known, terminal, lang: languageOf({ content, lang: given }), today: today(undefined) });
      console.log(sayNext(content ?? 'content')[given ?? spoken]);
    });
}

function sayNext(dir: string): Words {
  return {
    zh: `写好了 ${dir}/site.yaml，可以不写的设置在后面，每行以 # 开头。\n接下来写第一篇草稿：lede new answers first-question --content ${dir}\n边写边看：lede dev --content ${dir}`,
    en: `Wrote ${dir}/site.yaml; settings that may be left out stand at its end, each line after a #.\nNow write the first draft: lede new answers first-question --content ${dir}\nLook while you write: lede dev --content ${dir}`,
  };
}
