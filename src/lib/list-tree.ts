/** What is in a folder, however deep. */
import { readdirSync } from 'node:fs';

/** Paths of everything below `dir`, each starting with a slash. A link is a file, wherever it leads. */
export function listTree(dir: string): { files: string[]; folders: string[] } {
  const found = { files: [] as string[], folders: [] as string[] };
  const list = (folder: string) => {
    for (const item of readdirSync(dir + folder, { withFileTypes: true })) {
      const path = `${folder}/${item.name}`;
      if (!item.isDirectory()) found.files.push(path);
      else {
        found.folders.push(path);
        list(path);
      }
    }
  };
  list('');
  return found;
}

/** Every folder above one of `files`, with a slash at its end. */
export function foldersOf(files: Iterable<string>): Set<string> {
  const folders = new Set<string>();
  const addAbove = (path: string) => {
    const folder = path.slice(0, path.lastIndexOf('/', path.length - 2) + 1);
    if (folders.has(folder)) return;
    folders.add(folder);
    addAbove(folder);
  };
  for (const file of files) addAbove(file);
  return folders;
}
