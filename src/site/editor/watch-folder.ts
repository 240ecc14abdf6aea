/** Being told that files below a folder changed. */
import { existsSync, readdirSync, watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';

/** How long a folder must be quiet before a save counts as done, in milliseconds: editors write a file in several steps. */
const pause = 20;

/**
 * Tells `onChange` of the paths that were written, made or removed below the folder `dir`, once a save, until `close`.
 * Folders are watched, never files: the watch on a file is lost with the first editor that puts another in its place,
 * as that of `fs.watch` with `recursive` is on Linux in Node 24. chokidar drops what is written within 50 ms of another
 * write to the same file, as formatters do after a save.
 */
export function watchFolder(dir: string, onChange: (paths: ReadonlySet<string>) => void): { close(): void } {
  const watchers = new Map<string, FSWatcher>();
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const tell = () => {
    const paths = changed;
    changed = new Set();
    if (existsSync(dir)) onChange(paths);
  };
  const noteChange = (path: string) => {
    changed.add(path);
    clearTimeout(timer);
    timer = setTimeout(tell, pause);
  };
  const leave = (folder: string) => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };
  const enter = (folder: string) => {
    leave(folder);
    const watcher = watch(folder, (event, name) => {
      if (name === null || isAside(name)) return;
      const path = join(folder, name);
      if (event === 'rename') enterIfFolder(path);
      noteChange(path);
    });
    watcher.on('error', () => leave(folder)); // it was removed
    watchers.set(folder, watcher);
    for (const item of readdirSync(folder, { withFileTypes: true })) {
      if (item.isDirectory() && !isAside(item.name)) enter(join(folder, item.name));
    }
  };
  const enterIfFolder = (path: string) => {
    try {
      enter(path);
    } catch {
      leave(path); // a file, or gone again
    }
  };
  enter(dir);
  return {
    close() {
      clearTimeout(timer);
      watchers.forEach((watcher) => watcher.close());
    },
  };
}

/** Hidden files and what editors write beside a file while they save it. */
function isAside(name: string): boolean {
  return name.startsWith('.') || name.endsWith('~');
}
