/** What was learned of many files: what is short stands in a drawer of them, what is long in a heap. */
import { join } from 'node:path';
import { digest } from './hash.ts';
import type { Heap } from './heap.ts';
import { utf8Of } from './scratch.ts';
import { keepShelved, openShelved, type Shelved, type Shown } from './shelved.ts';

/** Keeps what is long. */
export interface Store {
  put(content: string | Buffer): Far;
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
    get: (far) => (typeof far === 'string' ? heap?.get(far) : far),
    text: (far) => (typeof far === 'string' ? heap?.text(far) : far.toString()),
  };
}

/** Characters from which on something is long. */
const long = 512;

/** A file with what is known of it. There are thousands: what is not fresh stays where it lies. */
export class KeptFile {
  readonly path: string;
  /** Tells whether the file is still the same; empty where only its bytes can. */
  stamp: string;
  #old: Old | undefined;
  #fresh: readonly Fact[];

  /** The file at `path` whose bytes lie at `source`, or one of a drawer. */
  constructor(path: string, stamp: string, from: { source: Far } | Old) {
    this.path = path;
    this.stamp = stamp;
    [this.#old, this.#fresh] = 'source' in from ? [undefined, [{ topic: sourceTopic, key: '', far: from.source }]] : [from, nothingFresh];
  }

  /** Where its own bytes lie. */
  get source(): Far {
    return this.#fresh.find(({ topic }) => topic === sourceTopic)?.far ?? this.#findOld(sourceTopic, '')!.text;
  }

  /** What is known of `topic` under `key`. What was long and turns out to be damaged or lost is made again by `make`. */
  find<Value>(topic: string, key: string, store: Store, make: Make<Value>): { readonly value: Value } | undefined {
    const fresh = this.#fresh.find((fact) => fact.topic === topic);
    if (fresh && fresh.key !== key) return undefined;
    if (fresh) return fresh.far === undefined ? openNear(fresh.json) : new FarValue(fresh.far, store, make);
    const old = this.#findOld(topic, key);
    if (!old?.isFar) return old as { readonly value: Value } | undefined;
    return old.text === nowhere ? undefined : new FarValue(old.text, store, make);
  }

  /** Puts what `make` gave as `json` in the place of what was known of its topic, and gives it. */
  learn<Value>(topic: string, key: string, json: string, store: Store, make: Make<Value>): { readonly value: Value } {
    const fact = json.length < long ? { topic, key, json } : { topic, key, far: store.put(json) };
    this.#fresh = [...this.#fresh.filter((other) => other.topic !== topic), fact];
    return fact.far === undefined ? openNear(json) : new FarValue(fact.far, store, make, json);
  }

  /** Everything that is known. */
  facts(): Shown[] {
    const fresh = this.#fresh.map((fact): Shown => ({ topic: fact.topic, key: fact.key, isFar: fact.far !== undefined, bytes: Buffer.from(fact.far === undefined ? fact.json : keyOf(fact.far)) }));
    const old = this.#old?.shelved.facts(this.#old.number) ?? [];
    return [...old.filter(({ topic }) => !fresh.some((fact) => fact.topic === topic)), ...fresh];
  }

  /** Lets go of what is fresh and lies in `other`, which is the same file as it was kept just now. */
  become(other: KeptFile): void {
    if (other.source !== this.source) return;
    this.#old = other.#old;
    const left = this.#fresh.filter(({ topic, key, far }) => typeof far === 'object' || !other.#findOld(topic, key));
    this.#fresh = left.length > 0 ? left : nothingFresh;
  }

  #findOld(topic: string, key: string) {
    return this.#old?.shelved.find(this.#old.number, topic, key);
  }
}

/** A file of a drawer that was kept, by its number. */
interface Old {
  shelved: Shelved;
  number: number;
}

/** One for all files of which nothing was learned: most have none. */
const nothingFresh: readonly Fact[] = [];

/** Under which it is known where a file's own bytes lie. */
const sourceTopic = '';

/** Something that is known: as JSON where it is short. */
type Fact = { topic: string; key: string } & ({ json: string; far?: undefined } | { far: Far });

type Make<Value> = () => Value | undefined;

function openNear<Value>(json: string): { readonly value: Value } {
  return { get value() { return JSON.parse(json) as Value; } };
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

/** The drawer `number` of the folder `dir` by path; empty when it is damaged or of another version. */
export function readDrawer(dir: string, number: number, version: string): Map<string, KeptFile> {
  const opened = openShelved(fileOf(dir, number), digest(version));
  return new Map(opened?.paths.map((path, place) => [path, new KeptFile(path, opened.stamps[place]!, { shelved: opened.shelved, number: place })]));
}

/** Keeps a drawer. What was learned of its files since the last time takes as little memory from now on as what was read. */
export function writeDrawer(dir: string, number: number, version: string, kept: ReadonlyMap<string, KeptFile>): void {
  keepShelved(fileOf(dir, number), digest(version), Array.from(kept, ([path, file]) => ({ path, stamp: file.stamp, facts: file.facts() })));
  for (const [path, file] of readDrawer(dir, number, version)) kept.get(path)?.become(file);
}

/** What no heap would take is unknown to the next run. */
function keyOf(far: Far): string {
  return typeof far === 'string' ? far : nowhere;
}

/** In the place of a key. */
const nowhere = '';

function fileOf(dir: string, number: number): string {
  return join(dir, number.toString(16));
}
