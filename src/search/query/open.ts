/** Opening the index of a site, in a browser or in Node: what differs comes in as `Source`. */
import { makeNormalise } from '../text/normalise.ts';
import type { Card } from './card.ts';
import { ranking, type PagefindIndex, type PagefindModule } from './engine.ts';
import { readWords, type Lexicon, type Words } from './lexicon.ts';
import type { Suggestion } from './suggest.ts';
import type { Normalise } from '../text/normalise.ts';

/** Where the files of the site's search come from. */
export interface Source {
  /** Address of the folder of all search files, with a slash at its end. */
  base: string;
  fetch(address: string): Promise<Response>;
  /** Imports a script of the index. */
  load(address: string): Promise<unknown>;
}

/** An index ready to be asked. */
export interface OpenIndex {
  lexicon: Lexicon;
  words: Words;
  normalise: Normalise;
  pagefind: PagefindIndex;
  card(id: string): Promise<Card>;
  suggestions(): Promise<Suggestion[]>;
}

/** Search files are missing, damaged or out of reach. Trying again may help. */
export class SearchUnavailable extends Error {}

/** The layout of the files below an index; another one cannot be read. */
export const indexFormat = 2;

/** What `current.json` says: the files of the current index, by their paths below the folder. */
export interface Current {
  format: number;
  /** What Pagefind asks for as `pagefind-entry.json`. */
  entry: { languages: Record<string, { hash: string; wasm: string; page_count: number }> };
  script: string;
  lexicon: string;
  suggestions: string;
}

/** Opens the current index. Throws SearchUnavailable. */
export async function openIndex(source: Source): Promise<OpenIndex> {
  const { base } = source;
  const current = (await readJson(source, `${base}current.json`)) as Current;
  if (current.format !== indexFormat) throw new SearchUnavailable(`The index has format ${current.format}; this page knows ${indexFormat}.`);
  const { hash, wasm } = Object.values(current.entry.languages)[0]!;
  const [module, lexicon, ...pieces] = await Promise.all([
    loadPagefind(source, base + current.script),
    readJson(source, base + current.lexicon) as Promise<Lexicon>,
    // Loaded here because Pagefind lets their failure go nowhere.
    ...[`pagefind.${hash}.pf_meta`, `wasm.${wasm}.pagefind`].map(async (name) => [base + name, await fetchPiece(source, base + name)] as const),
  ]);
  const start = new Map<string, BodyInit>([[`${base}pagefind-entry.json`, JSON.stringify(current.entry)], ...pieces]);
  return {
    lexicon,
    words: readWords(lexicon),
    normalise: makeNormalise(lexicon.variants),
    pagefind: openPagefind(module, source, start),
    card: remember((id) => readJson(source, `${base}cards/${id.replace(/^\d+\./, '')}.json`) as Promise<Card>),
    suggestions: () => readJson(source, base + current.suggestions) as Promise<Suggestion[]>,
  };
}

/** Pagefind passes over pieces of its index that it cannot load; half an answer would look like a whole one, so here it is none. */
function openPagefind(module: PagefindModule, source: Source, start: ReadonlyMap<string, BodyInit>): PagefindIndex {
  const failures: unknown[] = [];
  module.setFetch(async (address) => {
    const file = address.replace(/\?.*$/, '');
    try {
      return new Response(start.get(file) ?? (await fetchPiece(source, file)));
    } catch (error) {
      failures.push(error);
      throw error;
    }
  });
  const pagefind = module.createInstance({ basePath: source.base, noWorker: true, ranking, metaCacheTag: '' });
  return {
    async search(word, options) {
      const found = await pagefind.search(word, options).catch((error: unknown) => void failures.push(error));
      if (!found || failures.length > 0) throw new SearchUnavailable(String(failures[0]));
      return found;
    },
  };
}

function remember<Value>(load: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const loaded = new Map<string, Promise<Value>>();
  return (key) => {
    const value = loaded.get(key) ?? load(key);
    loaded.set(key, value);
    return value;
  };
}

async function loadPagefind({ load }: Source, address: string): Promise<PagefindModule> {
  try {
    return (await load(address)) as PagefindModule;
  } catch (error) {
    throw new SearchUnavailable(String(error));
  }
}

async function readJson(source: Source, address: string): Promise<unknown> {
  try {
    return await (await fetchWhole(source, address)).json();
  } catch (error) {
    throw error instanceof SearchUnavailable ? error : new SearchUnavailable(`${address}: ${error}`);
  }
}

async function fetchWhole({ fetch }: Source, address: string): Promise<Response> {
  const response = await fetch(address).catch((error: unknown) => {
    throw new SearchUnavailable(`${address}: ${error}`);
  });
  if (!response.ok) throw new SearchUnavailable(`${address}: ${response.status}`);
  return response;
}

const signature = 'pagefind_dcd';

/** A file of Pagefind, unpacked and made sure of: it passes over what it cannot unpack itself. */
async function fetchPiece(source: Source, address: string): Promise<ArrayBuffer> {
  const response = await fetchWhole(source, address);
  try {
    const packed = await response.arrayBuffer();
    const [first, second] = new Uint8Array(packed);
    const content = first === 0x1f && second === 0x8b ? await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer() : packed;
    if (new TextDecoder().decode(content.slice(0, signature.length)) !== signature) throw new Error('damaged');
    return content;
  } catch (error) {
    throw new SearchUnavailable(`${address}: ${error}`);
  }
}
