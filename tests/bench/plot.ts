/** A static picture of what an entry costs as the site grows. A line that rises is a defect. */
import type { RunName } from './contest.ts';
import type { BenchResult, SizeResult } from './report.ts';

interface Series {
  label: string;
  color: string;
  dash: string;
  cpu(size: SizeResult): number | undefined;
}

const ours = (label: string, color: string, name: RunName): Series => ({ label, color, dash: 'none', cpu: ({ lede }) => lede[name]?.cpu });
const theirs = (label: string, color: string, name: RunName): Series => ({ label, color, dash: '5 4', cpu: ({ hugo }) => hugo?.[name]?.cpu });

const allSeries: readonly Series[] = [
  ours('Lede, cold', '#b3261e', 'cold'),
  ours('Lede, rebuild', '#1b6e53', 'rebuild'),
  ours('Lede, one edited', '#2b5fa8', 'edited'),
  theirs('Hugo, cold', '#b3261e', 'cold'),
  theirs('Hugo, one edited', '#2b5fa8', 'edited'),
];

const width = 720;
const height = 400;
const plot = { left: 64, right: 560, top: 48, bottom: 344 };

/** SVG of CPU milliseconds an entry against the number of entries, which must be two different ones at least. */
export function plotCost({ sizes, date, machine }: BenchResult): string {
  const bySize = [...sizes].sort((a, b) => a.entries - b.entries);
  const lines = allSeries.map((series) => ({ ...series, points: bySize.flatMap((size) => pointOf(size, series)) })).filter(({ points }) => points.length > 0);
  const top = niceCeiling(Math.max(...lines.flatMap(({ points }) => points.map(({ cost }) => cost))));
  const [first, last] = [Math.log(bySize[0]!.entries), Math.log(bySize.at(-1)!.entries)];
  const x = (entries: number) => round(plot.left + ((Math.log(entries) - first) / (last - first)) * (plot.right - plot.left));
  const y = (cost: number) => round(plot.bottom - (cost / top) * (plot.bottom - plot.top));
  const grid = [0, 0.25, 0.5, 0.75, 1].map((share) => top * share);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="CPU milliseconds an entry against the number of entries" font-family="system-ui, sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${plot.left}" y="24" font-size="15" font-weight="600">CPU an entry, ms</text>
${grid.map((cost) => `<path d="M${plot.left} ${y(cost)}H${plot.right}" stroke="#ddd"/><text x="${plot.left - 8}" y="${y(cost) + 4}" text-anchor="end">${Number(cost.toFixed(2))}</text>`).join('\n')}
${bySize.map(({ entries }) => `<text x="${x(entries)}" y="${plot.bottom + 20}" text-anchor="middle">${entries.toLocaleString('en')}</text>`).join('\n')}
<text x="${(plot.left + plot.right) / 2}" y="${plot.bottom + 40}" text-anchor="middle" fill="#555">entries · ${date.slice(0, 10)} · ${escapeXml(machine.processor)}, ${machine.cores} cores</text>
${lines.map(({ label, color, dash, points }, index) => `<g fill="${color}" stroke="${color}"><polyline fill="none" stroke-width="2" stroke-dasharray="${dash}" points="${points.map(({ entries, cost }) => `${x(entries)},${y(cost)}`).join(' ')}"/>${points.map(({ entries, cost }) => `<circle cx="${x(entries)}" cy="${y(cost)}" r="3"/>`).join('')}<path stroke-width="2" stroke-dasharray="${dash}" d="M580 ${legendY(index)}h24"/><text stroke="none" fill="#222" x="610" y="${legendY(index) + 4}">${label}</text></g>`).join('\n')}
</svg>
`;
}

function pointOf(size: SizeResult, series: Series): { entries: number; cost: number }[] {
  const cpu = series.cpu(size);
  return cpu === undefined ? [] : [{ entries: size.entries, cost: (cpu / size.entries) * 1000 }];
}

/** The next of 1, 2, 4, 8 times a power of ten, whose quarters are short numbers. */
function niceCeiling(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 4, 8, 10].map((step) => step * power).find((step) => step >= value)!;
}

function legendY(index: number): number {
  return plot.top + 8 + index * 22;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
