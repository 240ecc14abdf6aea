/** One of the threads that read a content folder in shares. */
import { workerData } from 'node:worker_threads';
import { learnShare, type Lesson } from './learn.ts';

learnShare(workerData as Lesson);
