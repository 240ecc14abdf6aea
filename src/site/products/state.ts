/** What the last build into a folder made, and of what: kept beside the caches, so that the next one makes only what changed. */
import { statSync } from 'node:fs';
import { Names, Reads } from '#lib/names.ts';
import type { Proven } from '#proof/proven.ts';

export interface State {
  /** Which share of the entries was made, where it was not the whole site. */
  share?: { number: number; count: number } | undefined;
  /** What everything was made by and for: code, settings. Results of another version are made again. */
  version: string;
  /** Of facts and of pieces. */
  names: Names;
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
  pieces?: Pieces | undefined;
}

/** By what a file is known to be the one that was written. */
export function sizeAndTime(file: string): Pick<FileState, 'size' | 'mtime'> {
  const { size, mtimeMs } = statSync(file);
  return { size, mtime: mtimeMs };
}

/** Runs of bytes, three numbers each: of its name, its length in bytes, and the place of the list of the facts that it read. */
export type Pieces = Uint32Array<ArrayBuffer>;

/** In the place of a name, for what stands between pieces, and read nothing. */
export const between = 0xffffffff;

/** Nothing made yet by `version`. It may take over units of `before`, the state that came before it. */
export function openState(version: string, { names = new Names(), reads = new Reads() }: Partial<State> = {}): State {
  return { version, names, digests: [], reads, units: new Map(), files: new Map() };
}

/** What of `state` a build by `version` can take over: of another one, that its files are what they are. That has the version ''. */
export function pastOf(version: string, state: State): State {
  if (state.version === version || state.version === '') return state;
  return { ...openState(''), files: new Map(Array.from(state.files, ([path, file]) => [path, { ...file, pieces: undefined }])) };
}

/** Adds to `state` the units of another one of its version, without their files. Where the two do not agree about a fact, whatever read it is made again. */
export function addUnits(state: State, other: State): void {
  const add = takeReads(state, other);
  for (const [id, unit] of other.units) state.units.set(id, { ...unit, reads: add(unit.reads) });
}

/** Places of the lists of what a unit read, and of what the pieces of its files did. */
export function readsOf({ reads, files: paths }: UnitState, files: State['files']): number[] {
  const places = [reads];
  for (const path of paths) {
    const pieces = files.get(path)?.pieces;
    if (!pieces) continue;
    for (let at = 0; at < pieces.length; at += 3) if (pieces[at] !== between) places.push(pieces[at + 2]!);
  }
  return places;
}

/** `state`, anew where more than a third of its lists are of what is no more. */
export function tidyState(state: State): State {
  const { share, version, proven, names, reads, units, files } = state;
  let live = 0;
  for (const unit of units.values()) for (const place of readsOf(unit, files)) live += 1 + reads.sizeAt(place);
  if (2 * reads.numbers().length <= 3 * live) return state;
  const lean: State = { ...openState(version), share, proven };
  const add = takeReads(lean, state);
  const take = (value: number, at: number, pieces: Pieces) => {
    if (at % 3 === 0) return value === between ? between : rename(lean.names, names.at(value));
    return at % 3 === 1 || pieces[at - 2] === between ? value : add(value);
  };
  for (const [id, unit] of units) lean.units.set(id, { ...unit, reads: add(unit.reads) });
  for (const [path, file] of files) lean.files.set(path, { ...file, pieces: file.pieces?.map(take) });
  return lean;
}

/** Takes over what facts were in `other`. Gives what takes over the list at a place of it, and its new place. */
function takeReads({ names, digests, reads }: State, other: State): (place: number) => number {
  const numbers: number[] = [];
  other.digests.forEach((digest, fact) => {
    if (digest === undefined) return;
    const number = (numbers[fact] = rename(names, other.names.at(fact)));
    digests[number] = (digests[number] ?? digest) === digest ? digest : disputed;
  });
  return (place) => reads.add(other.reads.at(place).map((fact) => numbers[fact]!));
}

/** The number of a name among others. */
function rename(names: Names, [kind, subject]: [string, string]): number {
  return names.of(kind)(subject);
}

/** Whether those who made parts of `state` side by side found a fact to be different. */
export function isDisputed({ digests }: State): boolean {
  return digests.includes(disputed);
}

/** Of a fact that was not the same for all: no fact is ever like that, while one that there is none of any more is empty. */
const disputed = '\0';
