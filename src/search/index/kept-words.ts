/** The words of a site from build to build. What pages hold lies in a few blocks of pages, so that an edit writes one of them. */
import { digest } from '#lib/hash.ts';
import { keepData, recallData } from '#lib/kept-data.ts';
import { bytesOf, numbersIn } from '#lib/numbers.ts';
import type { TermTokens } from './synonyms.ts';
import type { PageWords, SiteWords } from './update.ts';

/** What the last build left. */
export interface KeptIndex extends SiteWords {
  terms: readonly TermTokens[];
  /** The names of chunks by what tells them apart from others. */
  names: ReadonlyMap<string, string>;
  /** Digests of the blocks. */
  blocks: readonly string[];
}

interface Stored {
  pages: (readonly [state: string, names: string, words: number])[];
  words: string;
  terms: readonly TermTokens[];
  names: (readonly [range: string, name: string])[];
  blocks: readonly string[];
}

/** What `file` and its blocks hold, if all of it was made with the same `key` and is whole. */
export function recallWords(file: string, key: string): KeptIndex | undefined {
  const kept = recallData<Stored>(file, key);
  if (!kept) return undefined;
  const { data: { pages, words, terms, names, blocks }, parts } = kept;
  const lists = blocks.map((id, block) => recallData(blockFile(file, block), id)?.parts.map(numbersIn)[0]);
  const size = blockSize(pages.length);
  let end = 0;
  const opened = pages.flatMap(([state, given, count], page): PageWords[] => {
    const start = page % size === 0 ? 0 : end;
    end = start + count;
    const list = lists[Math.floor(page / size)];
    return list ? [{ state, names: given, list: list.subarray(start, end) }] : [];
  });
  if (opened.length < pages.length) return undefined;
  const [numbers, counts, beside] = parts.map(numbersIn);
  return { pages: opened, words: words.split(' ').filter(Boolean), numbers: numbers!, counts: counts!, beside: beside!, terms, names: new Map(names), blocks };
}

/** Keeps words in `file`, and in the blocks beside it those of pages that are not at their place in `kept`. */
export function keepWords(file: string, key: string, { pages, words, numbers, counts, beside }: SiteWords, { terms, names }: Pick<Stored, 'terms' | 'names'>, kept: KeptIndex | undefined): void {
  const size = blockSize(pages.length);
  const isSame = (page: PageWords, place: number) => page === kept?.pages[place];
  const blocks = Array.from({ length: Math.ceil(pages.length / size) }, (_, block): string => {
    const own = pages.slice(block * size, (block + 1) * size);
    if (pages.length === kept?.pages.length && own.every((page, index) => isSame(page, block * size + index))) return kept.blocks[block]!;
    const lists = Buffer.concat(own.map(({ list }) => bytesOf(list)));
    const id = digest(lists);
    keepData(blockFile(file, block), id, { data: {}, parts: [lists] });
    return id;
  });
  keepData<Stored>(file, key, { data: { pages: pages.map(({ state, names: given, list }) => [state, given, list.length]), words: words.join(' '), terms, names, blocks }, parts: [numbers, counts, beside].map(bytesOf) });
}

/** How many pages lie in a block: there are 64 blocks at most. */
function blockSize(pages: number): number {
  return Math.max(100, Math.ceil(pages / 64));
}

function blockFile(file: string, block: number): string {
  return `${file}.${block}`;
}
