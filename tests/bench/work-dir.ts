/**
 * Folders to measure in. Nothing in them is deleted before everything is measured: for minutes after, ext4 looks at each
 * inode that was freed before it gives out another, so that making ten thousand files takes up to ten times as long.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What `run` makes of a new folder in `parent`, which is deleted when that is done. */
export async function inWorkDir<Value>(parent: string, run: (dir: string) => Promise<Value>): Promise<Value> {
  mkdirSync(parent, { recursive: true });
  const dir = mkdtempSync(join(parent, 'work-'));
  try {
    return await run(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Where in `dir` a build that knows nothing of earlier ones may write its site and keep its cache. */
export function freshFolders(dir: string): { out: string; cache: string } {
  const turn = mkdtempSync(join(dir, 'turn-'));
  return { out: join(turn, 'out'), cache: join(turn, 'cache') };
}
