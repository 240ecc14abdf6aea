/** Changing several files of a folder together: all of them, or none. */
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Paths are relative to the folder. */
export interface Changes {
  /** Files and folders that take another name, first of all. */
  move?: readonly (readonly [from: string, to: string])[];
  /** Whole texts by file. */
  write: ReadonlyMap<string, string>;
}

/** Makes `changes` in `dir`. When one of them fails, those before it are taken back and the failure is thrown. */
export function applyChanges(dir: string, { move = [], write }: Changes): void {
  const undo: (() => void)[] = [];
  const scraps: string[] = [];
  const scrap = (path: string, role: string) => {
    const name = join(dirname(path), `.${basename(path)}.${role}-${process.pid}`);
    scraps.push(name);
    return name;
  };
  try {
    for (const [from, to] of move) {
      if (existsSync(join(dir, to))) throw new Error(`${to} exists.`);
      makeFolder(dirname(join(dir, to)), undo);
      renameSync(join(dir, from), join(dir, to));
      undo.push(() => renameSync(join(dir, to), join(dir, from)));
    }
    // What takes room on the disk happens beside the files, before any of them changes.
    const staged = Array.from(write, ([file, text]) => {
      const path = join(dir, file);
      makeFolder(dirname(path), undo);
      const next = scrap(path, 'next');
      writeFileSync(next, text);
      if (!existsSync(path)) return { path, next, old: undefined };
      const old = scrap(path, 'old');
      copyFileSync(path, old);
      chmodSync(next, statSync(path).mode);
      return { path, next, old };
    });
    for (const { path, next, old } of staged) {
      renameSync(next, path);
      undo.push(() => (old ? renameSync(old, path) : rmSync(path)));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    for (const path of scraps) rmSync(path, { force: true });
  }
}

function makeFolder(path: string, undo: (() => void)[]): void {
  const made = mkdirSync(path, { recursive: true });
  if (made) undo.push(() => rmSync(made, { recursive: true, force: true }));
}
