/** One command in a process of its own: how long it took, what it cost, how much memory it held. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';

/** Seconds of the clock and of processors. */
export interface Cost {
  wall: number;
  /** User and system time of all threads. */
  cpu: number;
}

export interface StageCost extends Cost {
  stage: string;
}

export interface Usage extends Cost {
  /** Largest resident memory in bytes, children included where the system tells; missing where nobody does. */
  peak?: number;
  /** Empty for commands that do not report. */
  stages: StageCost[];
}

/** What a command may write to file descriptor 3 when it is done. */
export interface Report {
  stages: StageCost[];
  peak: number;
}

/** A shell adds up the time of a command, its threads and its children: Node knows only of its own. */
const script = '"$@" >&2; code=$?; times; exit $code';
const sampleEvery = 20;

/** Runs `command` and measures it. Throws with the end of what it printed when it fails. */
export async function measure(command: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Usage> {
  const started = performance.now();
  const child = spawn('sh', ['-c', script, 'sh', ...command], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  let sampled = 0;
  const sampling = setInterval(() => (sampled = Math.max(sampled, memoryBelow(child.pid!))), sampleEvery);
  const [times, printed, report, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), text(child.stdio[3] as Readable), once(child, 'exit')]);
  const wall = (performance.now() - started) / 1000;
  clearInterval(sampling);
  if (code !== 0) throw new Error(`"${command.join(' ')}" failed:\n${printed.slice(-4000)}`);
  const { stages, peak } = report ? (JSON.parse(report) as Report) : { stages: [], peak: 0 };
  const most = Math.max(peak, sampled);
  return { wall, cpu: childSeconds(times), stages, ...(most ? { peak: most } : {}) };
}

/** The last line of `times`, such as `0m1.230000s 0m0.110000s`: user and system time of what the shell ran. */
function childSeconds(times: string): number {
  const parts = times.trim().split('\n').at(-1)!.matchAll(/(\d+)m([\d.]+)s/g);
  return [...parts].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

/** Resident memory, in bytes, of the processes below `pid`; 0 where the system does not tell. */
function memoryBelow(pid: number): number {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
    return children.reduce((sum, child) => sum + residentMemory(child) + memoryBelow(child), 0);
  } catch {
    return 0;
  }
}

function residentMemory(pid: number): number {
  return Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
}
