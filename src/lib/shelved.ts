/** What a drawer holds, as it lies on the disk. */
import { closeSync, readSync } from 'node:fs';
import { keepData, openData, type Run } from './kept-data.ts';
import { bytesOf } from './numbers.ts';
import { Strings } from './strings.ts';

/** Something that is known of a file. Its bytes are JSON, or where it is far the key under which that lies in a heap. */
export interface Shown {
  topic: string;
  key: string;
  isFar: boolean;
  bytes: Buffer;
}

/** One file of a drawer. */
export interface ShownFile {
  path: string;
  stamp: string;
  facts: readonly Shown[];
}

interface Data {
  /** Topics and keys. */
  names: string[];
  paths: string[];
  stamps: string[];
}

/** Numbers that each fact has: of its topic and of its key, twice the size of its text, and one more where that is far. */
const rowLength = 3;

/** What most checks find in most files. It takes no bytes. */
const nothing = '[]';
const nothingBytes = Buffer.from(nothing);

/** Bytes of facts up to which they are held in memory. */
const mostHeld = 1 << 22;

/** Keeps `files`. */
export function keepShelved(file: string, version: string, files: readonly ShownFile[]): void {
  const names = new Strings();
  const [starts, rows, pieces]: [number[], number[], Buffer[]] = [[], [], []];
  let end = 0;
  for (const { facts } of files) {
    starts.push(rows.length, end);
    for (const { topic, key, isFar, bytes } of facts) {
      const size = !isFar && bytes.equals(nothingBytes) ? 0 : bytes.length;
      rows.push(names.numberOf(topic), names.numberOf(key), 2 * size + Number(isFar));
      if (size > 0) pieces.push(bytes);
      end += size;
    }
  }
  const data: Data = { names: names.list, paths: files.map(({ path }) => path), stamps: files.map(({ stamp }) => stamp) };
  keepData(file, version, { data, parts: [bytesOf(Uint32Array.from([...starts, rows.length, end])), bytesOf(Uint32Array.from(rows)), Buffer.concat(pieces)] });
}

/** What was kept in `file` by `version`, with the paths and stamps of its files in their order. Undefined where there is none. */
export function openShelved(file: string, version: string): { paths: readonly string[]; stamps: readonly string[]; shelved: Shelved } | undefined {
  const opened = openData<Data>(file, version);
  if (!opened) return undefined;
  const { data: { names, paths, stamps }, parts, last, handle } = opened;
  const [starts, rows] = parts.map((part) => new Uint32Array(Uint8Array.from(part).buffer)); // where they lie they would hold on to all the paths in print
  const shelved = new Shelved({ names, starts: starts!, rows: rows!, bytes: openBytes(handle, last!) });
  if (isLarge(last!)) unused.register(shelved, handle);
  return { paths, stamps, shelved };
}

/** Closes the files of drawers of which nobody holds anything any more: whoever saves again and again reads them anew each time. */
const unused = new FinalizationRegistry<number>(closeSync);

function isLarge({ size }: Run): boolean {
  return size > mostHeld;
}

/** Gives the bytes from `start` on, until it is called again. */
type ReadBytes = (start: number, size: number) => Buffer;

/** The bytes of `run`, which stay in the open file where they are many: else it is closed. */
function openBytes(handle: number, run: Run): ReadBytes {
  const read = (room: Buffer, start: number, size: number) => room.subarray(0, readSync(handle, room, 0, size, run.start + start));
  if (!isLarge(run)) {
    const all = read(Buffer.allocUnsafeSlow(run.size), 0, run.size);
    closeSync(handle);
    return (start, size) => all.subarray(start, start + size);
  }
  let room = Buffer.allocUnsafeSlow(1 << 13);
  return (start, size) => {
    if (size > room.length) room = Buffer.allocUnsafeSlow(2 * size);
    return read(room, start, size);
  };
}

/**
 * The facts of the files of a drawer. Of most of it only numbers are in memory: there are thousands of files with a dozen
 * facts each, and nobody asks for all of them. Files and rows are known by their number.
 */
export class Shelved {
  readonly #names: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #rows: Uint32Array;
  /** Of each file, and of the end: at which place of the rows its own begin, and where its bytes do. */
  readonly #starts: Uint32Array;
  readonly #read: ReadBytes;
  /** The file whose bytes were read last, and those: who asks for one fact of a file soon asks for another. */
  #last = -1;
  #bytes: Buffer = Buffer.alloc(0);

  constructor({ names, starts, rows, bytes }: { names: readonly string[]; starts: Uint32Array; rows: Uint32Array; bytes: ReadBytes }) {
    this.#names = names;
    this.#numbers = new Map(names.map((name, number) => [name, number]));
    [this.#starts, this.#rows, this.#read] = [starts, rows, bytes];
  }

  /** What is known of `topic` under `key`. */
  find(file: number, topic: string, key: string): ShelvedFact | undefined {
    const [wanted, under] = [this.#numbers.get(topic), this.#numbers.get(key)];
    if (wanted === undefined || under === undefined) return undefined;
    const end = this.#starts[2 * file + 2]!;
    for (let [row, start] = [this.#starts[2 * file]!, 0]; row < end; row += rowLength) {
      const size = this.#rows[row + 2]!;
      if (this.#rows[row] === wanted) return this.#rows[row + 1] === under ? new ShelvedFact(this, file, start, size) : undefined;
      start += size >>> 1;
    }
    return undefined;
  }

  /** Everything that is known of `file`. */
  facts(file: number): Shown[] {
    const shown: Shown[] = [];
    let start = 0;
    const all = Buffer.from(this.#bytesOf(file)); // what is read may lie where the next file will
    for (let row = this.#starts[2 * file]!; row < this.#starts[2 * file + 2]!; row += rowLength) {
      const size = this.#rows[row + 2]!;
      const end = start + (size >>> 1);
      shown.push({ topic: this.#names[this.#rows[row]!]!, key: this.#names[this.#rows[row + 1]!]!, isFar: size % 2 === 1, bytes: size === 0 ? nothingBytes : all.subarray(start, end) });
      start = end;
    }
    return shown;
  }

  /** Text of `size` bytes, from `start` on of those of `file`. */
  text(file: number, start: number, size: number): string {
    return this.#bytesOf(file).toString('utf8', start, start + size);
  }

  #bytesOf(file: number): Buffer {
    if (this.#last !== file) {
      const from = this.#starts[2 * file + 1]!;
      this.#bytes = this.#read(from, this.#starts[2 * file + 3]! - from);
      this.#last = file;
    }
    return this.#bytes;
  }
}

/** One fact. */
class ShelvedFact {
  readonly #shelved: Shelved;
  readonly #file: number;
  readonly #start: number;
  readonly #size: number;

  constructor(shelved: Shelved, file: number, start: number, size: number) {
    [this.#shelved, this.#file, this.#start, this.#size] = [shelved, file, start, size];
  }

  get isFar(): boolean {
    return this.#size % 2 === 1;
  }

  /** The key of what is far, and the JSON of anything else. */
  get text(): string {
    return this.#size === 0 ? nothing : this.#shelved.text(this.#file, this.#start, this.#size >>> 1);
  }

  /** What the JSON says, read each time that it is asked for. */
  get value(): unknown {
    return this.#size === 0 ? [] : JSON.parse(this.text);
  }
}
