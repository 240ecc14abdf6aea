/** The measured process of a check: `check-child.ts CONTENT` reports what each check costs to file descriptor 3. */
import { writeSync } from 'node:fs';
import '../../src/cli/compile-cache.js';
import type { Report, StageCost } from './measure.ts';

const [contentDir = ''] = process.argv.slice(2);
const { checks } = await import('#checks/index.ts');
const { loadSite } = await import('#site/load.ts');
const { corpusDay } = await import('./corpus/site.ts');

const costs = new Map<string, StageCost>(['start', 'read and compile', ...checks.map(({ id }) => id)].map((stage) => [stage, { stage, wall: 0, cpu: 0 }]));
const add = (stage: string, since: Time, less: Time = { wall: 0, cpu: 0 }) => {
  const cost = costs.get(stage)!;
  const { wall, cpu } = now();
  cost.wall += wall - since.wall - less.wall;
  cost.cpu += cpu - since.cpu - less.cpu;
};

for (const check of checks) {
  const timed = <Args extends unknown[], Result>(find: (...args: Args) => Result) => (...args: Args): Result => {
    const since = now();
    const found = find(...args);
    add(check.id, since);
    return found;
  };
  if (check.find) check.find = timed(check.find);
  if (check.findIn) check.findIn = timed(check.findIn);
}

const begun = now();
add('start', { wall: 0, cpu: 0 });
loadSite({ contentDir, today: corpusDay, checkOnly: true });
const inChecks = checks.map(({ id }) => costs.get(id)!).reduce((sum, { wall, cpu }) => ({ wall: sum.wall + wall, cpu: sum.cpu + cpu }), { wall: 0, cpu: 0 });
add('read and compile', begun, inChecks);
const report: Report = { stages: [...costs.values()], peak: process.resourceUsage().maxRSS * 1024 };
writeSync(3, JSON.stringify(report));

/** Seconds of the clock and of processors since the process began. */
interface Time {
  wall: number;
  cpu: number;
}

function now(): Time {
  const { user, system } = process.cpuUsage();
  return { wall: performance.now() / 1000, cpu: (user + system) / 1e6 };
}
