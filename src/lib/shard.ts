/** What was learned of many files: what is short stands in one file with an index, what is long in a heap. */
import { join } from 'node:path';
import { digest } from './hash.ts';
import type { Heap } from './heap.ts';
import { keepData, recallData } from './kept-data.ts';
import { utf8Of } from './scratch.ts';

/** Keeps what is long. */
export interface Store {
  put(content: string | Buffer): Far;
  /** Whether it still seems to be there, which is told without reading it. */
  has(far: Far): boolean;
  /** What was put; undefined where it was lost. */
  get(far: Far): Buffer | undefined;
  /** The same as text. */
  text(far: Far): string | undefined;
}

/** The key of what lies in a heap, or what no heap would take. */
export type Far = string | Buffer;

/** A store whose long things lie in `heap`, or without one in memory. */
export function makeStore(heap: Heap | undefined): Store {
  return {
    put(content) {
      const bytes = typeof content === 'string' ? utf8Of(content) : content;
      const key = digest(bytes);
      return heap?.set(key, bytes) ? key : Buffer.from(bytes);
    },
    has: (far) => typeof far !== 'string' || (heap?.has(far) ?? false),
    get: (far) => (typeof far === 'string' ? heap?.get(far) : far),
    text: (far) => (typeof far === 'string' ? heap?.text(far) : far.toString()),
  };
}

/** Characters from which on something is long. */
const long = 512;

/**
 * A file with what is known of it. Of most of it only numbers are in memory, which say where it lies in the bytes of the
 * shard: there are thousands of files with a dozen facts each, and nobody asks for all of them.
 */
export class KeptFile {
  /** Tells whether the file is still the same; empty where only its bytes can. */
  stamp: string;
  readonly source: Far;
  #place: Place;
  #fresh: Fact[] | undefined;

  constructor(stamp: string, source: Far, place: Place = nowhere) {
    this.stamp = stamp;
    this.source = source;
    this.#place = place;
  }

  /** What is known of `topic` under `key`. What was long and turns out to be damaged is made again by `make`. */
  find<Value>(topic: string, key: string, store: Store, make: Make<Value>): { readonly value: Value } | undefined {
    const fresh = this.#fresh?.find((fact) => fact.topic === topic);
    if (fresh) return fresh.key === key ? open(fresh, store, make) : undefined;
    const { index, names, shard, start, far } = this.#place;
    const [wanted, under] = [names.numbers.get(topic), names.numbers.get(key)];
    if (wanted === undefined || under === undefined) return undefined;
    for (let [fact, at] = [0, start]; fact < index.length; fact += 3) {
      const size = index[fact + 2]!;
      if (index[fact] !== wanted) at += Math.max(0, size);
      else if (index[fact + 1] !== under) return undefined;
      else return size < 0 ? openFar(far[-1 - size]!, store, make) : new StoredValue(shard, at, at + size);
    }
    return undefined;
  }

  /** Puts what `make` gave as `json` in the place of what was known of its topic, and gives it. */
  learn<Value>(topic: string, key: string, json: string, store: Store, make: Make<Value>): { readonly value: Value } {
    const fact = json.length < long ? { topic, key, json } : { topic, key, far: store.put(json) };
    this.#fresh = [...(this.#fresh ?? []).filter((other) => other.topic !== topic), fact];
    return fact.far === undefined ? openNear(json) : new FarValue(fact.far, store, make, json);
  }

  /** Everything that is known. */
  facts(): Fact[] {
    const fresh = this.#fresh ?? [];
    const { index, names, shard, start, far } = this.#place;
    let at = start;
    const old = Array.from({ length: index.length / 3 }, (_, fact): Fact => {
      const [topic, key, size] = index.slice(3 * fact, 3 * fact + 3) as [number, number, number];
      const name = { topic: names.list[topic]!, key: names.list[key]! };
      return size < 0 ? { ...name, far: far[-1 - size]! } : { ...name, json: shard.subarray(at, (at += size)) };
    });
    return [...old.filter(({ topic }) => !fresh.some((fact) => fact.topic === topic)), ...fresh];
  }

  /** Everything long that it has, its source first. */
  far(): Far[] {
    return [this.source, ...this.facts().flatMap(({ far }) => far ?? [])];
  }

  /** Takes over how `other`, which is the same file, lies in memory. */
  become(other: KeptFile): void {
    this.#place = other.#place;
    this.#fresh = undefined;
  }
}

/** Something that is known: as JSON where it is short. */
type Fact = { topic: string; key: string } & ({ json: string | Buffer; far?: undefined } | { far: Far });

/** Where the facts of a file lie. */
interface Place {
  shard: Buffer;
  /** Where the first short one begins. */
  start: number;
  /** For each fact the numbers of its topic and its key, and its size; of a long one, -1 less its number in `far`. */
  index: readonly number[];
  far: readonly Far[];
  names: Names;
}

type Make<Value> = () => Value | undefined;

function open<Value>(fact: Fact, store: Store, make: Make<Value>): { readonly value: Value } | undefined {
  return fact.far === undefined ? openNear(fact.json) : openFar(fact.far, store, make);
}

function openNear<Value>(json: string | Buffer): { readonly value: Value } {
  return { get value() { return JSON.parse(json.toString()) as Value; } };
}

function openFar<Value>(far: Far, store: Store, make: Make<Value>): { readonly value: Value } | undefined {
  return store.has(far) ? new FarValue(far, store, make) : undefined;
}

/** A value that lies far away, read each time that it is asked for: but the first where it was made just now, as whoever made it has its JSON at hand. */
class FarValue<Value> {
  readonly #far: Far;
  readonly #store: Store;
  readonly #make: Make<Value>;
  #json: string | undefined;

  constructor(far: Far, store: Store, make: Make<Value>, json?: string) {
    this.#far = far;
    this.#store = store;
    this.#make = make;
    this.#json = json;
  }

  get value(): Value {
    const json = this.#json ?? this.#store.text(this.#far) ?? this.#mend();
    this.#json = undefined;
    return JSON.parse(json) as Value;
  }

  #mend(): string {
    const json = JSON.stringify(this.#make());
    this.#store.put(json);
    return json;
  }
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
    if (this.#end - this.#start === 2 && this.#bytes[this.#start] === openingBracket) return [] as Value; // most checks find nothing in most files
    return JSON.parse(this.#bytes.toString('utf8', this.#start, this.#end)) as Value;
  }
}

const openingBracket = '['.charCodeAt(0);

/** The topics and keys of a shard by number. */
interface Names {
  list: readonly string[];
  numbers: ReadonlyMap<string, number>;
}

const nowhere: Place = { shard: Buffer.alloc(0), start: 0, index: [], far: [], names: { list: [], numbers: new Map() } };

interface Index {
  names: string[];
  files: [path: string, stamp: string, source: Far, facts: number[], far: Far[]][];
}

/** The shard `number` of the folder `dir` by path; empty when it is damaged or of another version. */
export function readShard(dir: string, number: number, version: string): Map<string, KeptFile> {
  const known = recallData<Index>(fileOf(dir, number), digest(version));
  return new Map(known && filesOf(known.data, known.parts[0]!));
}

function* filesOf({ names: list, files }: Index, shard: Buffer): Generator<[string, KeptFile]> {
  const names: Names = { list, numbers: new Map(list.map((name, number) => [name, number])) };
  let start = 0;
  for (const [path, stamp, source, index, far] of files) {
    yield [path, new KeptFile(stamp, source, { shard, start, index, far, names })];
    for (let fact = 2; fact < index.length; fact += 3) start += Math.max(0, index[fact]!);
  }
}

/** Keeps a shard. What was learned of its files since the last time takes as little memory from now on as what was read. */
export function writeShard(dir: string, number: number, version: string, kept: ReadonlyMap<string, KeptFile>): void {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => numbers.get(name) ?? numbers.set(name, numbers.size).size - 1;
  const pieces: Buffer[] = [];
  const files = Array.from(kept, ([path, file]): Index['files'][number] => {
    const far: Far[] = [];
    const facts = file.facts().flatMap((fact) => {
      const [topic, key] = [numberOf(fact.topic), numberOf(fact.key)];
      if (fact.far !== undefined) return [topic, key, -far.push(fact.far)];
      const json = Buffer.from(fact.json);
      pieces.push(json);
      return [topic, key, json.length];
    });
    return [path, file.stamp, file.source, facts, far];
  });
  const index: Index = { names: [...numbers.keys()], files };
  const bytes = Buffer.concat(pieces);
  const printed: Index = { ...index, files: files.map(([path, stamp, source, facts, far]) => [path, stamp, keyOf(source), facts, far.map(keyOf)]) };
  keepData(fileOf(dir, number), digest(version), { data: printed, parts: [bytes] });
  for (const [path, file] of filesOf(index, bytes)) kept.get(path)!.become(file);
}

/** What no heap would take is unknown to the next run. */
function keyOf(far: Far): string {
  return typeof far === 'string' ? far : '';
}

function fileOf(dir: string, number: number): string {
  return join(dir, number.toString(16));
}
