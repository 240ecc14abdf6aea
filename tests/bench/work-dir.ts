/**
 * Folders to measure in. Nothing in them is deleted before everything is measured: for minutes after, ext4 looks at each
 * inode that was freed before it gives out another, so that making ten thousand files takes up to ten times as long.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#site/project.ts';

/** Where results stay. It stands inside the project, since compiled templates in the cache import packages from there. */
export const benchDir = join(projectRoot, '.bench');

/** What `run` makes of a new folder, which is deleted when that is done. */
export async function inWorkDir<Value>(run: (dir: string) => Promise<Value>): Promise<Value> {
  mkdirSync(benchDir, { recursive: true });
  const dir = mkdtempSync(join(benchDir, 'work-'));
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
