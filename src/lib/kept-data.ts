/** What one run leaves for the next: plain data with long runs of bytes beside it. A damaged, foreign or outdated file counts as none. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { keepFile } from './kept-file.ts';
import { borrow } from './scratch.ts';

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
  const opened = openData<Data>(file, version);
  if (!opened) return undefined;
  const { data, parts, last } = opened;
  try {
    return { data, parts: [...parts, ...(last ? [readAt(opened.handle, last)] : [])] };
  } catch {
    return undefined;
  } finally {
    closeSync(opened.handle);
  }
}

/** Bytes of an open file. */
export interface Run {
  start: number;
  size: number;
}

/** What was kept in a file that was whole when it was opened. */
export interface Opened<Data extends object> {
  data: Data;
  /** All parts but the last one. */
  parts: readonly Buffer[];
  /** Where the last part lies, if there is one: it may be as long as all the rest. */
  last: Run | undefined;
  /** The open file: it is the caller's to close. */
  handle: number;
}

/** Like {@link recallData}, but the last part stays where it lies. */
export function openData<Data extends object>(file: string, version: string): Opened<Data> | undefined {
  let handle: number | undefined;
  try {
    handle = openSync(file, 'r');
    const end = fstatSync(handle).size - lineLength;
    const line = readAt(handle, { start: end, size: lineLength }).toString('latin1');
    const headLength = Number.parseInt(line.slice(40), 16);
    const head = readAt(handle, { start: end - headLength, size: headLength });
    const { properties, parts } = JSON.parse(head.toString()) as Head;
    const lastSize = parts.at(-1) ?? 0;
    const first = readAt(handle, { start: 0, size: end - headLength - lastSize });
    const last = { start: first.length, size: lastSize };
    if (line !== lastLine(version, headLength, crc32(head, sumOf(handle, last, crc32(first))))) throw new RangeError('It is damaged, or not of this version.');
    let at = 0;
    const take = (size: number) => first.subarray(at, (at += size));
    const data = Object.fromEntries(properties.map(([name, size]) => [name, JSON.parse(take(size).toString()) as unknown])) as Data;
    at += gapAfter(at);
    return { data, parts: parts.slice(0, -1).map(take), last: parts.length > 0 ? last : undefined, handle };
  } catch {
    if (handle !== undefined) closeSync(handle);
    return undefined;
  }
}

/** The bytes of `run`, in memory of their own: numbers can be read there. */
function readAt(handle: number, { start, size }: Run): Buffer {
  const bytes = Buffer.allocUnsafeSlow(size);
  if (readSync(handle, bytes, 0, size, start) < size) throw new RangeError('It ends too early.');
  return bytes;
}

/** The checksum of what comes before `run` and of `run` itself. */
function sumOf(handle: number, { start, size }: Run, before: number): number {
  let sum = before;
  for (let done = 0; done < size; ) {
    const room = borrow(Math.min(size - done, mostAtOnce));
    const count = readSync(handle, room, 0, room.length, start + done);
    if (count === 0) throw new RangeError('It ends too early.');
    sum = crc32(room.subarray(0, count), sum);
    done += count;
  }
  return sum;
}

/** Bytes. */
const mostAtOnce = 1 << 18;

/** Keeps `data` and `parts`. */
export function keepData<Data extends object>(file: string, version: string, kept: Kept<Data>): void {
  keepFile(file, printData(version, kept));
}

/** The file, one property after the other: all of a large site's together would be a tenth of the memory that its build needs. */
export function* printData<Data extends object>(version: string, { data, parts }: Kept<Data>): Generator<Uint8Array> {
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
