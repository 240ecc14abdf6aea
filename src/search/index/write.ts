/**
 * The search files of a site. Each is named after its content, so that a page which was opened before an update never
 * takes a new piece for an old one, and an edit changes few files; `current.json` names those of the moment.
 */
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import type { Edition } from '#markup/edition.ts';
import type { Site } from '#model/site.ts';
import { indexFormat, type Current } from '../query/open.ts';
import { makeNormalise } from '../text/normalise.ts';
import { packContents, packFilter, packWords } from './bundle.ts';
import { cutChunks, digestChunk } from './chunks.ts';
import { bitOf, makeCutter } from './cutter.ts';
import { language, takeEngine, type Engine } from './engine.ts';
import { keep, recall, type Kept } from './keep.ts';
import { lexiconOf } from './lexicon.ts';
import { countPages, prunePostings } from './postings.ts';
import { recordsOf, type SearchRecord } from './records.ts';
import { suggestionsOf } from './suggestions.ts';
import { nameState, updatePostings } from './update.ts';
import { allCharacters, variantsOf } from './variants.ts';
import { searchVersion } from './version.ts';

/** Where the files go: what a build is writing. */
export interface Target {
  write(path: string, content: string | Uint8Array): void;
}

/** Path below the site of the folder of all search files. */
export const searchFolder = '/_search/';

/** Writes the search files of `edition`. `cacheDir` keeps what the next build can use. */
export async function buildSearch(edition: Edition, target: Target, cacheDir: string): Promise<void> {
  const { site } = edition;
  const version = searchVersion();
  const engine = await openEngine(join(cacheDir, 'engine'), version);
  const records = recordsOf(edition);
  const { postings, chunks } = packChunks(records, site, join(cacheDir, digest(site.url('/'))), version);
  const vocabulary = countPages(postings);
  const variants = variantsOf(vocabulary);
  const put = (path: string, content: string | Uint8Array) => {
    const hash = digest(content).slice(0, nameLength);
    const named = path.replace('#', hash);
    target.write(searchFolder + named, content);
    return { hash, path: named };
  };
  const meta = put('pagefind.#.pf_meta', packContents({
    version: engine.entry.version,
    // The number stands before the name so that pages of equal worth come in the order of the site.
    pages: records.map(({ card }, page) => `${page}.${put('cards/#.json', JSON.stringify(card)).hash}`),
    chunks: chunks.map(({ first, last, content }) => ({ first, last, name: put('index/#.pf_index', content).hash })),
    filters: filters.map((filter) => ({ filter, name: put('filter/#.pf_filter', packFilter(filter, pagesBy(records, filter))).hash })),
  }));
  const current: Current = {
    format: indexFormat,
    entry: { ...engine.entry, languages: { [language]: { hash: meta.hash, wasm: put('wasm.#.pagefind', engine.wasm).hash, page_count: records.length } } },
    script: put('pagefind.#.js', engine.script).path,
    lexicon: put('lexicon.#.json', JSON.stringify(lexiconOf(records, vocabulary, variants, simplify, site))).path,
    suggestions: put('suggestions.#.json', JSON.stringify(suggestionsOf(records))).path,
  };
  target.write(`${searchFolder}current.json`, JSON.stringify(current));
}

/** Hexadecimal digits of a name: enough for a million files. */
const nameLength = 12;

/** By what a search can be narrowed. */
const filters = ['category', 'kind'] as const;

/** Texts of the site as they are indexed. */
const simplify = makeNormalise(allCharacters);

async function openEngine(file: string, version: string): Promise<Engine> {
  const kept = recall<Engine>(file, version);
  if (kept) return kept;
  const engine = await takeEngine();
  keep(file, version, engine);
  return engine;
}

/** Share of all pages, and number of pages, up to which a word of the body is kept: what many pages hold tells them apart the least, and is most of the index. */
const commonShare = 0.2;
const commonCount = 3;

/** All words, and those that are searched, packed. Chunks that the last build packed already are taken from `file`. */
function packChunks(records: readonly SearchRecord[], { lang }: Site, file: string, version: string) {
  const named = records.flatMap(({ names }) => (names.length > 1 ? [names] : []));
  const key = digest(JSON.stringify([version, lang, named]));
  const kept = recall<Kept>(file, key);
  const pages = records.map(nameState);
  const postings = updatePostings(records, makeCutter(named, simplify), kept);
  const searched = prunePostings(postings, bitOf('body'), Math.max(commonCount, records.length * commonShare));
  const packed = new Map<string, Uint8Array>();
  const chunks = cutChunks(searched).map((chunk) => {
    const name = digestChunk(searched, chunk);
    const content = kept?.chunks.get(name) ?? packWords(searched, chunk);
    packed.set(name, content);
    return { first: searched.words[chunk.from]!, last: searched.words[chunk.to - 1]!, content };
  });
  if (!kept || pages.some((page, index) => page !== kept.pages[index]) || pages.length !== kept.pages.length) keep(file, key, { pages, postings, chunks: packed } satisfies Kept);
  return { postings, chunks };
}

function pagesBy(records: readonly SearchRecord[], filter: (typeof filters)[number]): Map<string, number[]> {
  const pages = new Map<string, number[]>();
  for (const [page, { [filter]: value }] of records.entries()) {
    if (value === '') continue;
    const list = pages.get(value);
    if (list) list.push(page);
    else pages.set(value, [page]);
  }
  return pages;
}
