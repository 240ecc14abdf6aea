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

/** At the end of a file: version, checksum of everything else, length of the head. */
const lineLength = 32 + 8 + 8;

/** What stands before it, in this order: properties by name with their bytes, then the bytes of the parts. The head itself comes after them. */
interface Head {
  properties: readonly [name: string, size: number][];
  parts: readonly number[];
}

/** What was kept in `file` by the same `version` (a digest). Parts whose sizes divide by four begin where an Uint32Array can. */
export function recallData<Data extends object>(file: string, version: string): Kept<Data, Buffer> | undefined {
  try {
    const bytes = readFileSync(file);
    const rest = bytes.subarray(0, -lineLength);
    const line = bytes.toString('latin1', rest.length);
    const headLength = Number.parseInt(line.slice(40), 16);
    if (line !== lastLine(version, headLength, crc32(rest))) return undefined;
    const head = JSON.parse(rest.toString('utf8', rest.length - headLength)) as Head;
    let end = 0;
    const take = (size: number) => rest.subarray(end, (end += size));
    const data = Object.fromEntries(head.properties.map(([name, size]) => [name, JSON.parse(take(size).toString()) as unknown])) as Data;
    end += gapAfter(end);
    return { data, parts: head.parts.map(take) };
  } catch {
    return undefined;
  }
}

/** Keeps `data` and `parts`. */
export function keepData<Data extends object>(file: string, version: string, kept: Kept<Data>): void {
  keepFile(file, piecesOf(version, kept));
}

/** The file, one property after the other: all of a large site's together would be a tenth of the memory that its build needs. */
function* piecesOf<Data extends object>(version: string, { data, parts }: Kept<Data>): Generator<Uint8Array> {
  const properties: [string, number][] = [];
  let [size, sum] = [0, 0];
  const add = (bytes: Uint8Array) => {
    size += bytes.length;
    sum = crc32(bytes, sum);
    return bytes;
  };
  for (const [name, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const bytes = Buffer.from(JSON.stringify(value));
    properties.push([name, bytes.length]);
    yield add(bytes);
  }
  yield add(Buffer.alloc(gapAfter(size)));
  for (const part of parts) yield add(part);
  const head = Buffer.from(JSON.stringify({ properties, parts: parts.map(({ length }) => length) } satisfies Head));
  yield add(head);
  yield Buffer.from(lastLine(version, head.length, sum));
}

/** Bytes that lie between `size` ones and where an Uint32Array can begin. */
function gapAfter(size: number): number {
  return (4 - (size % 4)) % 4;
}

/** The length of the head is part of the checksum. */
function lastLine(version: string, headLength: number, sum: number): string {
  return version + hex(crc32(hex(headLength), sum)) + hex(headLength);
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
