/** The words of a site in the pieces that browsers load. What the last build left is opened, patched and kept again. */
import type { Site } from '#model/site.ts';
import { digest } from '#lib/hash.ts';
import { keepData, recallData } from '#lib/kept-data.ts';
import type { Normalise } from '../text/normalise.ts';
import { packWords } from './bundle.ts';
import { cutChunks, isChanged } from './chunks.ts';
import { nameFile, placeFile, type NamedFile } from './files.ts';
import type { SearchRecord } from './records.ts';
import { searchedWords } from './searched.ts';
import { updateWords, type SiteWords } from './update.ts';

export interface PackedChunk extends NamedFile {
  first: string;
  last: string;
}

/** Share of all pages, and number of pages, up to which a word of the body is searched: what many pages hold tells them apart the least, and is most of the index. */
const commonShare = 0.2;
const commonCount = 3;

/** The words of `records`, and the chunks of those that are searched. What the last build left is in `file`, if `version` made it. */
export function packSite(records: readonly SearchRecord[], { lang }: Site, normalise: Normalise, file: string, version: string): { words: SiteWords; chunks: PackedChunk[] } {
  const terms = records.flatMap(({ names }) => (names.length > 1 ? [names] : []));
  const key = digest(JSON.stringify([version, lang, terms]));
  const kept = recallChunks(file, key);
  const words = updateWords(records, terms, normalise, kept);
  const searched = searchedWords(words.postings, mostOf(records.length), mostOf(kept?.pages.length ?? 0));
  const chunks = cutChunks(searched).map((chunk): PackedChunk => {
    const [first, last] = [searched.words[chunk.from]!, searched.words[chunk.to - 1]!];
    const pack = () => packWords(searched, chunk);
    const known = isChanged(searched, chunk) ? undefined : kept?.names.get(rangeOf({ first, last }));
    return { first, last, ...(known === undefined ? nameFile(chunkPath, pack()) : placeFile(chunkPath, known, pack)) };
  });
  if (!kept || records.length !== kept.pages.length || records.some(({ state }, page) => state !== kept.pages[page]![0])) keepChunks(file, key, words, chunks);
  return { words, chunks };
}

const chunkPath = 'index/#.pf_index';

function mostOf(pages: number): number {
  return Math.max(commonCount, pages * commonShare);
}

/** What the last build left. */
interface KeptChunks extends SiteWords {
  /** The names of chunks by their range. */
  names: ReadonlyMap<string, string>;
}

type Stored = Pick<SiteWords, 'pages'> & { words: string; names: (readonly [range: string, name: string])[] };

function recallChunks(file: string, key: string): KeptChunks | undefined {
  const kept = recallData<Stored>(file, key);
  if (!kept) return undefined;
  const { data: { pages, words, names }, parts } = kept;
  const [starts, lists] = parts.map(({ buffer, byteOffset, length }) => new Uint32Array(buffer, byteOffset, length / 4));
  return { pages, postings: { words: words.split(' ').filter(Boolean), starts: starts!, lists: lists! }, names: new Map(names) };
}

function keepChunks(file: string, key: string, { pages, postings: { words, starts, lists } }: SiteWords, chunks: readonly PackedChunk[]): void {
  const parts = [starts, lists].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength));
  keepData<Stored>(file, key, { data: { pages, words: words.join(' '), names: chunks.map((chunk) => [rangeOf(chunk), chunk.name]) }, parts });
}

/** Words hold no spaces. */
function rangeOf({ first, last }: { first: string; last: string }): string {
  return `${first} ${last}`;
}
