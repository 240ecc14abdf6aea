/** How the bench reads its options and prints its figures. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measure } from './measure.ts';
import { readOptions } from './options.ts';
import { plotCost } from './plot.ts';
import { formatReport, type BenchResult, type SizeResult } from './report.ts';
import { formatTable, median } from './stats.ts';
import { judgeTargets } from './targets.ts';

const usage = (cpu: number) => ({ wall: cpu / 2, cpu, peak: 500e6, stages: [] });
const size = (entries: number, cpu: number): SizeResult => ({ entries, bytes: 3600, lede: { cold: usage(cpu), rebuild: usage(7), checkCold: usage(1) } });

test('options have defaults, and wrong ones are named', () => {
  assert.deepEqual(readOptions([]), { sizes: [1000], rounds: 3, against: false, dev: false, json: false, help: false });
  assert.deepEqual(readOptions(['100', '1000', '--runs', '1', '--against', 'hugo']).sizes, [100, 1000]);
  assert.throws(() => readOptions(['ten']), new RangeError('A size is "ten". It must be a whole number of at least 20.'));
  assert.throws(() => readOptions(['--against', 'jekyll']), new RangeError('--against is "jekyll". It can only be hugo.'));
});

test('the median is the middle, or between the two middles', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 2, 9]), 3);
});

test('tables line up', () => {
  assert.equal(formatTable([['run', 's'], ['cold', '12.5']]), 'run       s\ncold   12.5');
});

test('targets are judged at their own size only', () => {
  assert.deepEqual(judgeTargets(size(100, 1)), []);
  assert.deepEqual(judgeTargets(size(1000, 11)), [
    'reached      cold build ≤ 12 s of CPU: 11.00',
    'NOT REACHED  rebuild without change ≤ 6 s of CPU: 7.00',
    'reached      check, nothing cached ≤ 1.5 s of CPU: 1.00',
    'reached      peak memory of any run ≤ 900 MB: 500',
  ]);
});

test('stages of builds and of checks are two tables, each with its shares', () => {
  const stages = (...names: string[]) => names.map((stage, index) => ({ stage, wall: 1, cpu: index + 1 }));
  const result: BenchResult = { date: '2026-11-20', machine: { processor: 'P', cores: 2, memory: 8e9, node: 'v24', system: 'linux x64' }, rounds: 1, sizes: [{ entries: 100, bytes: 3600, lede: { cold: { ...usage(3), stages: stages('load', 'pages') }, checkCold: { ...usage(6), stages: stages('start', 'claims', 'reach') } } }] };
  const report = formatReport(result);
  assert.ok(report.includes('wall / CPU s, share         cold build\nload                  1.00 / 1.00  33%\npages                 1.00 / 2.00  67%\n\nwall / CPU s, share        check, cold\nstart                 1.00 / 1.00  17%\nclaims                1.00 / 2.00  33%\nreach                 1.00 / 3.00  50%'), report);
});

test('the plot has a line for each run that was made', () => {
  const result: BenchResult = { date: '2026-11-20T00:00:00.000Z', machine: { processor: 'A & B', cores: 2, memory: 8e9, node: 'v24', system: 'linux x64' }, rounds: 1, sizes: [size(1000, 8), size(100, 2)] };
  const svg = plotCost(result);
  assert.equal(svg.match(/<polyline/g)?.length, 2);
  assert.match(svg, />100</);
  assert.match(svg, /A &amp; B/);
  assert.doesNotMatch(svg, /NaN|undefined/);
});

test('a command is measured with its children, and a failure shows what it printed', async () => {
  const busy = 'const end = performance.now() + 300; while (performance.now() < end);';
  const { cpu, stages } = await measure([process.execPath, '-e', `require('node:child_process').spawnSync(process.execPath, ['-e', '${busy}'])`]);
  assert.ok(cpu > 0.05, String(cpu));
  assert.deepEqual(stages, []);
  await assert.rejects(measure([process.execPath, '-e', 'console.log("out of paper"); process.exit(3)']), /failed:\nout of paper/);
});
