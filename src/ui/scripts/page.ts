/** The one script of every page: what must be there at once. What a reader asks for is loaded when it is asked for. */
import './contents.ts';
import './search-box.ts';
import './theme-switch.ts';
import { addProgress } from './checklist.ts';
import { addCodeTools } from './code-tools.ts';
import { addCopying } from './copy.ts';
import { addTabs } from './tabs.ts';
import { addPreviews } from './terms.ts';

const worker = document.querySelector<HTMLElement>('[data-worker]')?.dataset['worker'];
// Browsers refuse it where they keep nothing; then pages are read online only.
if (worker) navigator.serviceWorker?.register(worker).catch(() => {});

if (location.search && document.querySelector('[data-takes-question]')) void import('./carried-question.ts');

addCopying();
addCodeTools();
addTabs();
addPreviews();
const progress = document.querySelector<HTMLElement>('[data-progress]');
if (progress) addProgress(progress);
