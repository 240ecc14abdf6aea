/** What a build puts beside the tree that it makes: among it the journal of a change, by which it can be gone through with later. */
import { closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import type { Words } from '#model/problem.ts';

/** Something failed when the tree was already being changed: the cause is what failed. */
export class UnfinishedError extends Error {
  /** How the tree stands since. */
  readonly state: Words;

  constructor(state: Words, cause: unknown) {
    super(state.en, { cause });
    this.state = state;
  }
}

/** What is still to be done to a tree. Each step can be done again without harm. */
export interface Journal {
  /** Where below the folder beside the tree they stand; missing where they fill it. */
  from?: string;
  /** Files that go from there into the tree. */
  moved: string[];
  /** Files that go away. */
  gone: string[];
}

/** Keeps `journal` beside `out` as that of this process, whole or not at all. */
export function keepJournal(out: string, journal: Journal): void {
  writeDurably(beside(out, 'journal', process.pid), JSON.stringify(journal));
}

/** Whether this process keeps one. */
export function hasJournal(out: string): boolean {
  return existsSync(beside(out, 'journal', process.pid));
}

/** Goes through with what the journal of process `pid` says. */
export function finish(out: string, pid: number): void {
  sayingAfter({ zh: `${out} 只改了一部分，下一次构建会接着改完`, en: `${out} is changed in part, and the next build goes through with it` }, () => follow(out, pid));
}

/** Does what the journal of process `pid` says, and then away with it. */
function follow(out: string, pid: number): void {
  const file = beside(out, 'journal', pid);
  const { from: folder = '', moved, gone } = JSON.parse(readFileSync(file, 'utf8')) as Journal;
  const next = join(beside(out, 'next', pid), folder);
  const made = new Set<string>([out]);
  // A file may stand where a folder has to be, and the other way round: what goes away goes first. When this is done again, what has come stands there.
  for (const path of gone) if (kindOf(join(out, path)) === 'file') rmSync(join(out, path));
  for (const above of new Set(gone.map(dirname))) removeEmpty(out, join(out, above));
  for (const path of moved) {
    const from = join(next, path);
    if (!existsSync(from)) continue; // moved before the other run was killed
    const to = join(out, path);
    makeFolder(dirname(to), made);
    if (kindOf(to) === 'folder') rmSync(to, { recursive: true });
    renameSync(from, to);
  }
  sync(out);
  rmSync(file);
}

/** Removes `folder` where it is empty, then those above it; what is not there any more was removed before the other run was killed. */
function removeEmpty(out: string, folder: string): void {
  for (let at = folder; at.startsWith(out + sep); at = dirname(at)) {
    const kind = kindOf(at);
    if (kind === 'file' || (kind === 'folder' && readdirSync(at).length > 0)) return;
    if (kind === 'folder') rmdirSync(at);
  }
}

function kindOf(path: string): 'file' | 'folder' | 'nothing' {
  try {
    return lstatSync(path).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return 'nothing';
    throw error;
  }
}

/** Does `act`. Where that fails, `state` is how the tree stands since. */
export function sayingAfter(state: Words, act: () => void): void {
  try {
    act();
  } catch (cause) {
    throw new UnfinishedError(state, cause);
  }
}

/** Whether a build was killed while it changed the tree `out`, so that the next one is to go through with it. */
export function isBeingChanged(out: string): boolean {
  return leftBeside(out).some(({ role, isHalf }) => role === 'journal' && !isHalf);
}

/** What a build put beside a tree. */
export interface Left {
  path: string;
  role: string;
  pid: number;
  /** It was still being written. */
  isHalf: boolean;
}

/** What builds that run or were killed put beside `out`. */
export function leftBeside(out: string): Left[] {
  const pattern = new RegExp(`^\\.${RegExp.escape(basename(out))}\\.(next|old|journal)-(\\d+)(\\.tmp)?$`);
  return readdirSync(dirname(out)).flatMap((name) => {
    const [, role, pid] = pattern.exec(name) ?? [];
    return role && pid ? [{ path: join(dirname(out), name), role, pid: Number(pid), isHalf: name.endsWith('.tmp') }] : [];
  });
}

/** Whether it belongs to another build that runs. A killed one may have had the number of this process, as in a container. */
export function isOfOther({ pid }: Left): boolean {
  return pid !== process.pid && isRunning(pid);
}

/** Where the process `pid` puts something beside `out`. */
export function beside(out: string, role: 'next' | 'old' | 'journal', pid: number): string {
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

/** Lets what was renamed in `dir` outlast a power cut. */
export function sync(dir: string): void {
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** A file that is there is there whole. */
function writeDurably(file: string, content: string): void {
  const aside = `${file}.tmp`;
  const handle = openSync(aside, 'w');
  try {
    writeFileSync(handle, content);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(aside, file);
  sync(dirname(file));
}

/** Makes the folder `dir`, unless it is one of those `made` already. */
export function makeFolder(dir: string, made: Set<string>): void {
  if (made.has(dir)) return;
  mkdirSync(dir, { recursive: true });
  made.add(dir);
}
