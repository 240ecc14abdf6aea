/** Runs in a process of its own (see site.ts): reads, compiles and checks a whole site, and keeps what it learned. */
import { loadSite, type LoadOptions } from '../load.ts';
import { openLearned } from '../threads/learn.ts';

const options = JSON.parse(process.argv[2]!) as LoadOptions;
loadSite(options, await openLearned(options));
