import { Worker } from 'node:worker_threads';

/** One worker thread whose module calls `serve`. */
export interface Thread<Job, Result> {
  /** Does the jobs; several batches may be under way. Rejects with a sentence when the thread dies. */
  run(jobs: Job[]): Promise<Result[]>;
  stop(): Promise<unknown>;
}

type Waiting<Job, Result> = { jobs: Job[]; resolve: (results: Result[]) => void; reject: (error: Error) => void };

/** Starts a worker thread. `nameOf` says what to call a job in an error. */
export function startThread<Job, Result>(module: URL, workerData: unknown, nameOf: (job: Job) => string): Thread<Job, Result> {
  const worker = new Worker(module, { workerData, execArgv: [] });
  const waiting: Waiting<Job, Result>[] = []; // answers come in the order of the questions
  let death: Error | undefined;

  function die(why: string): void {
    const [first, last] = [waiting[0]?.jobs[0], waiting[0]?.jobs.at(-1)];
    const where = first && last ? ` somewhere from ${nameOf(first)} to ${nameOf(last)}` : '';
    death ??= new Error(`A worker thread stopped${where}: ${why}.`);
    for (const { reject } of waiting.splice(0)) reject(death);
  }

  worker.on('message', (results: Result[]) => waiting.shift()?.resolve(results));
  worker.on('messageerror', (error) => die(error.message));
  worker.on('error', (error) => die(error instanceof Error ? error.message : String(error)));
  worker.on('exit', (code) => die(`exit code ${code}`));

  async function run(jobs: Job[]): Promise<Result[]> {
    if (death) throw death;
    post(worker, jobs, nameOf);
    return new Promise((resolve, reject) => waiting.push({ jobs, resolve, reject }));
  }

  return { run, stop: () => worker.terminate() };
}

function post<Job>(worker: Worker, jobs: Job[], nameOf: (job: Job) => string): void {
  try {
    worker.postMessage(jobs);
  } catch (error) {
    const job = jobs.find((each) => !isPlain(each));
    throw new Error(`${job ? nameOf(job) : 'A job'} cannot be sent to a worker thread: ${(error as Error).message}`);
  }
}

function isPlain(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}
