/**
 * What was learned of files, kept between runs: a file whose stamp is still the same is not even read. Its bytes are kept
 * with it, since a few large files are read much faster than a thousand small ones, and so that what was learned and the
 * bytes are of one moment. Whatever is damaged counts as unknown.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareOf } from './hash.ts';
import { openHeap } from './heap.ts';
import { once } from './once.ts';
import { KeptFile, makeStore, readDrawer, writeDrawer, type Store } from './drawer.ts';
import { stampOf, statsOf } from './stamp.ts';

export interface Shelf {
  /** The file at `path`, or undefined where there is none. */
  take(path: string): Leaf | undefined;
  /** Whether nothing is known of any file. */
  isEmpty(): boolean;
  /** Writes what is new and forgets files that nobody took. A folder that cannot be written is no reason to fail. */
  save(): void;
}

/** One file. */
export interface Leaf {
  /** In bytes. */
  readonly size: number;
  /** Its content, read when first asked for. */
  readonly bytes: Buffer;
  /**
   * What `make` gives, made anew only when the file or `key` has changed. It must survive JSON. Undefined is not kept.
   */
  keep<Value>(topic: string, key: string, make: () => Value | undefined): Fact<Value> | undefined;
}

/** Something that was learned. */
export interface Fact<Value> {
  /** Read each time that it is asked for: whoever needs it again holds it. */
  readonly value: Value;
}

interface Drawer {
  kept: Map<string, KeptFile>;
  taken: Set<string>;
  isNew: boolean;
}

/** Files in which what is known is kept. */
export const drawerCount = 16;
const drawerNumbers = Array.from({ length: drawerCount }, (_, number) => number);

/**
 * The shelf in the folder `dir`; what was kept under another `version` is unknown. Without a folder it lasts as long as the process.
 * `now` gives the milliseconds since 1970, as files are stamped with.
 */
export function openShelf(dir?: string, version = '', now: () => number = Date.now): Shelf {
  const drawers = new Map<number, Drawer>();
  const heap = dir === undefined ? undefined : openHeap(join(dir, 'long'));
  const store = makeStore(heap);
  const readKept = (number: number): Map<string, KeptFile> => (dir === undefined ? new Map() : readDrawer(dir, number, version));
  const openDrawer = (number: number): Drawer => {
    let drawer = drawers.get(number);
    if (!drawer) drawers.set(number, (drawer = { kept: readKept(number), taken: new Set(), isNew: false }));
    return drawer;
  };
  // Who learns one share of the files opens no other's drawers: what those know of is needed all the same.
  const keptInAll = () => drawerNumbers.values().flatMap((number) => (drawers.get(number)?.kept ?? readKept(number)).values());
  return {
    take(path) {
      const stats = statsOf(path);
      return stats?.isFile() ? new KeptLeaf(path, stats.size, stampOf(stats, now()), openDrawer(drawerOf(path)), store) : undefined;
    },
    isEmpty: () => drawerNumbers.every((number) => openDrawer(number).kept.size === 0),
    save() {
      for (const [number, drawer] of drawers) {
        for (const path of drawer.kept.keys()) if (!drawer.taken.has(path)) drawer.kept.delete(path);
        if (drawer.isNew && dir !== undefined) writeDrawer(dir, number, version, drawer.kept);
        drawer.isNew = false;
      }
      const live = once(() => new Set(keptInAll().flatMap((file) => file.facts().flatMap(({ isFar, bytes }) => (isFar ? bytes.toString() : [])))));
      heap?.save((key) => live().has(key));
    },
  };
}

/** A shelf that keeps nothing, for whoever wants to see files soon: keeping what is learned takes as long as learning it. */
export const bareShelf: Shelf = {
  take(path) {
    const stats = statsOf(path);
    return stats?.isFile() ? { size: stats.size, get bytes() { return readFileSync(path); }, keep: makeOnly } : undefined;
  },
  isEmpty: () => true,
  save: () => undefined,
};

function makeOnly<Value>(_topic: string, _key: string, make: () => Value | undefined): Fact<Value> | undefined {
  const value = make();
  return value === undefined ? undefined : { value };
}

/** Number of the drawer that keeps what is known of the file at `path`. */
export function drawerOf(path: string): number {
  return shareOf(path, drawerCount);
}

/** A file that is kept, of which little is in memory: there is one for each entry. */
class KeptLeaf implements Leaf {
  readonly size: number;
  readonly #drawer: Drawer;
  readonly #store: Store;
  /** Where it lies and the stamp that it had, until somebody asks for something of it. */
  #file: { path: string; stamp: string } | KeptFile;

  constructor(path: string, size: number, stamp: string, drawer: Drawer, store: Store) {
    this.size = size;
    this.#file = { path, stamp };
    this.#drawer = drawer;
    this.#store = store;
  }

  get bytes(): Buffer {
    const { path, source } = this.#open();
    return this.#store.get(source) ?? readFileSync(path);
  }

  readonly keep = <Value>(topic: string, key: string, make: () => Value | undefined): Fact<Value> | undefined => {
    const file = this.#open();
    const known = file.find<Value>(topic, key, this.#store, make);
    if (known) return known;
    const value = make();
    if (value === undefined) return undefined;
    this.#drawer.isNew = true;
    return file.learn<Value>(topic, key, JSON.stringify(value), this.#store, make); // `value` itself may hold on to the whole text that it was cut from
  };

  #open(): KeptFile {
    const file = this.#file instanceof KeptFile ? this.#file : openKept(this.#file.path, this.#file.stamp, this.#drawer, this.#store);
    this.#file = file;
    return file;
  }
}

function openKept(path: string, stamp: string, drawer: Drawer, store: Store): KeptFile {
  drawer.taken.add(path);
  const known = drawer.kept.get(path);
  if (known && stamp !== '' && known.stamp === stamp) return known;
  const bytes = readFileSync(path);
  const kept = known && store.get(known.source)?.equals(bytes) ? known : new KeptFile(path, stamp, { source: store.put(bytes) });
  if (kept !== known || kept.stamp !== stamp) drawer.isNew = true;
  kept.stamp = stamp;
  drawer.kept.set(path, kept);
  return kept;
}
