/** What a build leaves for the next one, in one file a site. A damaged, foreign or outdated file counts as none. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { digest } from '#lib/hash.ts';
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

/** Keeps `value`. Written aside and renamed, so that nobody reads half of it; a folder that cannot be written is no reason to fail. */
export function keep(file: string, version: string, value: unknown): void {
  const payload = serialize(value);
  const aside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(aside, Buffer.concat([Buffer.from(version + digest(payload)), payload]));
    renameSync(aside, file);
  } catch {
    rmSync(aside, { force: true });
  }
}
