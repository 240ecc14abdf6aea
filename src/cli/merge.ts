/** `lede merge`: one site out of shares that several machines built. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { makeCommand, runMake, type MakeOptions } from './make.ts';

export function mergeCommand(): Command {
  return makeCommand('merge')
    .description('Put the shares of a site together and make what speaks of all entries: the tree is the one that "lede build" makes.')
    .argument('<shares...>', 'folders that "lede build --shard" wrote, one for each share')
    .addHelpText('after', '\nExample:\n  lede build --shard 1/2 --out share-1\n  lede build --shard 2/2 --out share-2\n  lede merge share-1 share-2 --out dist\n')
    .action(async (shares: string[], options: MakeOptions) => {
      const { mergeSite } = await import('#site/build.ts'); // most of the program comes with it
      await runMake(options, (common) => mergeSite({ ...common, shards: shares.map((share) => resolve(share)) }));
    });
}
