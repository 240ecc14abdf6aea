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
  const inverses: { list: Relation[]; relation: Relation }[] = [];
  for (const entry of entries) {
    const own = relations.get(entry.ref)!;
    for (const { to, as } of entry.brief.relations) {
      const list = relations.get(to);
      if (!list || isWritten(own, to, as)) continue;
      own.push({ to, as, derived: false });
      inverses.push({ list, relation: { to: entry.ref, as: inverse[as], derived: true } });
    }
  }
  for (const { list, relation } of inverses) if (!isWritten(list, relation.to, relation.as)) list.push(relation);
  return relations;
}

/** Whether an editor wrote the relation into `list`. Those that follow from others stand behind and are no two the same: what all entries require has as many as there are entries. */
function isWritten(list: readonly Relation[], to: string, as: ShownRelation): boolean {
  for (const relation of list) {
    if (relation.derived) return false;
    if (relation.to === to && relation.as === as) return true;
  }
  return false;
}
