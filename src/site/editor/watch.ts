/** Loading a site again after each save. */
import { watch } from 'node:fs';
import { loadSite, type Loaded, type LoadOptions } from '../load.ts';
import { openMemory } from '../memory.ts';

/** How long to wait for the rest of a save, in milliseconds: editors write a file in several steps. */
const pause = 20;

export interface Watched extends Omit<LoadOptions, 'today'> {
  /** Asked before each load: a day may pass. */
  today(): string;
  onStart(): void;
  onLoad(loaded: Loaded): void;
}

/** Loads the site now and after every change in its folder, until `close`. */
export function watchSite({ today, onStart, onLoad, ...options }: Watched): { close(): void } {
  const memory = openMemory(options.contentDir);
  let timer: NodeJS.Timeout | undefined;
  const load = () => {
    timer = undefined;
    onStart();
    onLoad(loadSite({ ...options, today: today() }, memory));
  };
  const watcher = watch(options.contentDir, { recursive: true }, (_event, name) => {
    if (name !== null && isAside(name)) return;
    timer ??= setTimeout(load, pause);
  });
  load();
  return {
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}

/** Hidden files and what editors write beside a file while they save it. */
function isAside(name: string): boolean {
  return /(^|[/\\])\.|~$/.test(name);
}
