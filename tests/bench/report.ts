/** The figures of a bench as text. */
import { runLabels, runNames, type Medians, type RunName } from './contest.ts';
import type { Machine } from './machine.ts';
import type { Usage } from './measure.ts';
import { formatTable } from './stats.ts';
import { judgeTargets } from './targets.ts';

/** What one run of the bench found; written as JSON. Seconds and bytes throughout. */
export interface BenchResult {
  date: string;
  machine: Machine;
  /** How often each run was made; all figures are medians. */
  rounds: number;
  /** Version of the Hugo that took part. */
  hugo?: string;
  sizes: SizeResult[];
}

export interface SizeResult {
  entries: number;
  /** Mean source of an entry. */
  bytes: number;
  lede: Medians;
  hugo?: Medians;
}

/** Everything that a reader wants to see of `result`. */
export function formatReport(result: BenchResult): string {
  const { date, machine, rounds, hugo, sizes } = result;
  const head = [`${date}  ${machine.processor}, ${machine.cores} cores, ${(machine.memory / 1e9).toFixed(0)} GB, ${machine.system}, Node ${machine.node}`, `Medians of ${rounds}.${hugo ? ` Hugo ${hugo} prints the same fields, sitemap and RSS, and no JSON-LD, Markdown twins or llms.txt.` : ''}`];
  return [head.join('\n'), ...sizes.map(formatSize)].join('\n\n');
}

function formatSize(size: SizeResult): string {
  const { entries, bytes, lede, hugo } = size;
  const title = `${entries.toLocaleString('en')} entries, ${(bytes / 1000).toFixed(1)} KB of source each`;
  return [title, costTable(lede, entries), ...stageTables(lede), ...(hugo ? [ratioTable(lede, hugo)] : []), judgeTargets(size).join('\n')].filter(Boolean).join('\n\n');
}

function costTable(medians: Medians, entries: number): string {
  const rows = runsOf(medians).map(([name, { wall, cpu, peak }]) => [runLabels[name], seconds(wall), seconds(cpu), megabytes(peak), ((cpu / entries) * 1000).toFixed(2)]);
  return formatTable([['run', 'wall s', 'CPU s', 'peak MB', 'CPU ms an entry'], ...rows]);
}

/** Stages of builds, then of checks, which have others. */
function stageTables(medians: Medians): string[] {
  const runs = runsOf(medians).filter(([, usage]) => usage.stages.length > 0);
  const isCheck = ([name]: [RunName, Usage]) => name === 'checkCold' || name === 'checkEdited';
  return [runs.filter((run) => !isCheck(run)), runs.filter(isCheck)].filter((group) => group.length > 0).map(stageTable);
}

/** Wall and CPU seconds of each stage, with its share of the CPU of all stages. */
function stageTable(runs: readonly [RunName, Usage][]): string {
  const stages = [...new Set(runs.flatMap(([, usage]) => usage.stages.map(({ stage }) => stage)))];
  const cell = ({ stages: costs }: Usage, wanted: string) => {
    const total = costs.reduce((sum, { cpu }) => sum + cpu, 0);
    const cost = costs.find(({ stage }) => stage === wanted);
    return cost ? `${seconds(cost.wall)} / ${seconds(cost.cpu)} ${`${((cost.cpu / total) * 100).toFixed(0)}%`.padStart(4)}` : '';
  };
  return formatTable([['wall / CPU s, share', ...runs.map(([name]) => runLabels[name])], ...stages.map((stage) => [stage, ...runs.map(([, usage]) => cell(usage, stage))])]);
}

function ratioTable(lede: Medians, hugo: Medians): string {
  const rows = runsOf(hugo).map(([name, theirs]) => {
    const ours = lede[name]!;
    const pair = (mine: number, other: number) => [seconds(mine), seconds(other), (mine / other).toFixed(2)];
    return [runLabels[name], ...pair(ours.wall, theirs.wall), ...pair(ours.cpu, theirs.cpu), megabytes(ours.peak), megabytes(theirs.peak)];
  });
  return formatTable([['against Hugo', 'wall s', 'Hugo', 'ratio', 'CPU s', 'Hugo', 'ratio', 'peak MB', 'Hugo'], ...rows]);
}

function runsOf(medians: Medians): [RunName, Usage][] {
  return runNames.flatMap((name): [RunName, Usage][] => (medians[name] ? [[name, medians[name]]] : []));
}

function seconds(value: number): string {
  return value.toFixed(2);
}

function megabytes(bytes: number | undefined): string {
  return bytes === undefined ? '–' : (bytes / 1e6).toFixed(0);
}
