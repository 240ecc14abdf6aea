import { parentPort } from 'node:worker_threads';

/** Makes the calling worker thread do jobs one after the other; the other end is thread.ts. A job that throws ends it. */
export function serve<Job, Result>(work: (job: Job) => Result | Promise<Result>): void {
  let last: Promise<void> = Promise.resolve();
  parentPort?.on('message', (jobs: Job[]) => {
    last = last.then(async () => {
      const results: Result[] = [];
      for (const job of jobs) results.push(await work(job));
      parentPort?.postMessage(results);
    });
  });
}
