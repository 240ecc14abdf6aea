/** A state as strings and numbers: to keep it in a file, and to hand it to another thread. */
import { Facts, Reads } from '#lib/facts.ts';
import { digest } from '#lib/hash.ts';
import { keepData, recallData } from '#lib/kept-data.ts';
import { Numbers } from '#lib/numbers.ts';
import { Strings } from '#lib/strings.ts';
import { openState, type FileState, type PieceState, type State } from './state.ts';

type Array32 = Uint32Array<ArrayBuffer>;

export interface PackedState {
  data: Pick<State, 'share' | 'version' | 'proven'> & {
    strings: string[];
    /** Of each fact; null where nobody asked for it. */
    digests: (string | null)[];
  };
  /** Strings stand in all of these by their numbers. */
  parts: [facts: Array32, reads: Array32, units: Array32, files: Array32, times: Array32];
}

/** `state`, without facts that nobody read. */
export function packState({ share, version, proven, ...state }: State): PackedState {
  const strings = new Strings();
  const [facts, lists, units, files] = [new Numbers(), new Numbers(), new Numbers(), new Numbers()];
  const digests: (string | null)[] = [];
  const numbers: number[] = [];
  const addFact = (fact: number): number => {
    for (const name of state.facts.name(fact)) facts.push(strings.numberOf(name));
    return digests.push(state.digests[fact] ?? null) - 1;
  };
  const reads = new Reads(lists);
  const addReads = (place: number) => reads.add(state.reads.at(place).map((fact) => (numbers[fact] ??= addFact(fact))));
  for (const [id, unit] of state.units) {
    units.push(strings.numberOf(id), strings.numberOf(unit.key), addReads(unit.reads), unit.files.length);
    for (const path of unit.files) units.push(strings.numberOf(path));
  }
  for (const [path, { hash, size, pieces }] of state.files) {
    files.push(strings.numberOf(path), strings.numberOf(hash), size, pieces ? pieces.length + 1 : 0);
    for (const piece of pieces ?? []) files.push(strings.numberOf(piece.id), piece.length, piece.id === '' ? 0 : addReads(piece.reads));
  }
  const times = new Uint32Array(Float64Array.from(state.files.values(), ({ mtime }) => mtime).buffer);
  return { data: { share, version, proven, strings: strings.list, digests }, parts: [facts.array(), lists.array(), units.array(), files.array(), times] };
}

/** The state that was packed. */
export function unpackState({ data: { strings, digests, ...rest }, parts: [names, lists, units, files, times] }: PackedState): State {
  const text = (number: number) => strings[number]!;
  const facts = new Facts();
  for (let at = 0; at < names.length; at += 2) facts.of(text(names[at]!))(text(names[at + 1]!));
  const state: State = { ...rest, facts, digests: digests.map((fact) => fact ?? undefined), reads: new Reads(new Numbers(lists)), units: new Map(), files: new Map() };
  for (let at = 0; at < units.length; ) {
    const [id, key, reads, count] = units.subarray(at, (at += 4)) as Iterable<number> as [number, number, number, number];
    state.units.set(text(id), { key: text(key), reads, files: Array.from(units.subarray(at, (at += count)), text) });
  }
  const mtimes = new Float64Array(times.slice().buffer);
  for (let [at, index] = [0, 0]; at < files.length; index += 1) {
    const [path, hash, size, count] = files.subarray(at, (at += 4)) as Iterable<number> as [number, number, number, number];
    const file: FileState = { hash: text(hash), size, mtime: mtimes[index]! };
    if (count > 0) file.pieces = Array.from({ length: count - 1 }, (): PieceState => ({ id: text(files[at++]!), length: files[at++]!, reads: files[at++]! }));
    state.files.set(text(path), file);
  }
  return state;
}

/** Changes with the form of what is packed. */
const form = digest('state 1');

/** The state in `file`; empty where there is none that is whole. */
export function readState(file: string): State {
  const kept = recallData<PackedState['data']>(file, form);
  return kept ? unpackState({ data: kept.data, parts: kept.parts.map(({ buffer, byteOffset, length }) => new Uint32Array(buffer, byteOffset, length / 4)) as PackedState['parts'] }) : openState('');
}

/** Keeps `state` in `file`. */
export function writeState(file: string, state: State): void {
  const { data, parts } = packState(state);
  keepData(file, form, { data, parts: parts.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)) });
}
