/** The runs that are measured, and the alternation of those who run. */
import { median } from './stats.ts';
import type { StageCost, Usage } from './measure.ts';

export const runNames = ['cold', 'rebuild', 'edited', 'retitled', 'checkCold', 'checkEdited'] as const;
export type RunName = (typeof runNames)[number];

export const runLabels: Record<RunName, string> = { cold: 'cold build', rebuild: 'rebuild', edited: 'one edited', retitled: 'one title edited', checkCold: 'check, cold', checkEdited: 'check, one edited' };

/** Someone who turns the corpus into a site. A run that it does not have is left out. */
export interface Contestant {
  /** Runs `name`; `edit` numbers the edit that the run may make. */
  run(name: RunName, edit: number): Promise<Usage> | undefined;
}

/** Medians of the runs of one contestant, by run. */
export type Medians = Partial<Record<RunName, Usage>>;

/** Lets `contestants` take turns, `rounds` times, and gives the medians of each. `onRun` is told before each run. */
export async function compete<Id extends string>(contestants: Record<Id, Contestant>, rounds: number, onRun: (id: Id, name: RunName, round: number) => void): Promise<Record<Id, Medians>> {
  const ids = Object.keys(contestants) as Id[];
  const usages = Object.fromEntries(ids.map((id) => [id, {}])) as Record<Id, Partial<Record<RunName, Usage[]>>>;
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, name] of runNames.entries()) {
      for (const id of ids) {
        const running = contestants[id].run(name, round * runNames.length + index);
        if (!running) continue;
        onRun(id, name, round);
        (usages[id][name] ??= []).push(await running);
      }
    }
  }
  return Object.fromEntries(ids.map((id) => [id, mediansOf(usages[id])])) as Record<Id, Medians>;
}

function mediansOf(usages: Partial<Record<RunName, Usage[]>>): Medians {
  return Object.fromEntries(Object.entries(usages).map(([name, list]) => [name, typical(list)]));
}

/** The median of each figure by itself. */
function typical(list: readonly Usage[]): Usage {
  const peaks = list.flatMap(({ peak }) => peak ?? []);
  const stages = list[0]!.stages.map(({ stage }, index): StageCost => ({ stage, wall: median(list.map((usage) => usage.stages[index]!.wall)), cpu: median(list.map((usage) => usage.stages[index]!.cpu)) }));
  return { wall: median(list.map(({ wall }) => wall)), cpu: median(list.map(({ cpu }) => cpu)), stages, ...(peaks.length ? { peak: median(peaks) } : {}) };
}
