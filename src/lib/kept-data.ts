/** What one run leaves for the next: plain data with long runs of bytes beside it. A damaged, foreign or outdated file counts as none. */
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { keepFile } from './kept-file.ts';

/** What is kept in one file. */
export interface Kept<Data, Part extends Uint8Array = Uint8Array> {
  /** Must survive JSON. */
  data: Data;
  parts: readonly Part[];
}

/** Version, checksum of everything else, length of the data. */
const lineLength = 32 + 8 + 8;

/** What was kept in `file` by the same `version` (a digest). Parts whose sizes divide by four begin where an Uint32Array can. */
export function recallData<Data>(file: string, version: string): Kept<Data, Buffer> | undefined {
  try {
    const bytes = readFileSync(file);
    const rest = bytes.subarray(lineLength);
    const length = Number.parseInt(bytes.toString('latin1', 40, 48), 16);
    if (bytes.toString('latin1', 0, lineLength) !== firstLine(version, length, [rest])) return undefined;
    const { data, sizes } = JSON.parse(rest.toString('utf8', 0, length)) as Stored<Data>;
    let end = length;
    return { data, parts: sizes.map((size) => rest.subarray(end, (end += size))) };
  } catch {
    return undefined;
  }
}

/** Keeps `data` and `parts`. */
export function keepData<Data>(file: string, version: string, { data, parts }: Kept<Data>): void {
  const json = JSON.stringify({ data, sizes: parts.map(({ length }) => length) } satisfies Stored<Data>);
  const head = Buffer.from(json + ' '.repeat(3 - ((Buffer.byteLength(json) + 3) % 4)));
  keepFile(file, [Buffer.from(firstLine(version, head.length, [head, ...parts])), head, ...parts]);
}

interface Stored<Data> {
  data: Data;
  sizes: readonly number[];
}

function firstLine(version: string, length: number, rest: readonly Uint8Array[]): string {
  return version + hex(rest.reduce((sum, part) => crc32(part, sum), length)) + hex(length);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
