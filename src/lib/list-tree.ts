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
