/** `node tests/bench/search.ts [ENTRIES]`: what the search index costs to make, and what a search costs a reader in a real Chromium. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { makeSearch } from '#search/index/write.ts';
import type { Current } from '#search/query/open.ts';
import { buildSite } from '#site/build.ts';
import { loadSite } from '#site/load.ts';
import { servePreview } from '#site/preview.ts';
import { openChromium } from '../helpers/browser.ts';
import { editCorpus, writeCorpus } from './corpus.ts';
import { corpusDay } from './corpus/site.ts';
import { formatTable } from './stats.ts';
import { inWorkDir } from './work-dir.ts';

const entries = Number(process.argv[2] ?? 1000);

await inWorkDir(async (dir) => {
  const content = join(dir, 'content');
  writeCorpus(content, { entries, seed: 1 });
  console.log(formatTable([['', 'found', 'wanted'], ...(await measureIndexing(content, join(dir, 'cache'))), ...(await measureSearching(content, join(dir, 'dist')))]));
});

async function measureIndexing(content: string, cache: string): Promise<string[][]> {
  const index = async (): Promise<number> => {
    const { edition } = loadSite({ contentDir: content, today: corpusDay });
    const before = process.cpuUsage();
    await makeSearch(edition!, cache);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  const cold = await index();
  const unchanged = await index();
  editCorpus(content, 1);
  const edited = await index();
  return [
    ['indexing, ms of CPU an entry', (cold / entries).toFixed(2), '2.5'],
    ['index again, nothing changed, ms of CPU', unchanged.toFixed(0), ''],
    ['index again, one entry edited, ms of CPU', edited.toFixed(0), ''],
  ];
}

async function measureSearching(content: string, out: string): Promise<string[][]> {
  const { differences } = await buildSite({ contentDir: content, out, today: corpusDay });
  if (differences.length > 0) throw new Error(`The corpus is not sound: ${differences[0]!.message.en}`);
  const queries = sampleQueries(out);
  const preview = await servePreview(out, 0);
  const browser = await openChromium();
  try {
    const page = await browser.newPage();
    let bytes = 0;
    page.on('response', async (response) => {
      if (!/_search|_astro/.test(response.url())) return;
      const body = await response.body();
      bytes += Math.min(body.length, gzipSync(body).length);
    });
    await page.goto(`${preview.url}search/?q=${encodeURIComponent(queries[0]!)}`, { waitUntil: 'networkidle' });
    await page.locator('[data-state=results], [data-state=related]').waitFor();
    const first = bytes;
    const later: number[] = [];
    const fresh: number[] = [];
    for (const query of queries.slice(1)) {
      bytes = 0;
      fresh.push(await timeSearch(page, query));
      await page.waitForLoadState('networkidle');
      later.push(bytes);
    }
    const warm: number[] = [];
    for (const query of queries) warm.push(await timeSearch(page, query));
    const suggesting: number[] = [];
    for (const query of queries) suggesting.push(await timeSuggestions(page, query.slice(0, 3)));
    return [
      ['first search, KB', kilobytes(first), '150'],
      ['later search, KB, the largest of a hundred', kilobytes(Math.max(...later)), '30'],
      ['later search, KB, median', kilobytes(percentile(later, 50)), ''],
      ['query, ms, 95th percentile, its words loaded', percentile(warm, 95).toFixed(1), '50'],
      ['query, ms, 95th percentile, its words not loaded', percentile(fresh, 95).toFixed(1), ''],
      ['suggestions, ms, 95th percentile', percentile(suggesting, 95).toFixed(1), '50'],
    ];
  } finally {
    await browser.close();
    preview.server.close();
  }
}

/** Parts of titles and of other phrasings, spread over the site. */
function sampleQueries(out: string): string[] {
  const current = JSON.parse(readFileSync(join(out, '_search/current.json'), 'utf8')) as Current;
  const texts = (JSON.parse(readFileSync(join(out, '_search', current.suggestions), 'utf8')) as [string, string][]).map(([text]) => text);
  return Array.from({ length: 101 }, (_, index) => texts[(index * 37) % texts.length]!.slice(index % 4, 14 + (index % 9)));
}

function timeSearch(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const form = document.querySelector<HTMLFormElement>('main form[role=search]')!;
    const status = document.querySelector('[data-search-status]')!;
    (form.elements.namedItem('q') as HTMLInputElement).value = text;
    const started = performance.now();
    const done = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (status.getAttribute('data-state') === 'searching') return;
        observer.disconnect();
        resolve(performance.now() - started);
      });
      observer.observe(status, { attributes: true, childList: true });
    });
    form.requestSubmit();
    return done;
  }, query);
}

function timeSuggestions(page: Page, text: string): Promise<number> {
  return page.evaluate(async (typed) => {
    const input = document.querySelector<HTMLInputElement>('main input[name=q]')!;
    const hints = document.querySelector('.hints')!;
    const started = performance.now();
    const done = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve(performance.now() - started);
      });
      observer.observe(hints, { childList: true, attributes: true });
    });
    input.value = typed;
    input.dispatchEvent(new InputEvent('input'));
    return done;
  }, text);
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor((values.length * share) / 100))]!;
}

function kilobytes(bytes: number): string {
  return (bytes / 1024).toFixed(1);
}
