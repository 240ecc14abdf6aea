/**
 * Changing `dist/` as one: what is new is written into a folder beside it, and nothing of the old tree is touched
 * before all of it is there. A tree that is new as a whole then takes the old one's place in one step. Where much of the
 * old tree stays, the changes are made file by file, by a journal that a later run goes through when this one is killed.
 */
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { listTree } from '#lib/list-tree.ts';
import { Refusal } from '#model/refusal.ts';
import { beside, finish, hasJournal, isOfOther, keepJournal, leftBeside, makeFolder, sayingAfter, sync } from './journal.ts';
import { lookAt, lookAside, type OldTree } from './old-tree.ts';

/** Where the files of a tree in the making are written. */
export interface StagingFolder {
  /** Folder of the files that are new or changed. */
  readonly dir: string;
  /** Folder of the tree. */
  readonly out: string;
  /** The files that stand in it now, looked for once. */
  old(): OldTree;
  /** Writes `content` at `path`, which starts with a slash. Two files at one path are an error. */
  write(path: string, content: string | Uint8Array): void;
  /** The absolute path at which the caller is to write the file for `path`. */
  place(path: string): string;
}

/** A tree in the making. */
export interface Staging extends StagingFolder {
  /** Looks for what stands in the folder of the tree while the caller does other things, so that {@link StagingFolder.old} need not. */
  look(): Promise<void>;
  /** Makes the tree be what was written and `kept`, paths of files that stay as they are. */
  publish(kept?: ReadonlySet<string>): void;
  /** Throws everything away that was written. */
  discard(): void;
}

/** Two files of one tree want to be the one at `path`. */
export class TakenError extends Error {
  readonly path: string;

  constructor(path: string) {
    super(`Two files want to be ${path}.`);
    this.path = path;
  }
}

/** Opens a tree that is to become `out`. What killed builds left is put right; Throws Refusal while another build runs, and where `out` is a disk of its own. */
export function openStaging(out: string): Staging {
  if (existsSync(out) && statSync(out).dev !== statSync(dirname(out)).dev) throw onDisk(out);
  recover(out);
  const next = beside(out, 'next', process.pid);
  mkdirSync(next, { recursive: true });
  // Looked for once more: of two builds that begin in the same moment, one at least sees the other.
  if (leftBeside(out).some(isOfOther)) {
    rmSync(next, { recursive: true, force: true });
    throw busy(out);
  }
  let seen: OldTree | undefined;
  const folder = stageIn(next, out, () => (seen ??= lookAt(out)));
  return {
    ...folder,
    async look() {
      seen = await lookAside(out);
    },
    publish(kept = new Set()) {
      if (kept.size === 0) return replaceTree(out, next);
      statSync(out); // where somebody deleted it meanwhile, what is to stay is gone: better no site than a part of one
      changeTree(out, next, kept, folder.old().paths());
      rmSync(next, { recursive: true, force: true });
    },
    discard() {
      try {
        if (!hasJournal(out)) rmSync(next, { recursive: true, force: true }); // else the next build takes from it what is not in its place yet
      } catch {
        return; // the next build removes it: what failed before is what there is to say
      }
    },
  };
}

function busy(out: string): Refusal {
  return new Refusal(`另一次构建正在写 ${out}。等它结束，或用 --out 给这一次另一个文件夹。`, `Another build is writing to ${out} right now. Wait until it ends, or give this one another --out.`);
}

/** Such as a volume of a container: nothing can take its place, nor come into it, by rename. */
function onDisk(out: string): Refusal {
  return new Refusal(
    `${out} 自己是一块磁盘或一个卷，而网站要靠改名才能就位。写它里面的一个文件夹，例如 --out ${out}/site。`,
    `${out} is a disk or a volume of its own, and a site comes to its place by rename. Name a folder in it, such as --out ${out}/site.`,
  );
}

/** Writes into the folder `dir` of a tree that is to become `out`, in which `old` stands now. */
export function stageIn(dir: string, out: string, old: () => OldTree): StagingFolder {
  const made = new Set<string>([dir]);
  const written = new Set<string>();
  const place = (path: string): string => {
    if (written.has(path)) throw new TakenError(path);
    written.add(path);
    const file = join(dir, path);
    makeFolder(dirname(file), made);
    return file;
  };
  return { dir, out, old, place, write: (path, content) => writeFileSync(place(path), content) };
}

/** Puts the tree in `next`, a folder of an open staging of `out` or that itself, in the place of `out`. */
export function replaceTree(out: string, next: string): void {
  const old = beside(out, 'old', process.pid);
  try {
    if (existsSync(out)) renameSync(out, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    return changeTree(out, next, new Set(), listTree(out).files); // a folder of a container's image: https://docs.kernel.org/filesystems/overlayfs.html#renaming-directories
  }
  try {
    renameSync(next, out);
  } catch (error) {
    if (existsSync(old)) sayingAfter({ zh: `${out} 暂时不在了，下一次构建会把它放回来`, en: `${out} is away until the next build brings it back` }, () => renameSync(old, out));
    throw error;
  }
  sayingAfter({ zh: `${out} 已经是新的网站，${old} 是旧的剩下的`, en: `${out} is the new site, and ${old} is left of the one before` }, () => {
    sync(dirname(out));
    rmSync(old, { recursive: true, force: true });
  });
}

/** Makes the tree in `out` be the files in `next`, as in {@link replaceTree}, and those of its `old` ones that are `kept`. */
function changeTree(out: string, next: string, kept: ReadonlySet<string>, old: Iterable<string>): void {
  const written = new Set(listTree(next).files); // threads have written there too
  const gone = Iterator.from(old).filter((path) => !kept.has(path) && !written.has(path)).toArray();
  if (written.size + gone.length === 0) return;
  const from = relative(beside(out, 'next', process.pid), next);
  keepJournal(out, { ...(from ? { from } : {}), moved: [...written], gone });
  finish(out, process.pid);
}

/**
 * Puts right what a killed build left beside `out`: changes that had begun are made to the end, a tree that was only
 * in the making is deleted, and a tree that was moved away a moment before the new one came is moved back.
 */
function recover(out: string): void {
  mkdirSync(dirname(out), { recursive: true });
  const left = leftBeside(out);
  if (left.some(isOfOther)) throw busy(out);
  // Of a tree that somebody deleted since, there is nothing to go through with.
  if (existsSync(out)) for (const { role, pid, isHalf } of left) if (role === 'journal' && !isHalf) finish(out, pid);
  for (const { path, role } of left) {
    if (role === 'old' && !existsSync(out)) renameSync(path, out);
    else rmSync(path, { recursive: true, force: true });
  }
}

