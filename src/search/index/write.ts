/** The search files of a site: made once for each state of its content, kept for the next build. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digest } from '#lib/hash.ts';
import type { Edition } from '#markup/edition.ts';
import { indexFormat, type Current } from '../query/open.ts';
import { makeNormalise, noVariants } from '../text/normalise.ts';
import { lexiconOf } from './lexicon.ts';
import { makeFiles } from './pagefind.ts';
import { pagesOf, pruneBodies, vocabularyOf } from './pages.ts';
import { recordsOf, type SearchRecord } from './records.ts';
import { suggestionsOf } from './suggestions.ts';
import { variantsOf } from './variants.ts';
import { searchVersion } from './version.ts';

/** Where the files go: what a build is writing. */
export interface Target {
  write(path: string, content: string): void;
  copy(path: string, from: string): void;
}

/** Path below the site of the folder of all search files. */
export const searchFolder = '/_search/';

/**
 * Writes the search files of `edition`. The index stands in a folder named after its content, so that a page never
 * mixes two of them; `current.json` names the folder. `cacheDir` keeps the last ones.
 */
export async function buildSearch(edition: Edition, target: Target, cacheDir: string): Promise<void> {
  const records = recordsOf(edition);
  const { config } = edition.site;
  const name = digest(JSON.stringify([searchVersion(), records, config.categories, config.tags]));
  const kept = join(cacheDir, name);
  if (!existsSync(kept)) {
    keep(cacheDir, name, await makeIndex(edition, records));
    prune(cacheDir, name);
  }
  utimesSync(kept, new Date(), new Date());
  const files = listFiles(kept);
  for (const path of files) target.copy(`${searchFolder}${name}/${path}`, join(kept, path));
  target.write(`${searchFolder}current.json`, JSON.stringify({ format: indexFormat, index: name, start: files.filter((path) => startFile.test(path)) } satisfies Current));
}

/** What Pagefind loads before it can search. */
const startFile = /^(pagefind-entry\.json|pagefind\..*\.pf_meta|wasm\..*\.pagefind)$/;

async function makeIndex({ site }: Edition, records: readonly SearchRecord[]): Promise<Map<string, string | Uint8Array>> {
  const { variants, normalise, pages, vocabulary } = cut(records);
  const { files, ids } = await makeFiles(pruneBodies(pages, vocabulary));
  return new Map<string, string | Uint8Array>([
    ...files,
    ['lexicon.json', JSON.stringify(lexiconOf(pages, vocabulary, variants, normalise, site))],
    ['suggestions.json', JSON.stringify(suggestionsOf(records))],
    ...records.map(({ ref, card }) => [`cards/${ids.get(ref)!}.json`, JSON.stringify(card)] as const),
  ]);
}

/** The records cut into tokens; once more where the site itself writes traditional characters. */
function cut(records: readonly SearchRecord[]) {
  const pages = pagesOf(records, makeNormalise(noVariants));
  const vocabulary = vocabularyOf(pages);
  const variants = variantsOf(vocabulary);
  const used = new Set([...vocabulary.keys()].join(''));
  const own = { ...variants, phrases: [] }; // what the site says itself needs no regional words replaced
  const normalise = makeNormalise(own);
  if (![...variants.from].some((char) => used.has(char))) return { variants, normalise, pages, vocabulary };
  const again = pagesOf(records, normalise);
  return { variants, normalise, pages: again, vocabulary: vocabularyOf(again) };
}

/** Writes beside, then renames: a folder of that name is always whole. */
function keep(cacheDir: string, name: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  mkdirSync(cacheDir, { recursive: true });
  const aside = mkdtempSync(join(cacheDir, 'aside-'));
  try {
    for (const folder of new Set([...files.keys()].map(dirname))) mkdirSync(join(aside, folder), { recursive: true });
    for (const [path, content] of files) writeFileSync(join(aside, path), content);
    if (!existsSync(join(cacheDir, name))) renameSync(aside, join(cacheDir, name));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const hour = 3_600_000;
const keptIndexes = 4;

/** Deletes indexes that nobody asked for lately, and what killed builds left. */
function prune(cacheDir: string, name: string): void {
  const folders = readdirSync(cacheDir)
    .filter((folder) => folder !== name)
    .map((folder) => ({ folder, time: statSync(join(cacheDir, folder), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  const old = folders.filter(({ folder }) => !folder.startsWith('aside-')).slice(keptIndexes - 1);
  const left = folders.filter(({ folder, time }) => folder.startsWith('aside-') && Date.now() - time > hour);
  for (const { folder } of [...old, ...left]) rmSync(join(cacheDir, folder), { recursive: true, force: true });
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}
