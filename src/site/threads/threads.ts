/** Threads that make pages and twins, while the main one checks the site, makes the outputs that speak of all of it and then helps; after that all of them read the files back. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Picture } from '#markup/print/picture.ts';
import type { Findings } from '#proof/reading.ts';
import type { LoadOptions } from '../load.ts';
import type { Seen } from '../old-tree.ts';
import type { PackedState } from '../products/packed-state.ts';
import type { Buckets } from '../products/units.ts';
import type { Templates } from '../render/template-cache.ts';
import { defaultMemory, youngGeneration } from '../room.ts';
import { mainReader, type Claims } from './claims.ts';

/** What a thread loads at once: plain data, as all that it is told. */
export interface Start {
  options: LoadOptions;
  /** Its number among those who read files back. */
  reader: number;
}

/** What it is to make of it. */
export interface Order {
  templates: Templates;
  pictures: ReadonlyMap<string, Picture>;
  version: string;
  /** File of the state that the last build left. */
  stateFile: string;
  /** Folder of the tree that it left. */
  out: string;
  /** What stands in it now. */
  old: Seen;
  /** Folder of the files that are new or changed. */
  dir: string;
  /** What of pages and twins is left to do. */
  buckets: Buckets;
}

/** What one of them made. */
export interface Made {
  state: PackedState;
  /** Paths of the files that stay as they are in the old tree. */
  kept: ReadonlySet<string>;
}

/** A built tree: which files it has, and which of them stay as they are in the old one. */
export interface Laid {
  files: readonly string[];
  kept: ReadonlySet<string>;
  /** Which of them somebody reads, or will. */
  claims: Claims;
}

export interface Threads {
  /** Lets them make pages and twins as soon as they have loaded the site. */
  begin(order: Order): void;
  /** What each of them made, told once: then it is the caller's alone. Undefined of one that found no site any more. Rejects with what one of them threw. */
  made(): Promise<(Made | undefined)[]>;
  /** What each finds in the files that it takes. They end with it. */
  read(tree: Laid): Promise<Findings[]>;
  /** Ends those that still run. */
  stop(): Promise<void>;
}

/** How many threads beside the main one pay for themselves and have room in `memory` bytes. */
export function countThreads(entries: number, memory: number = defaultMemory, cores: number = availableParallelism()): number {
  if (entries * cores < fewestShared) return 0;
  return Math.max(0, Math.min(cores, mostThreads, Math.floor(memory / memoryOf(entries))) - 1);
}

/** Entries, times processors, below which a thread takes longer to start and to load the site than it saves; measured with two processors. */
const fewestShared = 3000;

/** Each loads the whole site, so more of them save less and less. */
const mostThreads = 8;

/** Bytes that a thread needs for a site; measured at 30,000 and at 100,000 entries with two of them. */
function memoryOf(entries: number): number {
  return 300e6 + 16e3 * entries;
}

/** Starts `count` threads, which load the site. Together with the main one they keep to `memory` bytes. */
export function startThreads(options: LoadOptions, count: number, memory: number = defaultMemory): Threads {
  const resourceLimits = { ...youngGeneration, maxOldGenerationSizeMb: Math.floor(memory / (count + 1) / 1e6) };
  const workers = Array.from({ length: count }, (_, index) => new Worker(new URL('./thread.ts', import.meta.url), { workerData: { options, reader: mainReader + 1 + index } satisfies Start, resourceLimits }));
  let made: Promise<(Made | undefined)[]> | undefined = Promise.all(workers.map(hear<Made | undefined>));
  made.catch(() => undefined); // whoever waits for them is told
  const stop = async () => void (await Promise.all(workers.map((worker) => worker.terminate())));
  const tell = (message: Order | Laid) => {
    for (const worker of workers) worker.postMessage(message);
  };
  return {
    begin: tell,
    async made() {
      const all = made ?? [];
      made = undefined;
      return all;
    },
    read(tree) {
      const found = Promise.all(workers.map(hear<Findings>)).then(async (all) => {
        await stop(); // left alone they would end later, and keep what they have until then
        return all;
      });
      found.catch(() => undefined);
      tell(tree);
      return found;
    },
    stop,
  };
}

/** The next thing that `worker` says. */
function hear<Message>(worker: Worker): Promise<Message> {
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject).once('exit', () => reject(new Error('A thread ended before it was done.'))));
}
