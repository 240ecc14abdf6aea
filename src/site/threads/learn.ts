/**
 * A content folder of which nothing is known is read in shares first: each thread finds out what rests on its files alone
 * and keeps it, so that the load that follows knows it all. What a share lacks of the others shows in nothing that is kept.
 */
import { readdirSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { kinds, pages } from '#kinds/index.ts';
import { openShelf, shardOf, type Shelf } from '#lib/shelf.ts';
import { makeLexicon } from '#markup/terms/lexicon.ts';
import { readContent } from '#model/read.ts';
import { readSite, type LoadOptions } from '../load.ts';
import { openMemory, type Memory } from '../memory.ts';
import { youngGeneration } from '../room.ts';
import { countThreads } from './threads.ts';

/** What a thread is to learn: plain data. */
export interface Lesson {
  options: LoadOptions;
  /** Number of the share, from 0, of `count`. */
  share: number;
  count: number;
}

/** The memory of a content folder. Where it would be empty and that pays, it knows what rests on single files. `budget` and `cores` are those of {@link countThreads}. */
export async function openLearned(options: LoadOptions, budget?: number, cores?: number): Promise<Memory> {
  const memory = openMemory(options.contentDir);
  if (!memory.files.isEmpty()) return memory;
  const count = 1 + countThreads(countFiles(options.contentDir), budget, cores);
  if (count === 1) return memory;
  const others = Array.from({ length: count - 1 }, (_, index) => new Worker(new URL('./learner.ts', import.meta.url), { workerData: { options, share: index + 1, count } satisfies Lesson, resourceLimits: youngGeneration }));
  // What a thread could not learn, the load finds out, or the fault in it.
  const ended = others.map((worker) => new Promise<void>((resolve) => worker.once('error', () => resolve()).once('exit', () => resolve())));
  learnShare({ options, share: 0, count });
  await Promise.all(ended);
  return openMemory(options.contentDir);
}

/** Learns one share of the files. */
export function learnShare({ options, share, count }: Lesson): void {
  const memory = openMemory(options.contentDir);
  const { files } = memory;
  // Terms of all shares become links, and code is shown in entries of any.
  const lexicon = options.checkOnly ? undefined : makeLexicon(readContent(options.contentDir, kinds.filter(({ term }) => term), pages).entries);
  const others = openShelf();
  const own: Shelf = {
    ...files,
    take: (path) => (shardOf(path) % count === share ? files.take(path) : path.endsWith('.mdx') ? undefined : others.take(path)),
  };
  readSite(options, { files: own, get forms() { return memory.forms; }, keep: (_, make) => make(), save: memory.save }, lexicon).learn();
}

/** How many entries and pages there are, at a glance. */
export function countFiles(dir: string): number {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.mdx')).length;
}
