/** Which folders a site may be built into: it takes the place of everything that is there. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Lists the files of a whole site, by which such a tree is known. */
export const manifestPath = '/dist-manifest.json';

/** The state of a share, in its own folder, so that it travels with it. No dot before it: some tools that copy folders leave such files out. */
export const shardStateFile = 'lede-shard.state';

/** Whether the folder `dir` is not there, is empty, or holds what a build made: nothing else is lost when another tree takes its place. */
export function isReplaceable(dir: string): boolean {
  return !existsSync(dir) || readdirSync(dir).length === 0 || [manifestPath, shardStateFile].some((name) => existsSync(join(dir, name)));
}
