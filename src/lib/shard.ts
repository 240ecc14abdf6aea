/** A file that holds many files with what was learned of them: a line that proves it whole, an index as JSON, and all bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { digest } from './hash.ts';
import { keepFile } from './kept-file.ts';

/** What is known of a file. */
export interface Kept {
  /** Tells whether the file is still the same; empty where only its bytes can. */
  stamp: string;
  bytes: Buffer;
  facts: Map<string, KeptFact>;
}

/** One thing known of a file under a `key`. `id` is a digest of `json`, which `value` reads when it is first asked for. */
export interface KeptFact {
  readonly key: string;
  readonly id: string;
  readonly json: Buffer;
  readonly value: unknown;
}

type Row = [path: string, stamp: string, size: number, facts: [topic: string, key: string, id: string, size: number][]];

/** Digest of the version, checksum of all that follows, and length of the index. */
const lineLength = 32 + 8 + 8 + 1;

/** The shard `number` of the folder `dir` by path; empty when it is damaged or of another version. */
export function readShard(dir: string, number: number, version: string): Map<string, Kept> {
  try {
    const shard = readFileSync(fileOf(dir, number));
    const rest = shard.subarray(lineLength);
    const length = Number.parseInt(shard.toString('latin1', 40, 48), 16);
    if (shard.toString('latin1', 0, lineLength) !== firstLine(version, rest, length)) return new Map();
    return new Map(readRows(JSON.parse(rest.toString('utf8', 0, length)) as Row[], rest.subarray(length)));
  } catch {
    return new Map();
  }
}

function* readRows(rows: readonly Row[], bytes: Buffer): Generator<[string, Kept]> {
  let at = 0;
  for (const [path, stamp, size, facts] of rows) {
    yield [path, { stamp, bytes: bytes.subarray(at, (at += size)), facts: new Map(facts.map(([topic, key, id, length]) => [topic, new LazyFact(key, id, bytes, at, (at += length))])) }];
  }
}

/** A fact as it lies in the `bytes` of a shard. There are tens of thousands, most of which nobody asks for: a class takes one object each. */
class LazyFact implements KeptFact {
  readonly key: string;
  readonly id: string;
  readonly #bytes: Buffer;
  readonly #start: number;
  readonly #end: number;
  #value: unknown;

  constructor(key: string, id: string, bytes: Buffer, start: number, end: number) {
    this.key = key;
    this.id = id;
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
  }

  get json(): Buffer {
    return this.#bytes.subarray(this.#start, this.#end);
  }

  get value(): unknown {
    return (this.#value ??= JSON.parse(this.#bytes.toString('utf8', this.#start, this.#end)));
  }
}

/** Keeps a shard. */
export function writeShard(dir: string, number: number, version: string, kept: ReadonlyMap<string, Kept>): void {
  const rows = Array.from(kept, ([path, { stamp, bytes, facts }]): Row => [path, stamp, bytes.length, Array.from(facts, ([topic, { key, id, json }]) => [topic, key, id, json.length])]);
  const index = Buffer.from(JSON.stringify(rows));
  const rest = Buffer.concat([index, ...Array.from(kept.values(), ({ bytes, facts }) => [bytes, ...Array.from(facts.values(), ({ json }) => json)]).flat()]);
  keepFile(fileOf(dir, number), Buffer.concat([Buffer.from(firstLine(version, rest, index.length), 'latin1'), rest]));
}

function firstLine(version: string, rest: Uint8Array, length: number): string {
  return `${digest(version)}${hex(crc32(rest))}${hex(length)}\n`;
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}

function fileOf(dir: string, number: number): string {
  return join(dir, number.toString(16));
}
