/** Files that are kept for the next run: losing one costs time and nothing else. */
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Writes `content`, whole or in parts, to `file` in one step, so that nobody reads half of it. A folder that cannot be written is no reason to fail. */
export function keepFile(file: string, content: string | Uint8Array | readonly Uint8Array[]): void {
  const aside = `${file}.${process.pid}-${threadId}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    const [first = '', ...rest] = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
    writeFileSync(aside, first);
    for (const part of rest) appendFileSync(aside, part);
    renameSync(aside, file);
  } catch {
    removeLeft(aside);
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
