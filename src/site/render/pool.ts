import { availableParallelism } from 'node:os';
import type { Page, Rendered } from './page.ts';
import { createRenderer, renderPage } from './render.ts';
import type { Templates } from './template-cache.ts';
import { runInThreads } from './threads.ts';

/**
 * Up to so many pages are held back until it is clear that there are more; then threads are started. Below 5,000 the
 * calling thread alone is faster (NOTES.md): copying props to a thread costs about as much as rendering them.
 */
const INLINE = 1000;

type OnPage = (result: Rendered) => void | Promise<void>;

/**
 * Renders all pages and hands each result to `onPage`, in no particular order. Memory does not depend on the number of
 * pages. A page that fails is a result; a thread that dies, and a failure of `pages` or `onPage`, rejects.
 */
export async function renderPages(
  templates: Templates,
  pages: Iterable<Page> | AsyncIterable<Page>,
  onPage: OnPage,
  threads: number = Math.min(2, availableParallelism()),
): Promise<void> {
  const source = Symbol.asyncIterator in pages ? pages[Symbol.asyncIterator]() : pages[Symbol.iterator]();
  const held: Page[] = [];
  while (held.length <= INLINE) {
    const step = await source.next();
    if (step.done) return renderHere(templates, held, onPage);
    held.push(step.value);
  }
  await runInThreads<Page, Rendered>({
    module: new URL('./worker.ts', import.meta.url),
    workerData: templates,
    threads,
    jobs: chain(held, source),
    nameOf: ({ path, template }) => `page ${path} (template "${template}")`,
    onResult: onPage,
  });
}

async function renderHere(templates: Templates, pages: Page[], onPage: OnPage): Promise<void> {
  if (pages.length === 0) return;
  const renderer = await createRenderer(templates);
  for (const page of pages) await onPage(await renderPage(renderer, page));
}

async function* chain(held: Page[], source: Iterator<Page> | AsyncIterator<Page>): AsyncGenerator<Page> {
  try {
    for (let page = held.shift(); page; page = held.shift()) yield page;
    for (let step = await source.next(); !step.done; step = await source.next()) yield step.value;
  } finally {
    await source.return?.();
  }
}
