/** A state as strings and numbers: to keep it in a file, and to hand it to another thread. */
import { digest } from '#lib/hash.ts';
import { printData, recallData } from '#lib/kept-data.ts';
import { keepFile } from '#lib/kept-file.ts';
import { Names, Reads, type PackedNames } from '#lib/names.ts';
import { bytesOf, Numbers, numbersIn } from '#lib/numbers.ts';
import { Strings } from '#lib/strings.ts';
import { openState, tidyState, type State } from './state.ts';

type Array32 = Uint32Array<ArrayBuffer>;

export interface PackedState {
  data: Pick<State, 'share' | 'version' | 'proven'> & Omit<PackedNames, 'pairs'> & {
    /** Of each fact; nothing where nobody asked for it. */
    digests: readonly (string | null | undefined)[];
    units: readonly string[];
    /** Of units, by number. */
    keys: readonly string[];
    paths: readonly string[];
    hashes: readonly string[];
  };
  parts: [pairs: Array32, reads: Array32, units: Array32, files: Array32, times: Array32, pieces: Array32];
}

/** `state` as it is. */
export function packState({ share, version, proven, digests, ...state }: State): PackedState {
  const { pairs, ...names } = state.names.packed();
  const [keys, paths] = [new Strings(), new Strings([...state.files.keys()])];
  const [units, files, all] = [new Numbers(), new Numbers(), new Numbers()];
  for (const { key, reads, files: own } of state.units.values()) {
    units.push(keys.numberOf(key), reads, own.length);
    for (const path of own) units.push(paths.numberOf(path));
  }
  for (const { size, pieces } of state.files.values()) {
    files.push(size, pieces ? pieces.length + 1 : 0);
    if (pieces) all.append(pieces);
  }
  const times = new Uint32Array(Float64Array.from(state.files.values(), ({ mtime }) => mtime).buffer);
  return {
    data: { share, version, proven, ...names, digests, units: [...state.units.keys()], keys: keys.list, paths: paths.list, hashes: Array.from(state.files.values(), ({ hash }) => hash) },
    parts: [pairs, state.reads.numbers(), units.array(), files.array(), times, all.array()],
  };
}

/** The state that was packed, apart from what its parts lie in, which may be large: only the lists of reads hold on to that, until one is added. */
export function unpackState({ data, parts: [pairs, reads, units, files, times, all] }: PackedState): State {
  const { share, version, proven, kinds, subjects, paths } = data;
  const state: State = { ...openState(version, { names: new Names({ kinds, subjects, pairs: pairs.slice() }), reads: new Reads(reads) }), share, proven, digests: data.digests.map((fact) => fact ?? undefined) };
  let at = 0;
  for (const id of data.units) {
    const [key, place, count] = [units[at]!, units[at + 1]!, units[at + 2]!];
    state.units.set(id, { key: data.keys[key]!, reads: place, files: Array.from(units.subarray(at + 3, (at += 3 + count)), (path) => paths[path]!) });
  }
  const [mtimes, pieces] = [new Float64Array(times.slice().buffer), all.slice()];
  let start = 0;
  paths.forEach((path, number) => {
    const [size, count] = [files[2 * number]!, files[2 * number + 1]!];
    state.files.set(path, { hash: data.hashes[number]!, size, mtime: mtimes[number]!, ...(count > 0 ? { pieces: pieces.subarray(start, (start += count - 1)) } : {}) });
  });
  return state;
}

/** Changes with the form of what is packed. */
const form = digest('state 3');

/** The state in `file`; empty where there is none that is whole. */
export function readState(file: string): State {
  const kept = recallData<PackedState['data']>(file, form);
  return kept ? unpackState({ data: kept.data, parts: kept.parts.map(numbersIn) as PackedState['parts'] }) : openState('');
}

/** Keeps `state` in `file`. */
export function writeState(file: string, state: State): void {
  keepFile(file, printState(state));
}

/** The file of `state`, piece by piece. */
export function printState(state: State): Iterable<Uint8Array> {
  const { data, parts } = packState(tidyState(state));
  return printData(form, { data, parts: parts.map(bytesOf) });
}
