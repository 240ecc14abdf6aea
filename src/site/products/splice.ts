/** Files in pieces: what is made of the same things as in the last build is copied out of the old file, unread. */
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { startDigest } from '#lib/hash.ts';
import { Piece } from '#lib/piece.ts';
import type { PieceState } from './state.ts';

/** The file that the last build left. */
export interface OldFile {
  file: string;
  /** Bytes. */
  size: number;
  pieces: readonly PieceState[];
}

export interface Spliced {
  pieces: PieceState[];
  /** Digest of the file; missing when the old one is the very same. */
  hash: string | undefined;
}

/**
 * Writes `content` into the file that `create` gives, which is not called when the old file has the same bytes.
 * `print` makes a piece; `isSame` tells of an old one whether it would be made the same again.
 */
export function splice(content: Iterable<string | Piece>, old: OldFile | undefined, tools: {
  create(): string;
  /** The text of a piece and the place of what it read; undefined where that is nothing. */
  print(piece: Piece): { text: string; reads: number | undefined };
  isSame(piece: PieceState): boolean;
}): Spliced {
  const source = old && openSource(old);
  const known = new Map(old ? placesOf(old.pieces, old.size) : []);
  const pieces: PieceState[] = [];
  /** Where the new file is, as long as it is like the old one. */
  let at = 0;
  let target: Target | undefined;
  const add = (text: string): number => {
    const bytes = Buffer.from(text);
    if (!target && source?.has(at, bytes)) at += bytes.length;
    else (target ??= openTarget(tools.create(), source, at)).write(bytes);
    return bytes.length;
  };
  try {
    for (const part of content) {
      if (typeof part === 'string') {
        const length = add(part);
        pieces.push({ id: '', length, reads: 0 });
        continue;
      }
      const place = known.get(part.id);
      if (source && place && tools.isSame(place.piece)) {
        if (!target && place.start === at) at += place.piece.length;
        else (target ??= openTarget(tools.create(), source, at)).copy(place.start, place.piece.length);
        pieces.push(place.piece);
      } else {
        const { text, reads } = tools.print(part);
        pieces.push({ id: reads === undefined ? '' : part.id, length: add(text), reads: reads ?? 0 }); // what read nothing is made as fast as it is looked up
      }
    }
    if (!target && at !== (old?.size ?? -1)) target = openTarget(tools.create(), source, at);
    return { pieces: joinLiterals(pieces), hash: target?.close() };
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
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = () => {
    if (size > 0) append(Buffer.concat(waiting));
    [waiting, size] = [[], 0];
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
      waiting.push(bytes);
      size += bytes.length;
      if (size >= chunk) flush();
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

function* placesOf(pieces: readonly PieceState[], size: number): Generator<[string, { piece: PieceState; start: number }]> {
  let start = 0;
  for (const piece of pieces) {
    if (piece.id !== '' && start + piece.length <= size) yield [piece.id, { piece, start }];
    start += piece.length;
  }
}

function joinLiterals(pieces: readonly PieceState[]): PieceState[] {
  const joined: PieceState[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.id === '' && last?.id === '') joined[joined.length - 1] = { ...last, length: last.length + piece.length };
    else joined.push(piece);
  }
  return joined;
}
