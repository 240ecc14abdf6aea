/**
 * Changing `dist/` in one step: the new tree is written beside the old one and takes its name at the very end.
 * What is there is always a whole build: the old one or the new one.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A tree in the making. */
export interface Staging {
  /** Folder in which the tree stands until it is published. */
  readonly dir: string;
  /** Writes `content` at `path`, which starts with a slash. Two files at one path are an error. */
  write(path: string, content: string | Uint8Array | Iterable<string>): void;
  /** Copies the file `from` to `path`. */
  copy(path: string, from: string): void;
  /** Number of files so far. */
  readonly count: number;
  /** Makes the tree take the place of the old one. */
  publish(): void;
  /** Throws the tree away. */
  discard(): void;
}

/** Another build is writing to the same folder. */
export class BusyError extends Error {}

/** Opens a new tree that is to become `out`. Leftovers of killed builds are cleared; a running build makes it throw BusyError. */
export function openStaging(out: string): Staging {
  recover(out);
  const next = beside(out, 'next', process.pid);
  mkdirSync(next, { recursive: true });
  const made = new Set<string>([next]);
  const written = new Set<string>();
  const place = (path: string): string => {
    if (written.has(path)) throw new Error(`Two files want to be ${path}.`);
    written.add(path);
    const file = join(next, path);
    const dir = dirname(file);
    if (!made.has(dir)) {
      mkdirSync(dir, { recursive: true });
      made.add(dir);
    }
    return file;
  };
  return {
    dir: next,
    write: (path, content) => writeContent(place(path), content),
    copy: (path, from) => copyFileSync(from, place(path)),
    get count() {
      return written.size;
    },
    publish() {
      const old = beside(out, 'old', process.pid);
      if (existsSync(out)) renameSync(out, old);
      renameSync(next, out);
      sync(dirname(out));
      rmSync(old, { recursive: true, force: true });
    },
    discard: () => rmSync(next, { recursive: true, force: true }),
  };
}

function writeContent(file: string, content: string | Uint8Array | Iterable<string>): void {
  if (typeof content === 'string' || content instanceof Uint8Array) return writeFileSync(file, content);
  const handle = openSync(file, 'w');
  try {
    for (const piece of content) writeFileSync(handle, piece);
  } finally {
    closeSync(handle);
  }
}

/**
 * Puts right what a killed build left beside `out`: a half-written tree is deleted, and a tree that was moved
 * away a moment before the new one could take its place is moved back.
 */
function recover(out: string): void {
  const parent = dirname(out);
  mkdirSync(parent, { recursive: true });
  const pattern = new RegExp(`^\\.${RegExp.escape(basename(out))}\\.(next|old)-(\\d+)$`);
  for (const name of readdirSync(parent)) {
    const [, role, pid] = pattern.exec(name) ?? [];
    if (!role || !pid) continue;
    if (Number(pid) !== process.pid && isRunning(Number(pid))) throw new BusyError(out);
    const path = join(parent, name);
    if (role === 'old' && !existsSync(out)) renameSync(path, out);
    else rmSync(path, { recursive: true, force: true });
  }
}

function beside(out: string, role: 'next' | 'old', pid: number): string {
  return join(dirname(out), `.${basename(out)}.${role}-${pid}`);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function sync(dir: string): void {
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
