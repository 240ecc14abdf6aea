/** What the dev server makes an editor wait for. */
import { fork } from 'node:child_process';
import { on } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { editCorpus, writeCorpus } from './corpus.ts';
import { formatTable, median } from './stats.ts';

/** Figures of one size; seconds and bytes. */
export interface DevResult {
  entries: number;
  /** From the start of the process to the first page, with nothing kept from earlier runs, and with what the run before kept. */
  firstPage: { cold: number; warm: number };
  /** From a save to the page that shows it: median and worst. */
  shown: { median: number; worst: number };
  /** From a save to the end of the check that follows: median. */
  checked: number;
  /** The most memory that the second process held. */
  peak: number;
}

const edits = 5;
const child = fileURLToPath(new URL('dev-child.ts', import.meta.url));

/** Starts the dev server twice on a corpus that it writes into `dir`, and edits some entries. */
export async function benchDev(dir: string, entries: number, seed: number): Promise<DevResult> {
  const content = join(dir, 'content');
  const cache = join(dir, 'cache');
  writeCorpus(content, { entries, seed });
  const cold = await startDev(content, cache);
  await cold.nextCheck(); // keeps what was learned
  cold.stop();
  const warm = await startDev(content, cache);
  let peak = await warm.nextCheck();
  const shown: number[] = [];
  const checked: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const saved = performance.now();
    const { path, sentence } = editCorpus(content, edit);
    while (!(await textOf(warm.url + path)).includes(sentence)) await wait(5);
    shown.push(since(saved));
    peak = await warm.nextCheck();
    checked.push(since(saved));
  }
  warm.stop();
  return { entries, firstPage: { cold: cold.firstPage, warm: warm.firstPage }, shown: { median: median(shown), worst: Math.max(...shown) }, checked: median(checked), peak };
}

/** The targets at 10,000 entries stand in the first row. */
export function formatDev(results: readonly DevResult[]): string {
  const rows = results.map(({ entries, firstPage, shown, checked, peak }) => [entries.toLocaleString('en'), firstPage.cold.toFixed(1), firstPage.warm.toFixed(1), milliseconds(shown.median), milliseconds(shown.worst), milliseconds(checked), (peak / 1e6).toFixed(0)]);
  return formatTable([['lede dev', 'first page s, cold', 'warm', 'save shown ms', 'worst', 'save checked ms', 'peak MB'], ['wanted at 10,000', '5.0', '5.0', '300', '300', '', '1000'], ...rows]);
}

interface Running {
  url: string;
  firstPage: number;
  /** Waits for the end of the next check, or of the one that ended since the last call; gives the memory held at most. */
  nextCheck(): Promise<number>;
  stop(): void;
}

async function startDev(content: string, cache: string): Promise<Running> {
  const started = performance.now();
  const server = fork(child, [content], { env: { ...process.env, LEDE_CACHE: cache }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const messages = on(server, 'message', { close: ['exit'] });
  const next = async <Key extends keyof Message>(key: Key): Promise<Message[Key]> => {
    for (;;) {
      const { value, done } = await messages.next();
      if (done) throw new Error('The dev server ended by itself.');
      if (key in value[0]) return value[0][key];
    }
  };
  const url = await next('url');
  await textOf(url);
  return { url, firstPage: since(started), nextCheck: () => next('peak'), stop: () => void server.kill() };
}

interface Message {
  url: string;
  peak: number;
}

async function textOf(url: string): Promise<string> {
  return (await fetch(url)).text();
}

function since(time: number): number {
  return (performance.now() - time) / 1000;
}

function milliseconds(seconds: number): string {
  return (seconds * 1000).toFixed(0);
}
