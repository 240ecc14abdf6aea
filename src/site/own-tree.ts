/** Which folders a site may be built into: it takes the place of everything that is there. */
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { isBeingChanged } from './journal.ts';
import { projectRoot } from './project.ts';

/** Lists the files of a whole site, by which such a tree is known. */
export const manifestPath = '/dist-manifest.json';

/** The state of a share, in its own folder, so that it travels with it. No dot before it: some tools that copy folders leave such files out. */
export const shardStateFile = 'lede-shard.state';

/** Whether the folder `dir` is not there, is empty, or holds what a build made, be it half of it: nothing else is lost when another tree takes its place. */
export function isReplaceable(dir: string): boolean {
  return !existsSync(dir) || readdirSync(dir).length === 0 || [manifestPath, shardStateFile].some((name) => existsSync(join(dir, name))) || isBeingChanged(dir);
}

/** What a site is made of and would take the place of in the folder `out`: the content in `contentDir`, the generator, or the part of the content that `out` lies in. */
export function findSources(out: string, contentDir: string): string | undefined {
  const held = [contentDir, projectRoot].find((dir) => isIn(dir, out));
  if (held || !isIn(out, contentDir)) return held;
  const part = join(contentDir, relative(realOf(contentDir), realOf(out)).split(sep)[0]!);
  const isSource = basename(part) === 'public' || (existsSync(part) && readdirSync(part).some((name) => name.endsWith('.mdx')));
  return isSource ? part : undefined;
}

function isIn(dir: string, other: string): boolean {
  return (realOf(dir) + sep).startsWith(realOf(other) + sep);
}

/** Where `dir` stands, or will stand: what is not there yet may lie behind a link all the same. */
function realOf(dir: string): string {
  return existsSync(dir) ? realpathSync(dir) : join(realOf(dirname(dir)), basename(dir));
}
