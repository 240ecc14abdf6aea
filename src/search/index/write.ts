/** The search files of a site; `current.json` names those of the moment. */
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { keepData, recallData } from '#lib/kept-data.ts';
import { recentFolder } from '#lib/recent.ts';
import type { Edition } from '#markup/edition.ts';
import { indexFormat, type Current } from '../query/open.ts';
import { makeNormalise } from '../text/normalise.ts';
import { packContents, packFilter } from './bundle.ts';
import { cardFile } from './cards.ts';
import { language, takeEngine, type Engine } from './engine.ts';
import { nameFile, searchFolder, type SearchFile } from './files.ts';
import { lexiconOf } from './lexicon.ts';
import { packSite } from './packed.ts';
import { recordsOf, type SearchRecord } from './records.ts';
import { suggestionsOf } from './suggestions.ts';
import { allCharacters } from './variants.ts';
import { searchVersion } from './version.ts';

/** All search files of `edition`. `cacheDir` keeps what the next build can use. */
export async function makeSearch(edition: Edition, cacheDir: string): Promise<SearchFile[]> {
  const cards = [...edition.site.entries, ...edition.site.pages].map((item) => cardFile(edition, item));
  return [...cards, ...(await makeIndex(edition, cards.map(({ name }) => name), cacheDir))];
}

/** The search files of `edition` but for its cards, whose names are `cards`, in the order of the site. */
export async function makeIndex(edition: Edition, cards: readonly string[], cacheDir: string): Promise<SearchFile[]> {
  const { site } = edition;
  const version = searchVersion();
  const folder = recentFolder(cacheDir, digest(`site\0${site.url('/')}`)); // a file of the digest of the address alone may be left from before there were folders
  const engine = await openEngine(join(folder, 'engine'), version);
  const records = recordsOf(edition);
  const { words, chunks } = packSite(records, site, simplify, join(folder, 'words'), version);
  const narrowing = filters.map((filter) => ({ filter, ...nameFile('filter/#.pf_filter', packFilter(filter, pagesBy(records, filter))) }));
  const contents = nameFile('pagefind.#.pf_meta', packContents({
    version: engine.entry.version,
    // The number stands before the name so that pages of equal worth come in the order of the site.
    pages: cards.map((name, page) => `${page}.${name}`),
    chunks,
    filters: narrowing,
  }));
  const wasm = nameFile('wasm.#.pagefind', engine.wasm);
  const script = nameFile('pagefind.#.js', engine.script);
  const lexicon = nameFile('lexicon.#.json', JSON.stringify(lexiconOf(site, words, simplify, new Set(records.map(({ kind }) => kind)))));
  const suggestions = nameFile('suggestions.#.json', JSON.stringify(suggestionsOf(records)));
  const below = ({ path }: SearchFile) => path.slice(searchFolder.length);
  const current: Current = {
    format: indexFormat,
    entry: { ...engine.entry, languages: { [language]: { hash: contents.name, wasm: wasm.name, page_count: records.length } } },
    script: below(script),
    lexicon: below(lexicon),
    suggestions: below(suggestions),
  };
  return [...chunks, ...narrowing, contents, wasm, script, lexicon, suggestions, { path: `${searchFolder}current.json`, content: JSON.stringify(current) }];
}

/** By what a search can be narrowed. */
const filters = ['category', 'kind'] as const;

/** Texts of the site as they are indexed. */
const simplify = makeNormalise(allCharacters);

async function openEngine(file: string, version: string): Promise<Engine> {
  const kept = recallData<Engine['entry']>(file, version);
  if (kept) return { script: kept.parts[0]!, wasm: kept.parts[1]!, entry: kept.data };
  const engine = await takeEngine();
  keepData(file, version, { data: engine.entry, parts: [engine.script, engine.wasm] });
  return engine;
}

function pagesBy(records: readonly SearchRecord[], filter: (typeof filters)[number]): Map<string, number[]> {
  return Map.groupBy([...records.keys()].filter((page) => records[page]![filter] !== ''), (page) => records[page]![filter]);
}
