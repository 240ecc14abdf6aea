/** What the last build into a folder made, and of what: kept beside the caches, so that the next one makes only what changed. */
import { readFileSync } from 'node:fs';
import { digest } from '#lib/hash.ts';
import { keepFile } from '#lib/kept-file.ts';
import type { Proven } from '#proof/proven.ts';

export interface State {
  /** Which share of the entries was made, where it was not the whole site. */
  share?: { number: number; count: number } | undefined;
  /** What everything was made by and for: code, settings. Results of another version are made again. */
  version: string;
  facts: Facts;
  units: Map<string, UnitState>;
  files: Map<string, FileState>;
  /** What was proven of the files; missing where nothing was. */
  proven?: Proven | undefined;
}

/** What was read. Each fact has a number, which it keeps from build to build, so that looking ten thousand units through needs no names. */
export interface Facts {
  readonly names: string[];
  /** By number; missing where nobody asked for the fact. */
  readonly digests: (string | null)[];
  numberOf(name: string): number;
}

export interface UnitState {
  key: string;
  /** Numbers of the facts that it read. */
  reads: readonly number[];
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
  /** Numbers of the facts that it read. */
  reads: readonly number[];
}

/** What a share of the units came to, as plain data. */
export interface Made extends Pick<Facts, 'names' | 'digests'>, Pick<State, 'units' | 'files'> {
  /** Paths of the files that stay as they are in the old tree. */
  kept: ReadonlySet<string>;
}

/** Adds to `state` the units of another one of its version, without their files. Where the two do not agree about a fact, whatever read it is made again. */
export function addUnits({ facts: { digests, numberOf }, units }: State, other: Pick<Made, 'names' | 'digests' | 'units'>): void {
  const numbers = other.names.map((name, index) => {
    const [number, fact] = [numberOf(name), other.digests[index] ?? null];
    if (fact !== null) digests[number] = (digests[number] ?? fact) === fact ? fact : '';
    return number;
  });
  for (const [id, unit] of other.units) units.set(id, { ...unit, reads: unit.reads.map((index) => numbers[index]!) });
}

/** Nothing made yet. */
export function emptyState(version: string, names: readonly string[] = []): State {
  return { version, facts: makeFacts([...names]), units: new Map(), files: new Map() };
}

/** The state in `file`; empty where there is none that is whole. */
export function readState(file: string): State {
  try {
    const bytes = readFileSync(file);
    const payload = bytes.subarray(lineLength);
    if (bytes.toString('latin1', 0, lineLength) !== `${digest(payload)}\n`) return emptyState('');
    const { names, digests, units, files, ...state } = JSON.parse(payload.toString()) as Stored;
    return { ...state, facts: makeFacts(names, digests), units: new Map(units), files: new Map(files) };
  } catch {
    return emptyState('');
  }
}

/** Keeps `state` in `file`. */
export function writeState(file: string, { share, version, facts: { names, digests }, units, files, proven }: State): void {
  const payload = Buffer.from(JSON.stringify({ share, version, names, digests, units: [...units], files: [...files], proven } satisfies Stored));
  keepFile(file, Buffer.concat([Buffer.from(`${digest(payload)}\n`), payload]));
}

const lineLength = 33;

interface Stored extends Pick<State, 'share' | 'version' | 'proven'>, Pick<Facts, 'names' | 'digests'> {
  units: [id: string, unit: UnitState][];
  files: [path: string, file: FileState][];
}

function makeFacts(names: string[], digests: (string | null)[] = names.map(() => null)): Facts {
  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    names,
    digests,
    numberOf(name) {
      let number = numbers.get(name);
      if (number === undefined) {
        numbers.set(name, (number = names.length));
        names.push(name);
        digests.push(null);
      }
      return number;
    },
  };
}
