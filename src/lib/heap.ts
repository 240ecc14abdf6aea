/**
 * Large results kept between runs, by digest of what they were made from. They lie one after the other in a few files that are
 * never changed, each of which ends with an index: making ten thousand small files takes longer than making what they hold.
 * What is damaged is unknown, and so is what a killed process had not saved. A folder that cannot be written is no reason to fail.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { digest } from './hash.ts';

export interface Heap {
  /** What is kept under `key`, where it is whole. */
  get(key: string): Buffer | undefined;
  set(key: string, content: Uint8Array): void;
  /** Lets others find what was kept since the last time. */
  save(): void;
}

/** Where something lies: in which open file, from which byte on, in how many bytes. A digest stands before it. */
interface Place {
  handle: number;
  start: number;
  length: number;
}

type Index = [key: string, start: number, length: number][];

/** How many files there may be before what they hold is moved into one. */
const mostFiles = 24;

/** The heap in the folder `dir`. */
export function openHeap(dir: string): Heap {
  let known: Map<string, Place> | undefined;
  let target: Target | undefined;
  const places = () => (known ??= new Map(filesIn(dir).flatMap(readIndex)));
  const get = (key: string) => {
    const place = target?.places.get(key) ?? places().get(key);
    return place && readWhole(place);
  };
  const set = (key: string, content: Uint8Array): void => {
    try {
      (target ??= openTarget(dir)).add(key, content);
    } catch {
      return;
    }
  };
  return {
    get,
    set,
    save() {
      if (!target) return;
      const old = filesIn(dir);
      const isFull = old.length >= mostFiles;
      if (isFull) {
        const all = new Map(old.flatMap(readIndex));
        for (const [key, place] of all) {
          const content = target.places.has(key) ? undefined : readWhole(place);
          if (content) set(key, content);
        }
        for (const handle of new Set(Array.from([...all.values(), ...(known?.values() ?? [])], (place) => place.handle))) closeSync(handle);
        known = new Map();
      }
      try {
        target.close();
        if (isFull) for (const file of old) rmSync(file, { force: true });
        removeLeft(dir);
      } catch {
        return;
      } finally {
        known = new Map([...places(), ...target.places]);
        target = undefined;
      }
    },
  };
}

interface Target {
  places: Map<string, Place>;
  add(key: string, content: Uint8Array): void;
  /** Gives the file its index and its name. */
  close(): void;
}

function openTarget(dir: string): Target {
  mkdirSync(dir, { recursive: true });
  const name = join(dir, `${(lastTime = Math.max(lastTime + 1, Date.now() * 1000)).toString(36)}-${process.pid}-${threadId}`);
  const handle = openSync(name + unfinished, 'wx+');
  const places = new Map<string, Place>();
  let size = 0;
  const write = (bytes: Buffer) => {
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done, bytes.length - done, size + done);
    size += bytes.length;
  };
  return {
    places,
    add(key, content) {
      const start = size;
      write(Buffer.concat([Buffer.from(digest(content)), content]));
      places.set(key, { handle, start, length: size - start });
    },
    close() {
      const index = Buffer.from(JSON.stringify(Array.from(places, ([key, { start, length }]): Index[number] => [key, start, length])));
      write(Buffer.concat([index, Buffer.from(lastLine(index))]));
      renameSync(name + unfinished, name + finished);
    },
  };
}

/** Microseconds, no two the same: files are told apart and ordered by it. */
let lastTime = 0;

const [finished, unfinished] = ['.heap', '.tmp'];

/** The files of the folder, the oldest first. */
function filesIn(dir: string, ending = finished): string[] {
  try {
    return readdirSync(dir).filter((name) => name.endsWith(ending)).sort().map((name) => join(dir, name));
  } catch {
    return [];
  }
}

function readIndex(file: string): [string, Place][] {
  try {
    const handle = openSync(file, 'r');
    const end = fstatSync(handle).size - lineLength;
    const line = read(handle, end, lineLength).toString('latin1');
    const length = Number.parseInt(line.slice(digestLength), 16);
    const index = read(handle, end - length, length);
    return line === lastLine(index) ? (JSON.parse(index.toString()) as Index).map(([key, start, bytes]) => [key, { handle, start, length: bytes }]) : [];
  } catch {
    return [];
  }
}

const digestLength = 32;
const lineLength = digestLength + 8;

/** Digest of the index, and its length. */
function lastLine(index: Uint8Array): string {
  return digest(index) + index.length.toString(16).padStart(8, '0');
}

function readWhole({ handle, start, length }: Place): Buffer | undefined {
  const bytes = read(handle, start, length);
  const content = bytes.subarray(digestLength);
  return bytes.length === length && bytes.toString('latin1', 0, digestLength) === digest(content) ? content : undefined;
}

function read(handle: number, start: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, start));
}

const day = 86_400_000;

/** Removes what killed processes left. */
function removeLeft(dir: string): void {
  for (const file of filesIn(dir, unfinished)) if (Date.now() - statSync(file).mtimeMs > day) rmSync(file, { force: true });
}
