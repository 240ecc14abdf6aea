/** The words of a site in the pieces that browsers load. What the last build left is opened, brought up to date and kept again. */
import type { Site } from '#model/site.ts';
import { digest } from '#lib/hash.ts';
import { once } from '#lib/once.ts';
import type { Normalise } from '../text/normalise.ts';
import { packWords } from './bundle.ts';
import { cutChunks, type Chunk } from './chunks.ts';
import { makeCutter } from './cutter.ts';
import { nameFile, placeFile, type NamedFile } from './files.ts';
import { keepWords, recallWords } from './kept-words.ts';
import { listPages, markChanged } from './lists.ts';
import type { SearchRecord } from './records.ts';
import { searchedWords } from './searched.ts';
import { tokensOfTerms } from './synonyms.ts';
import { noWords, updateWords, type SiteWords } from './update.ts';

export interface PackedChunk extends NamedFile {
  first: string;
  last: string;
}

/** Share of all pages, and number of pages, up to which a word of the body is searched: what many pages hold tells them apart the least, and is most of the index. */
const commonShare = 0.2;
const commonCount = 3;

/** The words of `records`, and the chunks of those that are searched. What the last build left is in `file`, if `version` made it. */
export function packSite(records: readonly SearchRecord[], { lang }: Site, normalise: Normalise, file: string, version: string): { words: SiteWords; chunks: PackedChunk[] } {
  const named = records.flatMap(({ names }) => (names.length > 1 ? [names] : []));
  const key = digest(JSON.stringify([version, lang, named]));
  const kept = recallWords(file, key);
  const terms = kept?.terms ?? tokensOfTerms(named, normalise);
  const words = updateWords(records, makeCutter(terms, normalise), normalise, kept);
  const changed = markChanged(words, kept ?? noWords);
  const searched = searchedWords(words, Math.max(commonCount, records.length * commonShare));
  /** The same chunk holds the same as in the last build, unless the list of one of its words is another one. */
  const rangeOf = ({ from, to }: Chunk) => `${searched.words[from]} ${searched.words[to - 1]} ${to - from}`;
  const cut = cutChunks(searched).map((chunk) => {
    const numbers = searched.numbers.slice(chunk.from, chunk.to);
    return { chunk, numbers, known: numbers.some((number) => changed[number] === 1) ? undefined : kept?.names.get(rangeOf(chunk)) };
  });
  const isWanted = new Uint8Array(changed.length);
  for (const { numbers, known } of cut) if (known === undefined) for (const number of numbers) isWanted[number] = 1;
  const pack = (list: (number: number) => Uint32Array, chunk: Chunk) => packWords({ ...searched, list: (index) => searched.prune(list(searched.numbers[index]!)) }, chunk);
  const wanted = listPages(words, isWanted);
  const all = once(() => listPages(words)); // asked for where files of the last build are gone
  const chunks = cut.map(({ chunk, known }): PackedChunk => ({
    first: searched.words[chunk.from]!,
    last: searched.words[chunk.to - 1]!,
    ...(known === undefined ? nameFile(chunkPath, pack(wanted, chunk)) : placeFile(chunkPath, known, () => pack(all(), chunk))),
  }));
  const isSame = records.length === kept?.pages.length && words.pages.every((page, place) => page === kept.pages[place]);
  if (!isSame) keepWords(file, key, words, { terms, names: cut.map(({ chunk }, index) => [rangeOf(chunk), chunks[index]!.name]) }, kept);
  return { words, chunks };
}

const chunkPath = 'index/#.pf_index';
