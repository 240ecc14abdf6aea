/** What the last build into a folder made, and of what: kept beside the caches, so that the next one makes only what changed. */
import { readFileSync } from 'node:fs';
import { digest } from '#lib/hash.ts';
import { keepFile } from '#lib/kept-file.ts';

export interface State {
  /** Which share of the entries was made, where it was not the whole site. */
  share?: { number: number; count: number } | undefined;
  /** What everything was made by and for: code, settings. Results of another version are made again. */
  version: string;
  /** Digests of all facts that some unit read, by name. */
  facts: Map<string, string>;
  units: Map<string, UnitState>;
  files: Map<string, FileState>;
  /** Digests of what was proven of each address; empty where nothing was. */
  proven: ReadonlyMap<string, string>;
}

export interface UnitState {
  key: string;
  /** Names of the facts that it read. */
  reads: readonly string[];
  /** Paths of its files. */
  files: readonly string[];
}

export interface FileState {
  /** Digest of its content. */
  hash: string;
  /** Bytes. */
  size: number;
  /** Milliseconds since 1970, with what the file system has below them. */
  mtime: number;
  /** What it consists of, in its order, for files that are written in pieces. */
  pieces?: readonly PieceState[] | undefined;
}

/** A run of bytes of a file. */
export interface PieceState {
  /** Empty for what stands between pieces. */
  id: string;
  /** Bytes. */
  length: number;
  /** Names of the facts that it read. */
  reads: readonly string[];
}

/** Nothing made yet. */
export function emptyState(version: string): State {
  return { version, facts: new Map(), units: new Map(), files: new Map(), proven: new Map() };
}

/** The state in `file`; empty where there is none that is whole. */
export function readState(file: string): State {
  try {
    const text = readFileSync(file).toString();
    const payload = text.slice(33);
    if (text.slice(0, 33) !== `${digest(payload)}\n`) return emptyState('');
    const { share, version, names, digests, units, files, proven } = JSON.parse(payload) as Stored;
    const named = (numbers: readonly number[]) => numbers.map((index) => names[index]!);
    return {
      share,
      version,
      proven: new Map(proven),
      facts: new Map(names.map((name, index) => [name, digests[index]!])),
      units: new Map(units.map(([id, key, reads, paths]) => [id, { key, reads: named(reads), files: paths }])),
      files: new Map(files.map(([path, hash, size, mtime, pieces]) => [path, { hash, size, mtime, pieces: pieces?.map(([id, length, reads]) => ({ id, length, reads: named(reads) })) }])),
    };
  } catch {
    return emptyState('');
  }
}

/** Keeps `state` in `file`. */
export function writeState(file: string, { share, version, facts, units, files, proven }: State): void {
  const names = [...facts.keys()];
  const indexes = new Map(names.map((name, index) => [name, index]));
  const numbered = (reads: readonly string[]) => reads.map((name) => indexes.get(name)!);
  const payload = JSON.stringify({
    share,
    version,
    proven: [...proven],
    names,
    digests: [...facts.values()],
    units: Array.from(units, ([id, { key, reads, files: paths }]) => [id, key, numbered(reads), paths]),
    files: Array.from(files, ([path, { hash, size, mtime, pieces }]) => (pieces ? [path, hash, size, mtime, pieces.map(({ id, length, reads }) => [id, length, numbered(reads)])] : [path, hash, size, mtime])),
  } satisfies Stored);
  keepFile(file, `${digest(payload)}\n${payload}`);
}

/** On disk facts have a number, so that a name that ten thousand units read stands there once. */
interface Stored {
  share?: State['share'];
  proven: [address: string, digest: string][];
  version: string;
  names: string[];
  digests: string[];
  units: [id: string, key: string, reads: number[], files: readonly string[]][];
  files: [path: string, hash: string, size: number, mtime: number, pieces?: [id: string, length: number, reads: number[]][]][];
}
