/** Files in pieces: what is made of the same things as in the last build is copied out of the old file, unread. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { startDigest } from '#lib/hash.ts';
import { Numbers } from '#lib/numbers.ts';
import { once } from '#lib/once.ts';
import { Piece } from '#lib/piece.ts';
import { utf8Of } from '#lib/scratch.ts';
import { between, type Pieces } from './state.ts';

/** The file that the last build left. */
export interface OldFile {
  file: string;
  /** Bytes. */
  size: number;
  pieces: Pieces;
}

export interface Spliced {
  pieces: Pieces;
  /** Digest of the file; missing when the old one is the very same. */
  hash: string | undefined;
}

/**
 * Writes `content` into the file that `create` gives, which is not called when the old file has the same bytes.
 * `print` makes a piece; `isSame` tells of what an old one read whether it would be made the same again.
 */
export function splice(content: Iterable<string | Piece>, old: OldFile | undefined, tools: {
  create(): string;
  /** The text of a piece and the place of what it read; undefined where that is nothing. */
  print(piece: Piece): { text: string; reads: number | undefined };
  isSame(reads: number): boolean;
  /** Stands for the list and the id of a piece. */
  numberOf(piece: Piece): number;
}): Spliced {
  const source = old && openSource(old);
  const find = old && makeFinder(old);
  const pieces = new Numbers();
  /** Where the new file is, as long as it is like the old one. */
  let at = 0;
  let target: Target | undefined;
  const add = (text: string): number => {
    const bytes = utf8Of(text);
    if (!target && source?.has(at, bytes)) at += bytes.length;
    else (target ??= openTarget(tools.create(), source, at)).write(bytes);
    return bytes.length;
  };
  try {
    for (const part of content) {
      if (typeof part === 'string') {
        addLiteral(pieces, add(part));
        continue;
      }
      const number = tools.numberOf(part);
      const place = find?.(number);
      if (source && place && tools.isSame(place.reads)) {
        const { start, length, reads } = place;
        if (!target && start === at) at += length;
        else (target ??= openTarget(tools.create(), source, at)).copy(start, length);
        pieces.push(number, length, reads);
      } else {
        const { text, reads } = tools.print(part);
        const length = add(text);
        if (reads === undefined) addLiteral(pieces, length); // it is made as fast as it is looked up
        else pieces.push(number, length, reads);
      }
    }
    if (!target && at !== (old?.size ?? -1)) target = openTarget(tools.create(), source, at);
    return { pieces: pieces.array().slice(), hash: target?.close() };
  } finally {
    source?.close();
  }
}

interface Source {
  /** Whether `bytes` stand at `offset`. */
  has(offset: number, bytes: Buffer): boolean;
  /** Calls `take` with `length` bytes from `offset` on, some at a time. */
  read(offset: number, length: number, take: (bytes: Buffer) => void): void;
  close(): void;
}

const chunk = 1 << 20;

function openSource({ file }: OldFile): Source {
  const handle = openSync(file, 'r');
  const buffer = Buffer.allocUnsafe(chunk);
  /** What was read last to compare with: most of what is asked for stands side by side. */
  let [seen, from] = [Buffer.alloc(0), 0];
  const read = (offset: number, length: number, take: (bytes: Buffer) => void) => {
    for (let done = 0; done < length; ) {
      const count = readSync(handle, buffer, 0, Math.min(chunk, length - done), offset + done);
      if (count === 0) throw new Error(`${file} is shorter than it was a moment ago.`);
      take(buffer.subarray(0, count));
      done += count;
    }
  };
  return {
    has(offset, bytes) {
      if (offset < from || offset + bytes.length > from + seen.length) {
        const window = Buffer.allocUnsafe(Math.max(bytes.length, 1 << 16));
        [seen, from] = [window.subarray(0, readSync(handle, window, 0, window.length, offset)), offset];
      }
      const start = offset - from;
      return start + bytes.length <= seen.length && seen.compare(bytes, 0, bytes.length, start, start + bytes.length) === 0;
    },
    read,
    close: () => closeSync(handle),
  };
}

interface Target {
  /** Takes `bytes`, which may be others afterwards. */
  write(bytes: Buffer): void;
  copy(offset: number, length: number): void;
  /** Digest of everything that was written. */
  close(): string;
}

/** A new file that begins with the first `begun` bytes of `source`. What is copied in one run is read in one run. */
function openTarget(file: string, source: Source | undefined, begun: number): Target {
  const handle = openSync(file, 'w');
  const hash = startDigest();
  const append = (bytes: Buffer) => {
    hash.add(bytes);
    for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
  };
  const waiting = Buffer.allocUnsafe(chunk);
  let size = 0;
  const flush = () => {
    append(waiting.subarray(0, size));
    size = 0;
  };
  let run = { start: 0, length: begun };
  const flushRun = () => {
    flush();
    if (run.length > 0) source!.read(run.start, run.length, append);
    run = { start: 0, length: 0 };
  };
  return {
    write(bytes) {
      if (run.length > 0) flushRun();
      if (size + bytes.length > chunk) flush();
      if (bytes.length > chunk) return append(bytes);
      waiting.set(bytes, size);
      size += bytes.length;
    },
    copy(start, length) {
      if (run.length > 0 && run.start + run.length === start) run.length += length;
      else {
        flushRun();
        run = { start, length };
      }
    },
    close() {
      flushRun();
      closeSync(handle);
      return hash.finish();
    },
  };
}

interface Place {
  /** In bytes, like its length. */
  start: number;
  length: number;
  reads: number;
}

/** Makes the function that finds a piece of a file by its number. Nearly all are asked for in the order in which they stand there, so the rest is looked through only for one that stands elsewhere. */
function makeFinder({ pieces, size }: OldFile): (number: number) => Place | undefined {
  let [at, start] = [0, 0];
  const pass = () => {
    start += pieces[at + 1]!;
    at += 3;
  };
  const places = once(() => {
    const found = new Map<number, [at: number, start: number]>();
    for (let [place, offset] = [0, 0]; place < pieces.length; place += 3) {
      if (pieces[place] !== between) found.set(pieces[place]!, [place, offset]);
      offset += pieces[place + 1]!;
    }
    return found;
  });
  return (number) => {
    while (pieces[at] === between) pass();
    if (pieces[at] !== number) {
      const elsewhere = places().get(number);
      if (!elsewhere) return undefined;
      [at, start] = elsewhere;
    }
    const place: Place = { start, length: pieces[at + 1]!, reads: pieces[at + 2]! };
    pass();
    return place.start + place.length <= size ? place : undefined;
  };
}

/** Adds what stands between pieces, with what of it stands there already. */
function addLiteral(pieces: Numbers, length: number): void {
  const last = pieces.length - 3;
  if (last >= 0 && pieces.at(last) === between) pieces.set(last + 1, pieces.at(last + 1) + length);
  else pieces.push(between, length, 0);
}
