/** Rows in an order in which related ones are close: short arcs cross less. */
import type { Edge, Group, Item } from './graph.ts';

/** More rounds change little. */
const rounds = 12;

/** `groups` with the items of each sorted by the mean row of what they are related to; ties keep the order given. */
export function inGoodOrder(groups: readonly Group[], edges: readonly Edge[]): Group[] {
  const neighbours = new Map<string, string[]>(groups.flatMap(({ items }) => items.map(({ id }) => [id, []])));
  for (const { from, to } of edges) {
    neighbours.get(from)!.push(to);
    neighbours.get(to)!.push(from);
  }
  let ordered = groups.map((group) => ({ ...group }));
  for (let round = 0; round < rounds; round += 1) {
    const place = new Map(ordered.flatMap(({ items }) => items).map(({ id }, index) => [id, index]));
    const wanted = ({ id }: Item) => {
      const near = neighbours.get(id)!.map((other) => place.get(other)!);
      return [place.get(id)!, ...near].reduce((sum, at) => sum + at, 0) / (near.length + 1);
    };
    ordered = ordered.map((group) => ({ ...group, items: group.items.map((item) => [wanted(item), item] as const).sort(([a], [b]) => a - b).map(([, item]) => item) }));
  }
  return ordered;
}
