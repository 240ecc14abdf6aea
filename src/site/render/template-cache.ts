/** Compiled templates on disk, kept under a digest of what they were made from. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listTree } from '#lib/list-tree.ts';
import type { Shell } from './shell.ts';
import { digestFiles } from './template-key.ts';

/** Compiled templates on disk. Plain data: workers get it as it is. */
export interface Templates {
  /** Digest of all of it: pages of equal templates and equal props are equal. */
  seal: string;
  /** Folder of `templates.mjs`, `runtime.mjs` and `slots.mjs`. */
  server: string;
  /** Folder of the assets. */
  client: string;
  /** Stylesheets and scripts to be copied from `client` into `dist/`: `_astro/index.Bx2.css`. */
  assets: string[];
  shell: Shell;
}

/** Sites of two languages, each at the top of a host and below a path. */
const mostKept = 4;
const hour = 3_600_000;

/** The entry called `key`, or undefined when there is none or any byte of it is not what was written. */
export function readEntry(cacheDir: string, key: string): Templates | undefined {
  const folder = join(cacheDir, key);
  try {
    const { seal } = JSON.parse(readFileSync(join(folder, 'seal.json'), 'utf8'));
    const files = listFiles(folder);
    if (seal !== digestFiles(folder, files)) return;
    utimesSync(folder, new Date(), new Date()); // so that pruning knows what is in use
    return {
      seal,
      server: join(folder, 'server'),
      client: join(folder, 'client'),
      assets: files.filter((file) => file.startsWith('client/')).map((file) => file.slice('client/'.length)),
      shell: JSON.parse(readFileSync(join(folder, 'shell.json'), 'utf8')),
    };
  } catch {
    return; // absent or broken: either way it is made anew
  }
}

/** A fresh folder beside the entries, for `keepEntry`. */
export function makeAside(cacheDir: string): string {
  mkdirSync(cacheDir, { recursive: true });
  return mkdtempSync(join(cacheDir, 'aside-'));
}

/** Seals the folder, moves it to its key, and deletes entries and leavings that nobody needs. */
export function keepEntry(cacheDir: string, key: string, aside: string): void {
  rmSync(join(aside, 'astro'), { recursive: true, force: true });
  writeFileSync(join(aside, 'seal.json'), JSON.stringify({ seal: digestFiles(aside, listFiles(aside)) }));
  // Another process may have come first; its entry is as good unless it is the broken one we replace.
  if (!readEntry(cacheDir, key)) {
    rmSync(join(cacheDir, key), { recursive: true, force: true });
    renameSync(aside, join(cacheDir, key));
  }
  rmSync(aside, { recursive: true, force: true });
  prune(cacheDir, key);
}

function prune(cacheDir: string, key: string): void {
  const folders = readdirSync(cacheDir)
    .map((name) => ({ name, time: statSync(join(cacheDir, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  const entries = folders.filter(({ name }) => name !== key && !name.startsWith('aside-')).slice(mostKept - 1);
  const left = folders.filter(({ name, time }) => name.startsWith('aside-') && Date.now() - time > hour);
  for (const { name } of [...entries, ...left]) rmSync(join(cacheDir, name), { recursive: true, force: true });
}

function listFiles(folder: string): string[] {
  return listTree(folder).files.map((path) => path.slice(1)).filter((path) => path !== 'seal.json').sort();
}
