/**
 * Files in Pagefind's format, which its script and its WebAssembly read: CBOR behind a signature, packed with gzip.
 * The format is that of Pagefind 1.6; tests/search/bundle.test.ts holds these files to what Pagefind itself writes.
 * Where words stand within a field is left out: only a search for a phrase would ask for it.
 */
import { gzipSync } from 'node:zlib';
import { openCbor, type CborWriter } from './cbor.ts';
import type { Chunk } from './chunks.ts';
import { bitOf, fields as fieldNames } from './cutter.ts';
import type { Searched } from './searched.ts';
import { fieldBits } from './words.ts';

/** `pf_index`: the words of a chunk with their pages, which `list` gives for the word at an index: 256 times the number of each, plus a bit for each field. */
export function packWords(searched: Pick<Searched, 'words'> & { list(index: number): Uint32Array }, { from, to }: Chunk): Uint8Array {
  return pack((cbor) => {
    cbor.array(1);
    cbor.array(to - from);
    for (let index = from; index < to; index += 1) {
      const list = searched.list(index);
      cbor.array(3);
      cbor.text(searched.words[index]!);
      cbor.array(list.length);
      let before = 0;
      for (const value of list) {
        const page = value >>> 8;
        cbor.array(3);
        cbor.integer(page - before);
        cbor.raw((placesOf[value % fieldBits] ??= packPlaces(value % fieldBits)));
        before = page;
      }
      cbor.array(0); // other spellings of the word
    }
  });
}

/** Where a word stands on a page, packed, by its fields. */
const placesOf: Uint8Array[] = [];

function packPlaces(fields: number): Uint8Array {
  const cbor = openCbor();
  cbor.array(0); // places in the content, which is empty
  const held = orderedFields.flatMap((name, number) => (fields & bitOf(name) ? [number] : []));
  cbor.array(2 * held.length);
  for (const field of held) {
    cbor.integer(-1 - field);
    cbor.integer(0);
  }
  return cbor.bytes();
}

/** Pagefind numbers fields in the order of their names. */
const orderedFields = [...fieldNames].sort();

/** `pf_filter`: the pages that have each value. */
export function packFilter(name: string, pages: ReadonlyMap<string, readonly number[]>): Uint8Array {
  return pack((cbor) => {
    cbor.array(2);
    cbor.text(name);
    cbor.array(pages.size);
    for (const [value, numbers] of pages) {
      cbor.array(2);
      cbor.text(value);
      cbor.array(numbers.length);
      for (const number of numbers) cbor.integer(number);
    }
  });
}

/** What the start file lists. */
export interface Contents {
  /** Of Pagefind. */
  version: string;
  /** Name of each page, by its number. */
  pages: readonly string[];
  chunks: readonly { first: string; last: string; name: string }[];
  filters: readonly { filter: string; name: string }[];
}

/** `pf_meta`: what there is, and where. */
export function packContents({ version, pages, chunks, filters }: Contents): Uint8Array {
  return pack((cbor) => {
    cbor.array(6);
    cbor.text(version);
    cbor.array(pages.length);
    for (const page of pages) {
      cbor.array(3);
      cbor.text(page);
      cbor.integer(1); // words of its content
      cbor.text('');
    }
    cbor.array(chunks.length);
    for (const [index, { first, last, name }] of chunks.entries()) {
      cbor.array(3);
      cbor.text(index === 0 ? first : untilDifferent(first, chunks[index - 1]!.last));
      cbor.text(index === chunks.length - 1 ? last : untilDifferent(last, chunks[index + 1]!.first));
      cbor.text(name);
    }
    cbor.array(filters.length);
    for (const { filter, name } of filters) {
      cbor.array(2);
      cbor.text(filter);
      cbor.text(name);
    }
    cbor.array(0); // orders to sort by
    cbor.array(orderedFields.length);
    for (const field of orderedFields) cbor.text(field);
  });
}

/** As much of `word` as tells it from `other`. */
function untilDifferent(word: string, other: string): string {
  const chars = [...word];
  const others = [...other];
  const same = chars.findIndex((char, index) => char !== others[index]);
  return same < 0 ? word : chars.slice(0, same + 1).join('');
}

function pack(write: (cbor: CborWriter) => void): Uint8Array {
  writer.begin('pagefind_dcd');
  write(writer);
  return Uint8Array.from(gzipSync(writer.bytes())); // which takes 16 KB for the least
}

/** One after the other, all files are written by it. */
const writer = openCbor();
