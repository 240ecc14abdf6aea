/**
 * Building on several machines. Each makes the pages and twins of its share of the entries; merging takes those over, makes
 * what speaks of all entries, and leaves the tree that one machine would have made.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digest, shareOf } from '#lib/hash.ts';
import { Refusal } from '#model/refusal.ts';
import { shardStateFile } from './own-tree.ts';
import { readState } from './products/packed-state.ts';
import { addUnits, openState, sizeAndTime, type State } from './products/state.ts';

/** Which share of the entries a build makes: share `number`, from 1, of `count`. */
export interface Share {
  number: number;
  count: number;
}

/** Whether the page at `path` is of the share. It stays so when other entries come and go. */
export function isInShare(path: string, { number, count }: Share): boolean {
  return shareOf(path, count) === number - 1;
}

/** Brings the files of all shares in `dirs` together in the folder `to`. Throws Refusal when they are no whole. */
export function uniteShards(dirs: readonly string[], to: string): State {
  const shards = dirs.map((dir) => ({ dir, state: readState(join(dir, shardStateFile)) }));
  const [first] = shards;
  const missing = shards.find(({ state }) => !state.share);
  if (missing) throw new Refusal(`${missing.dir} 里没有网站的一份。用 lede build --shard 1/${dirs.length} --out ${missing.dir} 生成它。`, `${missing.dir} holds no share of a site. Make it with "lede build --shard 1/${dirs.length} --out ${missing.dir}".`);
  const count = first!.state.share!.count;
  const odd = shards.find(({ state }) => state.version !== first!.state.version || state.share!.count !== count);
  if (odd) {
    throw new Refusal(
      `${odd.dir} 和 ${first!.dir} 不是同一次构建的：代码、设置或份数不一样。从同一个提交、用同样的选项生成所有的份。`,
      `${odd.dir} and ${first!.dir} are not of one build: code, settings or number of shares differ. Build all shares from the same commit with the same options.`,
    );
  }
  const numbers = shards.map(({ state }) => state.share!.number);
  const lacking = Array.from({ length: count }, (_, index) => index + 1).filter((number) => !numbers.includes(number));
  if (lacking.length > 0) {
    throw new Refusal(
      `${dirs.length} 个文件夹里缺第 ${lacking[0]} 份（共 ${count} 份）。用 lede build --shard ${lacking[0]}/${count} 生成它，把它的文件夹也写上。`,
      `Share ${lacking[0]} of ${count} is missing among the ${dirs.length} folders. Build it with "lede build --shard ${lacking[0]}/${count}" and name its folder too.`,
    );
  }
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) throw new Refusal(`第 ${twice} 份（共 ${count} 份）写了两次。每一份只写一次。`, `Share ${twice} of ${count} is there twice. Name each share once.`);
  mkdirSync(to, { recursive: true });
  const state = openState(first!.state.version);
  for (const shard of shards) take(shard, to, state);
  return state;
}

function take({ dir: from, state: shard }: { dir: string; state: State }, to: string, state: State): void {
  const made = new Set<string>();
  for (const [path, { hash, ...file }] of shard.files) {
    const target = join(to, path);
    if (!made.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    made.add(dirname(target));
    if (!existsSync(join(from, path)) || digest(readFileSync(join(from, path))) !== hash) {
      throw new Refusal(`${join(from, path)} 和生成时不一样了。重新复制这个文件夹，或重新生成这一份。`, `${join(from, path)} is not as it was built. Copy the folder again, or build that share again.`);
    }
    linkOrCopy(join(from, path), target);
    state.files.set(path, { ...file, hash, ...sizeAndTime(target) });
  }
  addUnits(state, shard);
}

/** Folders of one disk need not hold a file twice; nobody changes a file of a built tree in place. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
