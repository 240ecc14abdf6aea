/** What an entry requires, belongs to or replaces never leads back to it. */
import type { RelationType } from '#model/contract.ts';
import type { Path } from '#lib/yaml.ts';
import type { Entry } from '#model/entry.ts';
import { placeOf } from '#model/read.ts';
import type { Check } from './check.ts';

/** Relations that have a direction: one of two entries comes first. */
const directed: readonly RelationType[] = ['requires', 'partOf', 'supersedes'];

export const cycles: Check = {
  id: 'cycles',
  rules: [
    {
      id: 'relation/cycle',
      severity: 'error',
      why: {
        zh: '甲要先读乙，乙又要先读甲，读者就没有开头；从属和取代也一样。',
        en: 'If one entry requires another that requires the first, readers find no beginning; the same holds for being part of and replacing.',
      },
      example: { bad: 'related:\n  - { to: answers/b, as: requires }', good: 'related:\n  - { to: answers/b, as: seeAlso }' },
    },
  ],
  find({ edition: { site } }) {
    const edges = Map.groupBy(site.entries.flatMap(edgesOf), ({ as }) => as);
    return directed.flatMap((type) =>
      findCycles(Map.groupBy(edges.get(type) ?? [], ({ from }) => from.ref)).map(({ closing, refs }) => {
        const shown = [...refs, refs[0]].join(' → ');
        return {
          ...placeOf(closing.from.source, pathOf(closing)),
          rule: 'relation/cycle',
          message: { zh: `${type} 绕成了一圈：${shown}。`, en: `${type} runs in a circle: ${shown}.` },
          hint: { zh: '去掉其中一条，或把这一条改成 as: seeAlso。', en: 'Drop one of them, or write as: seeAlso here.' },
        };
      }),
    );
  },
};

interface Edge {
  from: Entry;
  to: string;
  as: RelationType;
}

/** The relations with a direction that `from` itself writes. */
function edgesOf(from: Entry): Edge[] {
  return from.brief.relations.flatMap(({ to, as }) => (directed.includes(as) ? [{ from, to, as }] : []));
}

/** Where the entry writes the relation. */
function pathOf({ from: { data }, to, as }: Edge): Path {
  return ['related', data.related!.findIndex((related) => related.to === to && related.as === as), 'to'];
}

/** References of a cycle that are named on either side of the middle: where all chapters lead back to the first, there are as many cycles as chapters, each as long as the site. */
const namedEnds = 5;

/** One cycle for each edge that closes one, with the references on it in order, those in the middle of a long one left out. Without recursion: chains may be long. */
function findCycles(edges: ReadonlyMap<string, readonly Edge[]>): { closing: Edge; refs: string[] }[] {
  const places = new Map<string, number | 'done'>(); // of those that are open, where on the trail
  const found: { closing: Edge; refs: string[] }[] = [];
  for (const start of edges.keys()) {
    const trail: { ref: string; next: number }[] = [];
    const enter = (ref: string) => {
      places.set(ref, trail.length);
      trail.push({ ref, next: 0 });
    };
    if (!places.has(start)) enter(start);
    while (trail.length > 0) {
      const here = trail.at(-1)!;
      const edge = edges.get(here.ref)?.[here.next];
      here.next += 1;
      if (!edge) {
        places.set(trail.pop()!.ref, 'done');
        continue;
      }
      const place = places.get(edge.to);
      const refsBetween = (from: number, to?: number) => trail.slice(from, to).map(({ ref }) => ref);
      if (place === undefined) enter(edge.to);
      else if (place !== 'done') found.push({ closing: edge, refs: trail.length - place <= 2 * namedEnds ? refsBetween(place) : [...refsBetween(place, place + namedEnds), '…', ...refsBetween(trail.length - namedEnds)] });
    }
  }
  return found;
}
