/** Loading a site again after each save. */
import { loadSite, type Loaded, type LoadOptions } from '../load.ts';
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
  const memory = openMemory(options.contentDir);
  const load = () => {
    onStart();
    onLoad(loadSite({ ...options, today: today() }, memory));
  };
  const watcher = watchFolder(options.contentDir, load);
  load();
  return watcher;
}
