/** How entries stand to each other: what editors wrote, and the inverses that follow from it. */
import { relationTypes, type RelationType } from './contract.ts';
import type { Entry } from './entry.ts';

const inverse = {
  requires: 'requiredBy',
  partOf: 'hasPart',
  exampleOf: 'hasExample',
  alternativeTo: 'alternativeTo',
  supersedes: 'replacedBy',
  seeAlso: 'seeAlso',
} as const satisfies Record<RelationType, string>;

export type Inverse = (typeof inverse)[RelationType];

/** Every kind of relation that a page can show, in the order in which it shows them. */
export const shownRelations = [...relationTypes, 'requiredBy', 'hasPart', 'hasExample', 'replacedBy'] as const;
export type ShownRelation = (typeof shownRelations)[number];

/** One relation of an entry. `derived` where the other side wrote it. */
export interface Relation {
  to: string;
  as: ShownRelation;
  derived: boolean;
}

/** The relations of each entry by its reference, written ones first; a pair of entries has one relation a type. */
export function relate(entries: readonly Entry[]): ReadonlyMap<string, readonly Relation[]> {
  const relations = new Map<string, Relation[]>(entries.map(({ ref }) => [ref, []]));
  const add = (list: Relation[], relation: Relation) => {
    if (!list.some(({ to, as }) => to === relation.to && as === relation.as)) list.push(relation);
  };
  const inverses: { list: Relation[]; relation: Relation }[] = [];
  for (const entry of entries) {
    const own = relations.get(entry.ref)!;
    for (const { to, as } of entry.brief.relations) {
      const list = relations.get(to);
      if (!list) continue;
      add(own, { to, as, derived: false });
      inverses.push({ list, relation: { to: entry.ref, as: inverse[as], derived: true } });
    }
  }
  for (const { list, relation } of inverses) add(list, relation);
  return relations;
}
