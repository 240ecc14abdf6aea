/** What the last build into a folder made, and of what: kept beside the caches, so that the next one makes only what changed. */
import { Facts, Reads } from '#lib/facts.ts';
import type { Proven } from '#proof/proven.ts';

export interface State {
  /** Which share of the entries was made, where it was not the whole site. */
  share?: { number: number; count: number } | undefined;
  /** What everything was made by and for: code, settings. Results of another version are made again. */
  version: string;
  facts: Facts;
  /** What facts were, by number; missing where nobody asked for one. */
  digests: (string | undefined)[];
  reads: Reads;
  units: Map<string, UnitState>;
  files: Map<string, FileState>;
  /** What was proven of the files; missing where nothing was. */
  proven?: Proven | undefined;
}

export interface UnitState {
  key: string;
  /** Place of the list of the facts that it read, but those that pieces of its files did. */
  reads: number;
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
  /** Place of the list of the facts that it read; without an id, nothing. */
  reads: number;
}

/** Nothing made yet by `version`. It may take over units of `before`, the state that came before it. */
export function openState(version: string, before?: State): State {
  return { version, facts: before?.facts ?? new Facts(), digests: [], reads: before?.reads ?? new Reads(), units: new Map(), files: new Map() };
}

/** Adds to `state` the units of another one of its version, without their files. Where the two do not agree about a fact, whatever read it is made again. */
export function addUnits({ facts, digests, reads, units }: State, other: Pick<State, 'facts' | 'digests' | 'reads' | 'units'>): void {
  const numbers = other.digests.map((digest, fact) => {
    const [kind, subject] = other.facts.name(fact);
    const number = facts.of(kind)(subject);
    if (digest !== undefined) digests[number] = (digests[number] ?? digest) === digest ? digest : disputed;
    return number;
  });
  for (const [id, unit] of other.units) units.set(id, { ...unit, reads: reads.add(other.reads.at(unit.reads).map((fact) => numbers[fact]!)) });
}

/** Of a fact that was not the same for all: no fact is ever like that, while one that there is none of any more is empty. */
const disputed = '\0';
