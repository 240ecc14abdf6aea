/** `lede links`: where links lead. Links to other sites are followed only here, never in a check or a build. */
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { reporters } from '#checks/reporters/index.ts';
import { Refusal } from '#model/refusal.ts';
import { isFault, readText } from '#model/source.ts';
import { collectLinks } from '#site/links/collect.ts';
import { followLinks, openLinkMemory, patience, type Followed } from '#site/links/external.ts';
import { countOf, problemsOf } from '#site/links/words.ts';
import { loadSite, type Loaded } from '#site/load.ts';
import { contentDir, contentOption, languageOf, today, type LanguageOptions } from './options.ts';
import { brokenSettings, exitCodeOf, reportContext } from './report.ts';

interface LinksOptions extends LanguageOptions {
  external?: boolean;
  format: 'table' | 'json';
}

export function linksCommand(): Command {
  return new Command('links')
    .description('Check where links lead: within the site, or with --external on other sites.')
    .addOption(contentOption())
    .option('--external', 'follow the links to other sites; those that open are not asked for again for 7 days')
    .addOption(new Option('--format <format>', 'how they are printed; json has the external links that open too').choices(['table', 'json']).default('table'))
    .addHelpText('after', '\nExample:\n  lede links --external --content my-site\n')
    .action(async ({ content, external, format, lang }: LinksOptions) => {
      const dir = contentDir(content);
      const loaded = loadSite({ contentDir: dir, today: today(undefined), checkOnly: true });
      if (!loaded.edition) throw brokenSettings();
      const context = reportContext(dir, loaded, languageOf({ content, lang }));
      if (!external) {
        const problems = loaded.problems.filter(({ rule }) => internal.test(rule));
        console.log(reporters[format === 'table' ? 'text' : 'json']!(problems, context));
        process.exitCode = exitCodeOf(problems);
        return;
      }
      const links = await follow(dir, loaded.edition);
      const problems = problemsOf(links);
      console.log(format === 'json' ? JSON.stringify(links, null, 2) : [...(problems.length > 0 ? [reporters['text']!(problems, context)] : []), countOf(links)[context.lang]].join('\n'));
      process.exitCode = exitCodeOf(problems);
    });
}

/** Rules of what `lede check` finds about links. */
const internal = /^(?:link|reference)\//;

async function follow(dir: string, edition: NonNullable<Loaded['edition']>): Promise<Followed[]> {
  const settings = readText(join(dir, 'site.yaml'));
  const links = collectLinks(edition, isFault(settings) ? '' : settings); // it was sound a moment ago
  const followed = await followLinks(links, { ...patience, agent: `lede-links (+${edition.site.url('/')})` }, openLinkMemory());
  const isCutOff = followed.length > 1 && followed.every(({ status }) => status === undefined);
  if (isCutOff) throw new Refusal('一个主机都没有回答。检查这台机器的网络，有代理就检查代理，再运行一次。', 'No host answered at all. Check the network of this machine, and the proxy if it has one, and run it again.');
  return followed;
}
