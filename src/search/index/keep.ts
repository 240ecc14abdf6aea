/** What a build leaves for the next one, in one file a site. A damaged, foreign or outdated file counts as none. */
import { readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { digest } from '#lib/hash.ts';
import { keepFile } from '#lib/kept-file.ts';
import type { Postings } from './postings.ts';

/** The words of the last build. */
export interface Kept {
  /** What each page was, by its number. */
  pages: string[];
  postings: Postings;
  /** Packed chunks, by a digest of what they hold. */
  chunks: Map<string, Uint8Array>;
}

const headLength = 64;

/** The value kept in `file` by the same `version` (a digest): anything that structured cloning can copy. */
export function recall<Value>(file: string, version: string): Value | undefined {
  try {
    const content = readFileSync(file);
    const payload = content.subarray(headLength);
    return content.toString('latin1', 0, headLength) === version + digest(payload) ? (deserialize(payload) as Value) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps `value`. */
export function keep(file: string, version: string, value: unknown): void {
  const payload = serialize(value);
  keepFile(file, Buffer.concat([Buffer.from(version + digest(payload)), payload]));
}
