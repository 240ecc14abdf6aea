/** `lede build`: checks the content, then builds the site. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { renewSite } from '#site/renew.ts';
import type { Share } from '#site/shards.ts';
import { makeCommand, runMake, type MakeOptions } from './make.ts';

export function buildCommand(): Command {
  return makeCommand('build')
    .description('Check the content and build the site; nothing is written when a check fails.')
    .addOption(new Option('--shard <share>', 'make the pages of one share of the entries, such as 3/8, for "lede merge"').argParser(parseShare))
    .addHelpText('after', '\nExample:\n  lede build --content my-site --out public_html --site https://example.org/docs\n')
    .action((options: MakeOptions & { shard?: Share }) => runMake(options, (common) => renewSite({ ...common, share: options.shard })));
}

function parseShare(value: string): Share {
  const [, number = 0, count = 0] = (/^(\d{1,4})\/(\d{1,4})$/.exec(value) ?? []).map(Number);
  if (number < 1 || number > count) throw new InvalidArgumentError('Write which share of how many, such as 3/8.');
  return { number, count };
}
