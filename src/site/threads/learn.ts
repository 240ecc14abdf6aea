/**
 * A content folder of which nothing is known is read in shares first, by threads that find out what rests on single files
 * and keep it, so that the load that follows knows it all. What a share lacks of the others shows in nothing that is kept.
 * A thread takes one share after the other, none of which is large: what learning needs does not grow with the site, and
 * goes with the threads.
 */
import { readdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { kinds, pages } from '#kinds/index.ts';
import { openShelf, shardCount, shardOf, type Shelf } from '#lib/shelf.ts';
import { makeLexicon } from '#markup/terms/lexicon.ts';
import { readContent } from '#model/read.ts';
import { readSite, type LoadOptions } from '../load.ts';
import { openMemory, type Memory } from '../memory.ts';
import { youngGeneration } from '../room.ts';
import { countThreads } from './threads.ts';

/** What a thread is to learn: plain data. */
export interface Lesson {
  options: LoadOptions;
  /** How many shares there are. */
  shares: number;
  /** How many of them somebody has taken. */
  taken: Int32Array<SharedArrayBuffer>;
}

/** Entries of a share, at most, where there are enough shards. */
const mostInShare = 8000;

/** The memory of a content folder. Where it would be empty and that pays, it knows what rests on single files. `budget` and `cores` are those of {@link countThreads}. */
export async function openLearned(options: LoadOptions, budget?: number, cores?: number): Promise<Memory> {
  const memory = openMemory(options.contentDir);
  if (!memory.files.isEmpty()) return memory;
  const entries = countFiles(options.contentDir);
  const rounds = Math.ceil(entries / mostInShare);
  const count = 1 + countThreads(Math.ceil(entries / rounds), budget, cores);
  if (count * rounds === 1) return memory;
  const lesson: Lesson = { options, shares: Math.min(shardCount, 2 ** Math.ceil(Math.log2(Math.max(count, rounds)))), taken: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
  const learners = Array.from({ length: count }, () => new Worker(new URL('./learner.ts', import.meta.url), { workerData: lesson, resourceLimits: youngGeneration }));
  // What a thread could not learn, the load finds out, or the fault in it.
  await Promise.all(learners.map((learner) => new Promise<void>((resolve) => learner.once('error', () => resolve()).once('exit', () => resolve()))));
  return openMemory(options.contentDir);
}

/** Learns one share of the files after the other, as long as there are some left. */
export function learnShares({ options, shares, taken }: Lesson): void {
  // Terms of all shares become links, and code is shown in entries of any.
  const lexicon = options.checkOnly ? undefined : makeLexicon(readContent(options.contentDir, kinds.filter(({ term }) => term), pages).entries);
  for (let share = Atomics.add(taken, 0, 1); share < shares; share = Atomics.add(taken, 0, 1)) {
    const memory = openMemory(options.contentDir);
    const { files } = memory;
    const others = openShelf();
    const own: Shelf = {
      ...files,
      take: (path) => (shardOf(path) % shares === share ? files.take(path) : path.endsWith('.mdx') ? undefined : others.take(path)),
    };
    readSite(options, { files: own, get forms() { return memory.forms; }, keep: (_, make) => make(), save: memory.save }, lexicon).learn();
  }
}

/** How many entries and pages there are, at a glance. */
export function countFiles(dir: string): number {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.mdx')).length;
}
