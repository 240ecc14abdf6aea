/**
 * Large results kept between runs, by digest of what they were made from. They lie one after the other in a few files that are
 * never changed, each of which ends with an index: making ten thousand small files takes longer than making what they hold.
 * What is damaged is unknown, and so is what a killed process had not saved. A folder that cannot be written is no reason to fail.
 */
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { crc32 } from 'node:zlib';
import { startDigest } from './hash.ts';
import { HeapIndex, parseKey, type Extent } from './heap-index.ts';
import { borrow } from './scratch.ts';

export interface Heap {
  /** What is kept under `key`, where it is whole. */
  get(key: string): Buffer | undefined;
  /** The same as text. */
  text(key: string): string | undefined;
  /** Keeps `content`; gives false where that is not possible. */
  set(key: string, content: string | Uint8Array): boolean;
  /** Lets others find what was kept since the last time. When files are moved into one, what `isLive` refuses stays behind. */
  save(isLive?: (key: string) => boolean): void;
}

/** Where something lies in which open file. Its checksum stands before it. */
interface Place extends Extent {
  handle: number;
}

/** An open file with what lies in it. */
interface HeapFile {
  handle: number;
  index: HeapIndex;
}

/** How many files there may be before what they hold is moved into one. */
const mostFiles = 24;

/** The heap in the folder `dir`. */
export function openHeap(dir: string): Heap {
  let known: HeapFile[] | undefined;
  let target: Target | undefined;
  const files = () => (known ??= filesIn(dir).flatMap(openFile));
  const read = (key: string, take: (length: number) => Buffer) => {
    const fresh = target?.places.get(key);
    const place = fresh ?? placeIn(files(), key);
    return place && wholeOf(place, fresh ? target!.read(place, take(place.length)) : readAt(place, take(place.length)));
  };
  const set = (key: string, content: string | Uint8Array): boolean => {
    try {
      (target ??= openTarget(dir)).add(key, content);
      return true;
    } catch {
      return false;
    }
  };
  return {
    get: (key) => read(key, Buffer.allocUnsafe),
    text: (key) => read(key, borrow)?.toString(),
    set,
    save(isLive = () => true) {
      if (!target) return;
      const made = target;
      target = undefined;
      try {
        const old = filesIn(dir);
        const moved = old.length < mostFiles ? [] : moveTo(made, old, isLive);
        const file = made.close();
        if (known && moved.length === 0) known.push(file);
        else {
          closeAll([file, ...(known ?? [])]); // all are found when somebody asks
          known = undefined;
        }
        for (const gone of moved) rmSync(gone, { force: true });
        removeLeft(dir);
      } catch {
        return;
      }
    },
  };
}

/** What was kept last under `key`. */
function placeIn(files: readonly HeapFile[], key: string): Place | undefined {
  const parsed = parseKey(key);
  for (let number = files.length - 1; number >= 0; number -= 1) {
    const { handle, index } = files[number]!;
    const extent = index.find(parsed);
    if (extent) return { handle, ...extent };
  }
  return undefined;
}

/** Adds to `target` what `files` hold and `isLive` wants. Gives those that are no longer needed: the largest stays as long as half of it is wanted. */
function moveTo(target: Target, files: readonly string[], isLive: (key: string) => boolean): string[] {
  const opened = files.flatMap((file) => openFile(file).map((one) => ({ file, ...one })));
  const all = opened.map((one, number) => {
    const newer = opened.slice(number + 1);
    const extents = one.index.extents();
    return { ...one, size: extents.length, wanted: extents.filter(([key]) => isLive(key) && !target.places.has(key) && !placeIn(newer, key)) };
  });
  const [largest] = all.toSorted((a, b) => b.size - a.size);
  const staying = largest && 2 * largest.wanted.length >= largest.size ? largest : undefined;
  for (const { handle, wanted } of all.filter((one) => one !== staying)) {
    for (const [key, extent] of wanted) {
      const content = wholeOf(extent, readAt({ handle, ...extent }));
      if (content) target.add(key, content);
    }
  }
  closeAll(all);
  return files.filter((file) => file !== staying?.file);
}

function closeAll(files: Iterable<HeapFile>): void {
  for (const { handle } of files) closeSync(handle);
}

interface Target {
  places: Map<string, Place>;
  add(key: string, content: string | Uint8Array): void;
  /** The bytes of what was added, in `room`. */
  read(place: Place, room: Buffer): Buffer;
  /** Gives the file its index and its name. */
  close(): HeapFile;
}

/** Bytes that are written at once. */
const chunk = 1 << 20;

function openTarget(dir: string): Target {
  mkdirSync(dir, { recursive: true });
  const name = join(dir, `${(lastTime = Math.max(lastTime + 1, Date.now() * 1000)).toString(36)}-${process.pid}-${threadId}`);
  const handle = openSync(name + unfinished, 'wx+');
  const places = new Map<string, Place>();
  let [buffer, used, written] = [Buffer.allocUnsafe(chunk), 0, 0];
  const flush = () => {
    for (let done = 0; done < used; ) done += writeSync(handle, buffer, done, used - done, written + done);
    [written, used] = [written + used, 0];
  };
  /** The next `length` bytes. */
  const take = (length: number): Buffer => {
    if (used + length > buffer.length) flush();
    if (length > buffer.length) buffer = Buffer.allocUnsafe(length);
    return buffer.subarray(used, (used += length));
  };
  return {
    places,
    read(place, room) {
      if (place.start < written) return readAt(place, room);
      buffer.copy(room, 0, place.start - written);
      return room;
    },
    add(key, content) {
      const length = sumLength + Buffer.byteLength(content);
      const target = take(length);
      if (typeof content === 'string') target.write(content, sumLength);
      else target.set(content, sumLength);
      target.writeUInt32BE(crc32(target.subarray(sumLength)));
      places.set(key, { handle, start: written + used - length, length });
    },
    close() {
      const index = HeapIndex.of(places);
      for (const part of [index.bytes, Buffer.from(lastLine(index.bytes))]) take(part.length).set(part);
      flush();
      renameSync(name + unfinished, name + finished);
      return { handle, index };
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

/** The file at the path `file`, opened; none where it is not whole. */
function openFile(file: string): HeapFile[] {
  try {
    const handle = openSync(file, 'r');
    const index = indexAt(handle);
    if (!index) closeSync(handle);
    return index ? [{ handle, index }] : [];
  } catch {
    return [];
  }
}

/** The index at the end of a file that is whole. */
function indexAt(handle: number): HeapIndex | undefined {
  const end = fstatSync(handle).size - lineLength;
  if (end < 0) return undefined;
  const line = read(handle, end, lineLength).toString('latin1');
  const length = Number.parseInt(line.slice(digestLength), 16);
  if (!(length <= end)) return undefined;
  const index = read(handle, end - length, length, Buffer.allocUnsafeSlow(length));
  return line === lastLine(index) ? new HeapIndex(index) : undefined;
}

const digestLength = 32;
const lineLength = digestLength + 8;

/** Digest of the index and of its form, and its length. */
function lastLine(index: Uint8Array): string {
  const sum = startDigest();
  sum.add(form);
  sum.add(index);
  return sum.finish() + index.length.toString(16).padStart(8, '0');
}

/** Changes with the form of the index: bytes of another one can look like places, too. */
const form = Buffer.from('heap 2');

function readAt({ handle, start, length }: Place, room?: Buffer): Buffer {
  return read(handle, start, length, room);
}

/** What lies at `place`, where its `bytes` are all there and as they were. */
function wholeOf({ length }: Extent, bytes: Buffer): Buffer | undefined {
  const content = bytes.subarray(sumLength);
  return bytes.length === length && crc32(content) === bytes.readUInt32BE() ? content : undefined;
}

const sumLength = 4;

function read(handle: number, start: number, length: number, room: Buffer = Buffer.allocUnsafe(length)): Buffer {
  return room.subarray(0, readSync(handle, room, 0, length, start));
}

const day = 86_400_000;

/** Removes what killed processes left. */
function removeLeft(dir: string): void {
  for (const file of filesIn(dir, unfinished)) if (Date.now() - statSync(file).mtimeMs > day) rmSync(file, { force: true });
}
