/** A file that holds many files with what was learned of them: an index, and all bytes. */
import { join } from 'node:path';
import { digest } from './hash.ts';
import { keepData, recallData } from './kept-data.ts';

/**
 * A file with what is known of it. Of most of it only numbers are in memory, which say where it lies in the bytes of the
 * shard: there are thousands of files with a dozen facts each, and nobody asks for all of them.
 */
export class KeptFile {
  /** Tells whether the file is still the same; empty where only its bytes can. */
  stamp: string;
  #shard: Buffer;
  #start: number;
  #size: number;
  /** For each fact the numbers of its topic and its key, and its size. */
  #index: readonly number[];
  #names: Names;
  #fresh: Fact[] | undefined;

  /** The file whose `size` bytes begin at `start` of `shard`, followed by its facts. */
  constructor(stamp: string, shard: Buffer, start = 0, size = shard.length, index: readonly number[] = [], names: Names = noNames) {
    this.stamp = stamp;
    this.#shard = shard;
    this.#start = start;
    this.#size = size;
    this.#index = index;
    this.#names = names;
  }

  get bytes(): Buffer {
    return this.#shard.subarray(this.#start, this.#start + this.#size);
  }

  /** What is known of `topic` under `key`. */
  find<Value>(topic: string, key: string): { readonly value: Value } | undefined {
    const fresh = this.#fresh?.find((fact) => fact.topic === topic);
    if (fresh) return fresh.key === key ? new StoredValue(fresh.json, 0, fresh.json.length) : undefined;
    const [wanted, under] = [this.#names.numbers.get(topic), this.#names.numbers.get(key)];
    if (wanted === undefined || under === undefined) return undefined;
    let at = this.#start + this.#size;
    for (let fact = 0; fact < this.#index.length; fact += 3) {
      const end = at + this.#index[fact + 2]!;
      if (this.#index[fact] === wanted) return this.#index[fact + 1] === under ? new StoredValue(this.#shard, at, end) : undefined;
      at = end;
    }
    return undefined;
  }

  /** Puts a fact in the place of what was known of its topic. */
  learn(topic: string, key: string, json: Buffer): void {
    this.#fresh = [...(this.#fresh ?? []).filter((fact) => fact.topic !== topic), { topic, key, json }];
  }

  /** Everything that is known. */
  facts(): Fact[] {
    const fresh = this.#fresh ?? [];
    let at = this.#start + this.#size;
    const old = Array.from({ length: this.#index.length / 3 }, (_, fact): Fact => {
      const [topic, key, size] = this.#index.slice(3 * fact, 3 * fact + 3) as [number, number, number];
      return { topic: this.#names.list[topic]!, key: this.#names.list[key]!, json: this.#shard.subarray(at, (at += size)) };
    });
    return [...old.filter(({ topic }) => !fresh.some((fact) => fact.topic === topic)), ...fresh];
  }

  /** Takes over how `other`, which is the same file, lies in memory. */
  become(other: KeptFile): void {
    this.#shard = other.#shard;
    this.#start = other.#start;
    this.#size = other.#size;
    this.#index = other.#index;
    this.#names = other.#names;
    this.#fresh = undefined;
  }
}

interface Fact {
  topic: string;
  key: string;
  json: Buffer;
}

/** A value as JSON in the `bytes` from `start` to `end`, read each time that it is asked for. */
class StoredValue<Value> {
  readonly #bytes: Buffer;
  readonly #start: number;
  readonly #end: number;

  constructor(bytes: Buffer, start: number, end: number) {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
  }

  get value(): Value {
    const json = this.#bytes.toString('utf8', this.#start, this.#end);
    return json === '[]' ? ([] as Value) : (JSON.parse(json) as Value); // most checks find nothing in most files
  }
}

/** The topics and keys of a shard by number. */
interface Names {
  list: readonly string[];
  numbers: ReadonlyMap<string, number>;
}

const noNames: Names = { list: [], numbers: new Map() };

interface Index {
  names: string[];
  files: [path: string, stamp: string, size: number, facts: number[]][];
}

/** The shard `number` of the folder `dir` by path; empty when it is damaged or of another version. */
export function readShard(dir: string, number: number, version: string): Map<string, KeptFile> {
  const known = recallData<Index>(fileOf(dir, number), digest(version));
  return new Map(known && filesOf(known.data, known.parts[0]!));
}

function* filesOf({ names: list, files }: Index, bytes: Buffer): Generator<[string, KeptFile]> {
  const names: Names = { list, numbers: new Map(list.map((name, number) => [name, number])) };
  let at = 0;
  for (const [path, stamp, size, facts] of files) {
    yield [path, new KeptFile(stamp, bytes, at, size, facts, names)];
    at += size;
    for (let fact = 2; fact < facts.length; fact += 3) at += facts[fact]!;
  }
}

/** Keeps a shard. What was learned of its files since the last time takes as little memory from now on as what was read. */
export function writeShard(dir: string, number: number, version: string, kept: ReadonlyMap<string, KeptFile>): void {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => numbers.get(name) ?? numbers.set(name, numbers.size).size - 1;
  const pieces: Buffer[] = [];
  const files = Array.from(kept, ([path, file]): Index['files'][number] => {
    const facts = file.facts();
    pieces.push(file.bytes, ...facts.map(({ json }) => json));
    return [path, file.stamp, file.bytes.length, facts.flatMap(({ topic, key, json }) => [numberOf(topic), numberOf(key), json.length])];
  });
  const index: Index = { names: [...numbers.keys()], files };
  const bytes = Buffer.concat(pieces);
  keepData(fileOf(dir, number), digest(version), { data: index, parts: [bytes] });
  for (const [path, file] of filesOf(index, bytes)) kept.get(path)!.become(file);
}

function fileOf(dir: string, number: number): string {
  return join(dir, number.toString(16));
}
