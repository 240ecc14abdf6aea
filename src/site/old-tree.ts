/** What stands in the folder of a site before it is built again. Of ten thousand entries these are thirty thousand files, so a thread looks at them while the content is read. */
import { existsSync, lstatSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { listTree } from '#lib/list-tree.ts';
import type { FileState } from './products/state.ts';

/** What was seen, as it goes from one thread to another: a map of that many files would take longer. */
export interface Seen {
  /** Paths of the files, each with a zero behind it, which no path can hold. */
  paths: string;
  /** Two numbers for each: its size in bytes, and when it was changed, in milliseconds since 1970. Both are NaN for a link, which is none of ours wherever it leads. */
  stamps: Float64Array<ArrayBuffer>;
}

/** The files that a thread found in a folder. */
export class OldTree {
  readonly seen: Seen;
  readonly #places: ReadonlyMap<string, number>;

  constructor(seen: Seen) {
    this.seen = seen;
    this.#places = new Map(seen.paths.split('\0').slice(0, -1).map((path, place) => [path, place]));
  }

  /** Of every file, each starting with a slash. */
  paths(): Iterable<string> {
    return this.#places.keys();
  }

  /** Whether the file at `path` has this size and time. */
  has(path: string, { size, mtime }: Pick<FileState, 'size' | 'mtime'>): boolean {
    const place = this.#places.get(path);
    return place !== undefined && this.seen.stamps[2 * place] === size && this.seen.stamps[2 * place + 1] === mtime;
  }
}

/** What stands in the folder `out`; nothing where there is none. */
export function lookAt(out: string): OldTree {
  return new OldTree(seeTree(out));
}

/** The same, seen by a thread where there is something to see. */
export async function lookAside(out: string): Promise<OldTree> {
  if (!existsSync(out)) return lookAt(out);
  const worker = new Worker(new URL('./threads/look.ts', import.meta.url), { workerData: out, execArgv: [] }); // options such as --eval are of this process alone
  return new OldTree(await new Promise<Seen>((resolve, reject) => worker.once('message', resolve).once('error', reject)));
}

/** What a thread sees in `out`. */
export function seeTree(out: string): Seen {
  const files = existsSync(out) ? listTree(out).files : [];
  const stamps = new Float64Array(2 * files.length).fill(NaN);
  files.forEach((path, place) => {
    const found = lstatSync(out + path, { throwIfNoEntry: false });
    if (found?.isFile()) stamps.set([found.size, found.mtimeMs], 2 * place);
  });
  return { paths: files.map((path) => `${path}\0`).join(''), stamps };
}
