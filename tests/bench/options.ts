/** What the bench was asked to do. */
import { parseArgs } from 'node:util';

export const usage = `npm run bench -- [SIZE…] [--runs N] [--against hugo] [--dev] [--json]

  SIZE            number of entries, at least 20 (default 1000); several give a plot
  --runs N        how often each run is made; medians are shown (default 3)
  --against hugo  let Hugo build the same corpus, in turns
  --dev           measure the dev server instead of builds
  --json          print the figures as JSON`;

export interface BenchOptions {
  sizes: number[];
  rounds: number;
  against: boolean;
  dev: boolean;
  json: boolean;
  help: boolean;
}

/** The options in `args`. Throws a RangeError or TypeError that says what is wrong with them. */
export function readOptions(args: string[]): BenchOptions {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { runs: { type: 'string', default: '3' }, against: { type: 'string' }, dev: { type: 'boolean', default: false }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  if (values.against !== undefined && values.against !== 'hugo') throw new RangeError(`--against is "${values.against}". It can only be hugo.`);
  const sizes = (positionals.length ? positionals : ['1000']).map((size) => readCount(size, 20, 'A size'));
  return { sizes: [...new Set(sizes)], rounds: readCount(values.runs, 1, '--runs'), against: values.against === 'hugo', dev: values.dev, json: values.json, help: values.help };
}

function readCount(text: string, least: number, what: string): number {
  if (/^\d+$/.test(text) && Number(text) >= least) return Number(text);
  throw new RangeError(`${what} is "${text}". It must be a whole number of at least ${least}.`);
}
