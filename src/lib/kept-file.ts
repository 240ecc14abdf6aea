/** Files that are kept for the next run: losing one costs time and nothing else. */
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Writes `content`, whole or piece by piece, to `file` in one step, so that nobody reads half of it. A folder that cannot be written is no reason to fail. */
export function keepFile(file: string, content: string | Iterable<Uint8Array>): void {
  const aside = `${file}.${process.pid}-${threadId}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const handle = openSync(aside, 'w');
    try {
      for (const piece of typeof content === 'string' ? [content] : content) writeFileSync(handle, piece);
    } finally {
      closeSync(handle);
    }
    renameSync(aside, file);
  } catch (error) {
    removeLeft(aside);
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error; // what would have been written is at fault
  }
}

/** What cannot be removed is left for a later run. */
function removeLeft(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    return;
  }
}
