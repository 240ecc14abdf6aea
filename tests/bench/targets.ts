/** The figures that are promised, and whether they were reached. */
import type { SizeResult } from './report.ts';

interface Target {
  what: string;
  entries: number;
  limit: number;
  unit: string;
  value(result: SizeResult): number | undefined;
}

const targets: readonly Target[] = [
  { what: 'cold build', entries: 1000, limit: 12, unit: 's of CPU', value: ({ lede }) => lede.cold?.cpu },
  { what: 'rebuild without change', entries: 1000, limit: 6, unit: 's of CPU', value: ({ lede }) => lede.rebuild?.cpu },
  { what: 'check, nothing cached', entries: 1000, limit: 1.5, unit: 's of CPU', value: ({ lede }) => lede.checkCold?.cpu },
  { what: 'check, nothing cached', entries: 5000, limit: 8, unit: 's of CPU', value: ({ lede }) => lede.checkCold?.cpu },
  { what: 'check, one entry edited', entries: 5000, limit: 2, unit: 's of CPU', value: ({ lede }) => lede.checkEdited?.cpu },
  { what: 'peak memory of a check', entries: 5000, limit: 600, unit: 'MB', value: ({ lede }) => (lede.checkCold?.peak ?? 0) / 1e6 },
  { what: 'peak memory of any run', entries: 1000, limit: 900, unit: 'MB', value: ({ lede }) => Math.max(...Object.values(lede).map(({ peak }) => (peak ?? 0) / 1e6)) },
  { what: 'everything, cold', entries: 10_000, limit: 30, unit: 's', value: ({ lede }) => lede.cold?.wall },
  { what: 'peak memory of a cold build', entries: 10_000, limit: 2000, unit: 'MB', value: ({ lede }) => lede.cold && (lede.cold.peak ?? 0) / 1e6 },
  { what: 'one entry edited', entries: 10_000, limit: 1.5, unit: 's', value: ({ lede }) => lede.edited?.wall },
  { what: 'one entry edited, against Hugo', entries: 10_000, limit: 0.15, unit: 'of its time', value: ({ lede, hugo }) => lede.edited && hugo?.edited && lede.edited.wall / hugo.edited.wall },
  { what: 'nothing changed', entries: 10_000, limit: 0.6, unit: 's', value: ({ lede }) => lede.rebuild?.wall },
  { what: 'check, nothing cached', entries: 10_000, limit: 10, unit: 's', value: ({ lede }) => lede.checkCold?.wall },
  { what: 'check, one entry edited', entries: 10_000, limit: 1, unit: 's', value: ({ lede }) => lede.checkEdited?.wall },
  { what: 'everything, cold', entries: 100_000, limit: 360, unit: 's', value: ({ lede }) => lede.cold?.wall },
  { what: 'peak memory of a cold build', entries: 100_000, limit: 4000, unit: 'MB', value: ({ lede }) => lede.cold && (lede.cold.peak ?? 0) / 1e6 },
];

/** One line for each target that `result` can settle. */
export function judgeTargets(result: SizeResult): string[] {
  return targets.flatMap(({ what, entries, limit, unit, value }) => {
    const measured = entries === result.entries ? value(result) : undefined;
    if (measured === undefined) return [];
    return [`${(measured <= limit ? 'reached' : 'NOT REACHED').padEnd(13)}${what} ≤ ${limit} ${unit}: ${measured.toFixed(unit === 'MB' ? 0 : 2)}`];
  });
}
