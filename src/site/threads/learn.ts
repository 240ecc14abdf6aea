/**
 * A content folder of which nothing is known is read in shares first, by processes that find out what rests on single
 * files and keep it, so that the load that follows knows it all. What a share lacks of the others shows in nothing that is
 * kept. A process takes one share after the other, none of which is large, and gives all its memory back when it ends:
 * a thread would leave most of what it took to the process.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { kinds, pages } from '#kinds/index.ts';
import { listTree } from '#lib/list-tree.ts';
import { drawerCount, drawerOf, openShelf, type Shelf } from '#lib/shelf.ts';
import { makeLexicon } from '#markup/terms/lexicon.ts';
import { readContent } from '#model/read.ts';
import { readSite, type LoadOptions } from '../load.ts';
import { openMemory, type Memory } from '../memory.ts';
import { youngArguments } from '../room.ts';
import { countThreads } from './threads.ts';

/** What a process is to learn: plain data. */
export interface Lesson {
  options: LoadOptions;
  /** How many shares there are. */
  shares: number;
}

/** Entries of a share, at most, where there are enough drawers. */
const mostInShare = 8000;

/** The memory of a content folder. Where it would be empty and that pays, it knows what rests on single files. `budget` and `cores` are those of {@link countThreads}. */
export async function openLearned(options: LoadOptions, budget?: number, cores?: number): Promise<Memory> {
  const memory = openMemory(options.contentDir);
  if (!memory.files.isEmpty()) return memory;
  const entries = countFiles(options.contentDir);
  const rounds = Math.max(1, Math.ceil(entries / mostInShare));
  const count = 1 + countThreads(Math.ceil(entries / rounds), budget, cores);
  if (count * rounds === 1) return memory;
  await learnAll({ options, shares: Math.min(drawerCount, 2 ** Math.ceil(Math.log2(Math.max(count, rounds)))) }, count);
  return openMemory(options.contentDir);
}

/** Lets `count` processes learn all shares. What one of them could not learn, the load finds out, or the fault in it. */
async function learnAll(lesson: Lesson, count: number): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: count }, () => new Promise<void>((resolve) => {
    const learner = fork(fileURLToPath(new URL('./learner.ts', import.meta.url)), [JSON.stringify(lesson)], { execArgv: youngArguments, stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const give = () => {
      if (next < lesson.shares) learner.send(next++, () => undefined);
      else if (learner.connected) learner.disconnect();
    };
    learner.on('message', give).once('error', () => resolve()).once('exit', () => resolve());
    give();
  })));
}

/** Gives what learns a share of the files, by its number from 0. */
export function openLesson({ options, shares }: Lesson): (share: number) => void {
  // Terms of all shares become links, and code is shown in entries of any.
  const lexicon = options.checkOnly ? undefined : makeLexicon(readContent(options.contentDir, kinds.filter(({ term }) => term), pages).entries);
  return (share) => {
    const memory = openMemory(options.contentDir);
    const { files } = memory;
    const others = openShelf();
    const own: Shelf = {
      ...files,
      take: (path) => (drawerOf(path) % shares === share ? files.take(path) : path.endsWith('.mdx') ? undefined : others.take(path)),
    };
    readSite(options, { files: own, get forms() { return memory.forms; }, keep: (_, make) => make(), save: memory.save }, lexicon).learn();
  };
}

/** How many entries and pages there are, at a glance. */
export function countFiles(dir: string): number {
  return listTree(dir).files.filter((path) => path.endsWith('.mdx')).length;
}
