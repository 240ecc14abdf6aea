import { startThread, type Thread } from './thread.ts';

/** Jobs sent to a thread at once. */
const BATCH = 50;
/** Batches a thread has at hand, so that it never waits for the next one. */
const AHEAD = 2;

/** Work for some threads. Jobs and results are copied between threads, so they are plain data. */
export interface Work<Job, Result> {
  /** The module that threads run; it calls `serve` (serve.ts) and finds `workerData` in node:worker_threads. */
  module: URL;
  workerData: unknown;
  threads: number;
  jobs: Iterable<Job> | AsyncIterable<Job>;
  /** What to call a job in an error. */
  nameOf(job: Job): string;
  onResult(result: Result): void | Promise<void>;
}

/**
 * Does all jobs, in no particular order. Takes jobs no faster than `onResult` takes results, so memory does not depend
 * on their number. Rejects with a sentence when a thread dies, and when `jobs` or `onResult` fails.
 */
export async function runInThreads<Job, Result>(work: Work<Job, Result>): Promise<void> {
  const batches = inBatches(work.jobs);
  const threads = Array.from({ length: work.threads }, () => startThread<Job, Result>(work.module, work.workerData, work.nameOf));
  const drive = async (thread: Thread<Job, Result>) => {
    // `for await` would close the source that all share when one of them ends.
    for (let step = await batches.next(); !step.done; step = await batches.next()) {
      for (const result of await thread.run(step.value)) await work.onResult(result);
    }
  };
  try {
    await Promise.all(threads.flatMap((thread) => Array.from({ length: AHEAD }, () => drive(thread))));
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
    batches.return(undefined).catch(() => {}); // not awaited: the source may be stuck, and has failed already if at all
  }
}

async function* inBatches<Job>(jobs: Iterable<Job> | AsyncIterable<Job>): AsyncGenerator<Job[], undefined> {
  let batch: Job[] = [];
  for await (const job of jobs) {
    batch.push(job);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
