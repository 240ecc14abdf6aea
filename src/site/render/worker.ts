/** A thread that renders pages (see pool.ts). */
import { workerData } from 'node:worker_threads';
import type { Page } from './page.ts';
import { createRenderer, renderPage } from './render.ts';
import { serve } from './serve.ts';

const renderer = createRenderer(workerData);
serve(async (page: Page) => renderPage(await renderer, page));
