/** What one run leaves for the next: plain data with long runs of bytes beside it. A damaged, foreign or outdated file counts as none. */
import { readFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { keepFile } from './kept-file.ts';

/** What is kept in one file. */
export interface Kept<Data extends object, Part extends Uint8Array = Uint8Array> {
  /** A plain object, of which each property must survive JSON. Each is printed and read alone, as all of them together may be very long. */
  data: Data;
  parts: readonly Part[];
}

/** Version, checksum of everything else, length of the head. */
const lineLength = 32 + 8 + 8;

/** What follows the head, in this order: properties by name with their bytes, then the bytes of the parts. */
interface Head {
  properties: readonly [name: string, size: number][];
  parts: readonly number[];
}

/** What was kept in `file` by the same `version` (a digest). Parts whose sizes divide by four begin where an Uint32Array can. */
export function recallData<Data extends object>(file: string, version: string): Kept<Data, Buffer> | undefined {
  try {
    const bytes = readFileSync(file);
    const rest = bytes.subarray(lineLength);
    let end = Number.parseInt(bytes.toString('latin1', 40, 48), 16);
    if (bytes.toString('latin1', 0, lineLength) !== firstLine(version, end, [rest])) return undefined;
    const head = JSON.parse(rest.toString('utf8', 0, end)) as Head;
    const take = (size: number) => rest.subarray(end, (end += size));
    const data = Object.fromEntries(head.properties.map(([name, size]) => [name, JSON.parse(take(size).toString()) as unknown])) as Data;
    return { data, parts: head.parts.map(take) };
  } catch {
    return undefined;
  }
}

/** Keeps `data` and `parts`. */
export function keepData<Data extends object>(file: string, version: string, { data, parts }: Kept<Data>): void {
  const properties = Object.entries(data).filter(([, value]) => value !== undefined).map(([name, value]) => [name, Buffer.from(JSON.stringify(value))] as const);
  const sizes: Head = { properties: properties.map(([name, { length }]) => [name, length]), parts: parts.map(({ length }) => length) };
  const json = JSON.stringify(sizes);
  const body = [...properties.map(([, bytes]) => bytes), ...parts];
  const before = properties.reduce((sum, [, { length }]) => sum + length, Buffer.byteLength(json));
  const head = Buffer.from(json + ' '.repeat(3 - ((before + 3) % 4)));
  keepFile(file, [Buffer.from(firstLine(version, head.length, [head, ...body])), head, ...body]);
}

function firstLine(version: string, length: number, rest: readonly Uint8Array[]): string {
  return version + hex(rest.reduce((sum, part) => crc32(part, sum), length)) + hex(length);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
