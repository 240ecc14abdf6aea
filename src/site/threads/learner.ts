/** One of the threads that read a content folder in shares. */
import { workerData } from 'node:worker_threads';
import { learnShares, type Lesson } from './learn.ts';

learnShares(workerData as Lesson);
