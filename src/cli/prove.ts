/** `lede prove`: reads a built site back and reports where it does not say what the content says. */
import { Command, Option } from 'commander';
import { reporters } from '#checks/reporters/index.ts';
import { loadSite } from '#site/load.ts';
import { findLost, openTreeProof } from '#site/prove.ts';
import { openTree } from '#site/tree.ts';
import { builtDir, contentDir, contentOption, languageOf, outOption, siteOption, today, todayOption, type ContentOptions } from './options.ts';
import { reportContext, reportDifferences, soundEdition } from './report.ts';

interface ProveOptions extends ContentOptions {
  out?: string;
  site?: string;
  format: string;
}

export function proveCommand(): Command {
  return new Command('prove')
    .description('Read a built site back and report where it does not say what the content says.')
    .addOption(contentOption())
    .addOption(outOption('folder that holds the built site'))
    .addOption(siteOption())
    .addOption(new Option('--format <format>', 'how differences are printed').choices(Object.keys(reporters)).default('text'))
    .addOption(todayOption())
    .addHelpText('after', '\nExample:\n  lede prove --content my-site --out public_html --today 2026-11-20\n')
    .action(async (options: ProveOptions) => {
      const dir = contentDir(options.content);
      const out = builtDir(options.out);
      const lang = languageOf(options);
      const loaded = loadSite({ contentDir: dir, url: options.site, today: today(options.today), checkOnly: true });
      const edition = soundEdition(loaded, dir, lang);
      if (!edition) return;
      const tree = openTree(out);
      const proof = await openTreeProof(tree, edition, loaded);
      const found = proof.read();
      const { problems } = proof.conclude([found, findLost(out, tree, found)]);
      console.log(reportDifferences(options.format, problems, { ...reportContext(out, loaded, lang), files: proof.files }));
      process.exitCode = problems.length > 0 ? 1 : 0;
    });
}
