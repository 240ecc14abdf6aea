/** Looking into the folder of a site. */
import { existsSync, readdirSync, realpathSync, type Dirent } from 'node:fs';
import { sep } from 'node:path';
import { compare } from './problem.ts';

/** What is in `dir`, by name; nothing where there is no such folder. */
export function list(dir: string): Dirent[] {
  return existsSync(dir) ? readdirSync(dir, { withFileTypes: true }).sort((a, b) => compare(a.name, b.name)) : [];
}

/** Whether the real file behind `path` stands outside `dir`, a real folder. */
export function leaves(dir: string, path: string): boolean {
  try {
    return !realpathSync.native(path).startsWith(dir + sep);
  } catch {
    return true;
  }
}
