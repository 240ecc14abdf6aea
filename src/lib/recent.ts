/** Folders of the cache of which there is one for each site, or for each version: left alone they would fill the disk. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The folder `name` in `parent`, which may be there or not. Of `most` others, those that were not written to for the longest time make room for a new one. */
export function recentFolder(parent: string, name: string, most = 30): string {
  const all = namesIn(parent);
  if (!all.includes(name) && all.length >= most) {
    const byAge = all.map((other) => ({ other, time: statSync(join(parent, other), { throwIfNoEntry: false })?.mtimeMs ?? 0 })).sort((a, b) => b.time - a.time);
    for (const { other } of byAge.slice(most - 1)) rmSync(join(parent, other), { recursive: true, force: true });
  }
  return join(parent, name);
}

/** The same for what one version of the generator kept: whoever changes it goes back and forth between a few. */
export function versionFolder(parent: string, version: string): string {
  return recentFolder(parent, version, 3);
}

function namesIn(dir: string): string[] {
  try {
    return readdirSync(dir);
  } catch {
    return [];
  }
}
