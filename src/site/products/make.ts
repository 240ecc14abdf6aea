/** Making units: those that are as they were in the last build stay, the others are made and written where they differ. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import type { Piece } from '#lib/piece.ts';
import { utf8Of } from '#lib/scratch.ts';
import { note, trace, traceNow } from '#lib/trace.ts';
import type { TracedEdition } from '#markup/traced.ts';
import { TakenError, type StagingFolder } from '../publish.ts';
import { splice } from './splice.ts';
import { addUnits, openState, readsOf, sizeAndTime, type FileState, type State, type UnitState } from './state.ts';
import type { ProductFile, Unit } from './unit.ts';

export interface Maker {
  /** Makes `unit`, unless it would be as it is. */
  make(unit: Unit): Promise<void>;
  /** The text of a file that was made or stayed, where there is one. Whoever asks has read what its unit has. */
  text(path: string): string | undefined;
  /** Paths of the files of the unit `id`, which was made or stayed. Whoever asks has read what it has. */
  filesOf(id: string): readonly string[];
  /** Takes over what the maker of another thread has made: its state, and its files that stay. */
  take(state: State, kept: Iterable<string>): void;
  /** Whether the file at `path` of the old tree is there as the last build wrote it. */
  isIntact(path: string): boolean;
  /** What was made or stayed so far. */
  readonly state: State;
  /** Paths of the files that stay as they are in the old tree. */
  readonly kept: ReadonlySet<string>;
}

/** A maker for `edition`. `before` is what counts for `version` of what the last build left in the tree of `staging`, which may have been changed since; `edition` notes what is read as facts of it. */
export function openMaker(edition: TracedEdition, version: string, before: State, staging: StagingFolder): Maker {
  const { out } = staging;
  const state = openState(version, before);
  const { digests, reads, names } = state;
  const kept = new Set<string>();
  const makers = new Map<string, UnitState>();
  const same: boolean[] = [];

  const factOf = (number: number): string => (digests[number] ??= keptFact(number) ?? edition.fact(number));
  const isSameFact = (number: number): boolean => (same[number] ??= factOf(number) === before.digests[number]);
  const keptFact = (number: number): string | undefined => {
    const basis = edition.basis(number);
    return basis !== undefined && isSameFact(basis) ? before.digests[number] : undefined;
  };
  const addReads = (some: ReadonlySet<number>): number => {
    some.forEach(factOf);
    return reads.add(some);
  };
  const noteReads = (unit: UnitState): void => {
    for (const place of readsOf(unit, state.files)) reads.at(place).forEach(note);
  };
  const isSame = (place: number) => reads.every(place, isSameFact);
  const isIntact = (path: string): boolean => {
    const written = before.files.get(path);
    return written !== undefined && staging.old().has(path, written);
  };
  const add = (path: string, file: FileState): void => {
    if (state.files.has(path)) throw new TakenError(path);
    state.files.set(path, file);
  };
  const finish = (id: string, unit: UnitState): void => {
    state.units.set(id, unit);
    for (const path of unit.files) makers.set(path, unit);
  };
  const keep = (path: string): void => {
    kept.add(path);
    add(path, before.files.get(path)!);
  };
  const put = (file: ProductFile): void => {
    const { path } = file;
    if ('again' in file && isIntact(path)) return keep(path);
    const given = 'from' in file ? readFileSync(file.from) : 'again' in file ? file.again() : file.content;
    const content = typeof given === 'string' ? utf8Of(given) : given;
    if (!(content instanceof Uint8Array)) return putPieces(path, content);
    const hash = digest(content);
    const known = before.files.get(path);
    if (known?.hash === hash && isIntact(path)) return keep(path);
    staging.write(path, content);
    add(path, { hash, ...sizeAndTime(join(staging.dir, path)) });
  };
  const putPieces = (path: string, content: Iterable<string | Piece>): void => {
    const known = before.files.get(path);
    const old = known && isIntact(path) ? { file: join(out, path), size: known.size, pieces: known.pieces ?? new Uint32Array() } : undefined;
    const { pieces, hash } = splice(content, old, {
      create: () => staging.place(path),
      isSame,
      numberOf: ({ list, id }) => names.of(`piece ${list}`)(id),
      print(piece) {
        const { value: text, reads: some } = traceNow(piece.print);
        return { text, reads: some.size > 0 ? addReads(some) : undefined };
      },
    });
    if (hash === undefined) {
      kept.add(path);
      return add(path, { ...known!, pieces });
    }
    add(path, { hash, ...sizeAndTime(join(staging.dir, path)), pieces });
  };

  return {
    state,
    kept,
    isIntact,
    take(made, unchanged) {
      addUnits(state, made);
      for (const id of made.units.keys()) finish(id, state.units.get(id)!);
      for (const [path, file] of made.files) add(path, file);
      for (const path of unchanged) kept.add(path);
    },
    async make(unit) {
      const known = before.units.get(unit.id);
      const key = unit.key ?? '';
      if (known && known.key === key && known.files.every(isIntact) && readsOf(known, before.files).every(isSame)) {
        known.files.forEach(keep);
        return finish(unit.id, known);
      }
      const paths: string[] = [];
      const { reads: some } = await trace(async () => {
        for await (const file of unit.files()) {
          paths.push(file.path);
          put(file);
        }
      });
      finish(unit.id, { key, reads: addReads(some), files: paths });
    },
    filesOf(id) {
      const unit = state.units.get(id)!;
      noteReads(unit);
      return unit.files;
    },
    text(path) {
      const maker = makers.get(path);
      if (maker) noteReads(maker);
      return maker && readFileSync(join(kept.has(path) ? out : staging.dir, path), 'utf8');
    },
  };
}
