/** Making units: those that are as they were in the last build stay, the others are made and written where they differ. */
import { createHash, type Hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { trace } from '#lib/trace.ts';
import type { TracedEdition } from '#markup/traced.ts';
import type { Staging } from '../publish.ts';
import { emptyState, type FileState, type State } from './state.ts';
import type { ProductFile, Unit } from './unit.ts';

export interface Maker {
  /** Makes `unit`, unless it would be as it is. */
  make(unit: Unit): Promise<void>;
  /** What was made or stayed so far. */
  readonly state: State;
  /** Paths of the files that stay as they are in the old tree. */
  readonly kept: ReadonlySet<string>;
  /** How many units were made. */
  readonly made: number;
}

/** A maker for `edition`. `before` is what the last build left in the folder `out`, which may have been changed since. */
export function openMaker(edition: TracedEdition, version: string, before: State, out: string, staging: Staging): Maker {
  const state = emptyState(version);
  const kept = new Set<string>();
  const intact = new Map<string, boolean>();
  let made = 0;

  const factOf = (name: string): string => {
    let fact = state.facts.get(name);
    if (fact === undefined) state.facts.set(name, (fact = edition.fact(name)));
    return fact;
  };
  const isIntact = (path: string): boolean => {
    let is = intact.get(path);
    if (is === undefined) intact.set(path, (is = isAsWritten(join(out, path), before.files.get(path))));
    return is;
  };
  const add = (path: string, file: FileState): void => {
    if (state.files.has(path)) throw new Error(`Two files want to be ${path}.`);
    state.files.set(path, file);
  };
  const keep = (path: string): void => {
    kept.add(path);
    add(path, before.files.get(path)!);
  };
  const isSame = (path: string, hash: string) => before.files.get(path)?.hash === hash && isIntact(path);
  const put = (file: ProductFile): void => {
    const { path } = file;
    const content = 'from' in file ? readFileSync(file.from) : file.content;
    const isWhole = typeof content === 'string' || content instanceof Uint8Array;
    if (isWhole && isSame(path, digest(content))) return keep(path);
    const hash = createHash('sha256');
    staging.write(path, hashed(isWhole ? [content] : content, hash));
    const made = hash.digest('hex').slice(0, 32);
    if (!isWhole && isSame(path, made)) {
      staging.remove(path);
      return keep(path);
    }
    const { size, mtimeMs } = statSync(join(staging.dir, path));
    add(path, { hash: made, size, mtime: mtimeMs });
  };

  return {
    state,
    kept,
    get made() {
      return made;
    },
    async make(unit) {
      const known = before.version === version ? before.units.get(unit.id) : undefined;
      const key = unit.key ?? '';
      if (known && known.key === key && known.files.every(isIntact) && known.reads.every((name) => factOf(name) === before.facts.get(name))) {
        known.files.forEach(keep);
        state.units.set(unit.id, known);
        return;
      }
      made += 1;
      const paths: string[] = [];
      const { reads } = await trace(async () => {
        for await (const file of await unit.files()) {
          paths.push(file.path);
          put(file);
        }
      });
      for (const name of reads) factOf(name);
      state.units.set(unit.id, { key, reads: [...reads], files: paths });
    },
  };
}

function isAsWritten(file: string, written: FileState | undefined): boolean {
  if (!written) return false;
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && found.isFile() && found.size === written.size && found.mtimeMs === written.mtime;
}

/** `pieces`, all of which go through `hash` on their way. */
function* hashed(pieces: Iterable<string | Uint8Array>, hash: Hash): Generator<string | Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}
