/** A drawing of relations: names in one column, so that they can be read on a phone, and arcs in the margin beside them. */
import type { Drawing, DrawnNode } from '#ui/drawing.ts';
import type { Edge, Group } from './graph.ts';
import { cutLines } from './lines.ts';
import { inGoodOrder } from './order.ts';

const width = 360;
/** Where the arcs end and names begin. */
const axis = 104;
/** A row is as high as a finger needs on the narrowest phone. */
const row = 48;
const fontSize = 14;
const nameWidth = (width - axis - 14) / fontSize;

/** Draws `groups` with the edges between their items. The same parts give the same drawing, whatever their order on disk. */
export function draw(groups: readonly Group[], edges: readonly Edge[]): Omit<Drawing, 'legend'> {
  const ordered = inGoodOrder(groups, edges);
  const headings: Drawing['headings'] = [];
  const nodes = new Map<string, DrawnNode>();
  let y = 0;
  for (const { text, href, items } of ordered) {
    if (text !== undefined && href !== undefined) headings.push({ text, href, y: (y += row) - row / 2 });
    for (const { id, ...link } of items) nodes.set(id, { ...link, y: (y += row) - row / 2, lines: cutLines(link.text, nameWidth, 2), arcs: [], ends: [] });
  }
  for (const { from, to, as, weight } of edges) {
    const [start, end] = [nodes.get(from)!, nodes.get(to)!];
    const d = arc(start.y, end.y, y);
    start.arcs.push({ as, d, weight });
    end.ends.push(d);
  }
  return { width, height: y, headings, nodes: [...nodes.values()] };
}

/** The further two rows are apart, the wider the arc: near ones stay readable beside the names, far ones use the margin. */
function arc(from: number, to: number, height: number): string {
  const depth = 26 + (axis - 40) * Math.sqrt(Math.abs(to - from) / height);
  // A cubic curve reaches three quarters of the way to its control points.
  const x = Math.round(axis - depth / 0.75);
  // Commas: numbers apart by spaces alone can look like a telephone number, which no file of the site may hold.
  return `M${axis},${from}C${x},${from},${x},${to},${axis},${to}`;
}
