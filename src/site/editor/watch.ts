/** Loading a site again after each save. */
import { realpathSync } from 'node:fs';
import { withImages } from '../images/images.ts';
import { readSite, type Loaded, type Read, type WatchOptions } from '../load.ts';
import { openMemory } from '../memory.ts';
import { watchFolder } from './watch-folder.ts';

export interface Watched extends WatchOptions {
  onStart(): void;
  onLoad(loaded: Loaded): void;
  /** Something could not be read. With the next change it is tried again. */
  onFailure(error: unknown): void;
}

/** Loads the site now and after every change in its folder, until `close`. */
export function watchSite({ today, onStart, onLoad, onFailure, ...options }: Watched): { close(): void } {
  const contentDir = realpathSync(options.contentDir);
  let read: Read | undefined;
  const load = async (changed: ReadonlySet<string>) => {
    onStart();
    try {
      read = read?.reread(changed, today()) ?? readSite({ ...options, contentDir, today: today() }, openMemory(contentDir));
      onLoad(await withImages(read.check()));
    } catch (error) {
      onFailure(error);
    }
  };
  let turn = load(new Set());
  return watchFolder(contentDir, (changed) => {
    turn = turn.then(() => load(changed)); // images take a while to look at, and reports must not run into each other
  });
}
