/** `lede merge`: one site out of shares that several machines built. */
import { resolve } from 'node:path';
import { Command } from 'commander';
import { report, type MakeOptions } from './build.ts';
import { UserError } from './failure.ts';
import { compressOption, contentDir, contentOption, langOption, outDir, outOption, siteOption, todayOption } from './options.ts';

export function mergeCommand(): Command {
  return new Command('merge')
    .description('Put the shares of a site together and make what speaks of all entries: the tree is the one that "lede build" makes.')
    .argument('<shares...>', 'folders that "lede build --shard" wrote, one for each share')
    .addOption(contentOption())
    .addOption(outOption('folder that the site is written to'))
    .addOption(siteOption())
    .addOption(langOption())
    .addOption(todayOption())
    .addOption(compressOption())
    .addHelpText('after', '\nExample:\n  lede build --shard 1/2 --out share-1\n  lede build --shard 2/2 --out share-2\n  lede merge share-1 share-2 --out dist\n')
    .action(async (shares: string[], options: MakeOptions) => {
      const [{ mergeSite }, { ShardError }] = await Promise.all([import('#site/build.ts'), import('#site/shards.ts')]); // the libraries of outputs take half a second to load
      await report(contentDir(options.content), outDir(options.out), options, (common) => mergeSite({ ...common, shards: shares.map((share) => resolve(share)) })).catch((error: unknown) => {
        throw error instanceof ShardError ? new UserError(error.message) : error;
      });
    });
}
