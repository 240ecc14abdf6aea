/** The measured process: `child.ts CONTENT OUT` builds, and reports its stages to file descriptor 3. */
import { existsSync, readFileSync, writeSync } from 'node:fs';
import '../../src/cli/compile-cache.js';
import { corpusDay } from './corpus/site.ts';
import type { Report, StageCost } from './measure.ts';

const [contentDir = '', out = ''] = process.argv.slice(2);
const stages: StageCost[] = [];
/** The first stage begins with the process itself: it starts Node and loads the program. */
let running: StageCost = { stage: 'start', wall: 0, cpu: 0 };

const { renewSite } = await import('#site/renew.ts'); // as the command does: what is imported above is not kept compiled
const { problems, differences } = await renewSite({ contentDir, out, today: corpusDay, onStage: enter, onOutput: enterOutput });
enter('end');
const error = [...problems, ...differences].find(({ severity }) => severity === 'error');
if (error) throw new Error(`The corpus is not sound: ${error.file}:${error.line} ${error.rule} ${error.message.en}`);
const report: Report = { stages, peak: process.resourceUsage().maxRSS * 1024 };
writeSync(3, JSON.stringify(report));

/** Ends the running stage and begins `stage`. */
function enter(stage: string): void {
  const { user, system } = process.cpuUsage();
  const now = { wall: performance.now() / 1000, cpu: (user + system) / 1e6 + childSeconds() };
  stages.push({ stage: running.stage, wall: now.wall - running.wall, cpu: now.cpu - running.cpu });
  running = { stage, ...now };
}

/** An output may come in thousands of parts; they count as one stage. */
function enterOutput(id: string): void {
  const stage = `output ${id.split(' ')[0]}`;
  if (stage !== running.stage) enter(stage);
}

/** What finished children cost, where the system tells: fields 16 and 17 of proc_pid_stat(5), in hundredths of a second. */
function childSeconds(): number {
  const path = '/proc/self/stat';
  if (!existsSync(path)) return 0;
  const fields = readFileSync(path, 'utf8').replace(/^.*\) /s, '').split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
