/** Search indexes made in tests. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeSearch } from '#search/index/write.ts';
import { loadSite } from '#site/load.ts';
import { cacheDir, projectRoot } from '#site/project.ts';
import { today } from '../helpers/build.ts';
import { smallSite, tempDir } from '../helpers/content.ts';

/** The first real site. */
export const realSite = join(projectRoot, 'content');

/** Makes the search files of a site in a folder of their own, without its pages. */
export async function makeIndex({ contentDir = smallSite, cache = `${cacheDir}/search`, url }: { contentDir?: string; cache?: string; url?: string } = {}): Promise<string> {
  const out = tempDir();
  const place = (path: string): string => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    return join(out, path);
  };
  const { edition } = loadSite({ contentDir, today, url });
  for (const { path, content } of await makeSearch(edition!, cache)) writeFileSync(place(path), typeof content === 'function' ? content() : content);
  return out;
}
