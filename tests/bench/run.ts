/** `npm run bench`: what a build costs, by run and by stage. Results stay in `.bench/`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compete, runLabels, type RunName } from './contest.ts';
import { writeCorpus } from './corpus.ts';
import { benchDev, formatDev, type DevResult } from './dev.ts';
import { findHugo, makeHugo } from './hugo.ts';
import { makeLede } from './lede.ts';
import { readMachine } from './machine.ts';
import { readOptions, usage, type BenchOptions } from './options.ts';
import { plotCost } from './plot.ts';
import { formatReport, type BenchResult, type SizeResult } from './report.ts';
import { benchDir, inWorkDir } from './work-dir.ts';

const seed = 1;

try {
  const options = readOptions(process.argv.slice(2));
  if (options.help) console.log(usage);
  else if (options.dev) await benchDevServer(options);
  else await bench(options);
} catch (error) {
  if (!(error instanceof RangeError) && !(error instanceof TypeError && 'code' in error)) throw error;
  console.error(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
}

async function bench({ sizes, rounds, against, json }: BenchOptions): Promise<void> {
  const hugo = against ? findHugo() : undefined;
  if (against && !hugo) console.error('Hugo is not installed, so Lede runs alone: on Debian type "apt-get install hugo".');
  const result: BenchResult = { date: new Date().toISOString(), machine: readMachine(), rounds, ...(hugo ? { hugo } : {}), sizes: [] };
  await inWorkDir(async (dir) => {
    for (const entries of sizes) result.sizes.push(await benchSize(join(dir, String(entries)), entries, rounds, hugo !== undefined));
  });
  const name = nameAt(result.date);
  writeFileSync(`${name}.json`, `${JSON.stringify(result, undefined, 2)}\n`);
  if (sizes.length > 1) writeFileSync(`${name}.svg`, plotCost(result));
  console.log(json ? JSON.stringify(result, undefined, 2) : `${formatReport(result)}\n\n${name}.json${sizes.length > 1 ? ' and .svg' : ''}`);
}

async function benchDevServer({ sizes, json }: BenchOptions): Promise<void> {
  const results: DevResult[] = [];
  await inWorkDir(async (dir) => {
    for (const entries of sizes) results.push(await benchDev(join(dir, String(entries)), entries, seed));
  });
  const date = new Date().toISOString();
  const file = `${nameAt(date)}-dev.json`;
  const text = JSON.stringify({ date, machine: readMachine(), dev: results }, undefined, 2);
  writeFileSync(file, `${text}\n`);
  console.log(json ? text : `${formatDev(results)}\n\n${file}`);
}

async function benchSize(dir: string, entries: number, rounds: number, withHugo: boolean): Promise<SizeResult> {
  const tell = (id: string, name: RunName, round: number) => console.error(`${entries.toLocaleString('en')} entries, round ${round + 1} of ${rounds}: ${id}, ${runLabels[name]} …`);
  const { bytes } = writeCorpus(join(dir, 'lede/content'), { entries, seed });
  const contestants = { lede: makeLede(join(dir, 'lede')), ...(withHugo ? { hugo: makeHugo(join(dir, 'hugo'), { entries, seed }) } : {}) };
  const { lede, hugo } = await compete(contestants, rounds, tell);
  return { entries, bytes: bytes / entries, lede: lede!, ...(hugo ? { hugo } : {}) };
}

/** Where the results of `date` stay, without an ending. */
function nameAt(date: string): string {
  return join(benchDir, date.replaceAll(':', '-').slice(0, 19));
}
