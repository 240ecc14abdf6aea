/** Search indexes and their words made in tests. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { countPages, type SiteWords } from '#search/index/update.ts';
import { openVocabulary } from '#search/index/vocabulary.ts';
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

/** The words of a page, with a bit for each field that holds them. */
export type PageFields = Record<string, number>;

/** The words of `pages`. */
export function wordsOf(pages: readonly PageFields[]): SiteWords {
  const vocabulary = openVocabulary({ words: [], numbers: new Uint32Array() });
  const lists = pages.map((page, at) => ({ state: String(at), names: '', list: vocabulary.listOf((take) => Object.entries(page).forEach(([word, fields]) => take(word, fields))) }));
  const { words, numbers, size } = vocabulary.all();
  return { pages: lists, words, numbers, ...countPages(lists, size) };
}
