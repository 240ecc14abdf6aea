/** The thread that looks at what stands in a folder, and ends when it has said so. */
import { parentPort, workerData } from 'node:worker_threads';
import { seeTree } from '../old-tree.ts';

const seen = seeTree(workerData as string);
parentPort!.postMessage(seen, [seen.stamps.buffer]);
