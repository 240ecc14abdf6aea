/** Runs in a process of its own (see site.ts): reads, compiles and checks a whole site, and keeps what it learned. */
import { availableParallelism } from 'node:os';
import { loadSite, type LoadOptions } from '../load.ts';
import { openLearned } from '../threads/learn.ts';

const options = JSON.parse(process.argv[2]!) as LoadOptions;
const cores = availableParallelism() - 1; // one is left to whoever looks at pages meanwhile
loadSite(options, await openLearned(options, undefined, cores));
