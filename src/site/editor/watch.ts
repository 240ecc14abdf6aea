/** Loading a site again after each save. */
import { realpathSync } from 'node:fs';
import { readSite, type Loaded, type LoadOptions, type Read } from '../load.ts';
import { openMemory } from '../memory.ts';
import { watchFolder } from './watch-folder.ts';

export interface Watched extends Omit<LoadOptions, 'today'> {
  /** Asked before each load: a day may pass. */
  today(): string;
  onStart(): void;
  onLoad(loaded: Loaded): void;
}

/** Loads the site now and after every change in its folder, until `close`. */
export function watchSite({ today, onStart, onLoad, ...options }: Watched): { close(): void } {
  const contentDir = realpathSync(options.contentDir);
  let read: Read | undefined;
  const load = (changed: ReadonlySet<string>) => {
    onStart();
    read = read?.reread(changed, today()) ?? readSite({ ...options, contentDir, today: today() }, openMemory(contentDir));
    onLoad(read.check());
  };
  const watcher = watchFolder(contentDir, load);
  load(new Set());
  return watcher;
}
