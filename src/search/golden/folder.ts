/** The index of a built site, opened from its folder: what a browser fetches is read. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { searchFolder } from '../index/files.ts';
import { openIndex, type OpenIndex, type Source } from '../query/open.ts';

/** Whether a site with an index was built into `dir`. */
export function hasIndex(dir: string): boolean {
  return existsSync(join(dir, searchFolder, 'current.json'));
}

/** Opens the index of the site in `dir`. Throws SearchUnavailable. */
export function openFolder(dir: string): Promise<OpenIndex> {
  return openIndex(folderSource(dir));
}

function folderSource(dir: string): Source {
  const read = (address: string) => readFile(address.replace(/\?.*$/, ''));
  return {
    base: join(dir, searchFolder),
    fetch: async (address) => read(address).then((content) => new Response(new Uint8Array(content)), () => new Response(null, { status: 404 })),
    // Imported as text: Node would ask a package.json what kind of script it is, and a built site has none.
    load: async (address) => import(`data:text/javascript;base64,${(await read(address)).toString('base64')}`),
  };
}
