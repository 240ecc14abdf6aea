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
export function relate(entries: readonly Entry[]): Map<string, Relation[]> {
  const relations = new Map<string, Relation[]>(entries.map(({ ref }) => [ref, []]));
  const add = (from: string, relation: Relation) => {
    const list = relations.get(from);
    if (list && relations.has(relation.to) && !list.some(({ to, as }) => to === relation.to && as === relation.as)) list.push(relation);
  };
  const written = entries.map((entry) => ({ from: entry.ref, all: writtenRelations(entry) }));
  for (const { from, all } of written) for (const { to, as } of all) add(from, { to, as, derived: false });
  for (const { from, all } of written) for (const { to, as } of all) add(to, { to: from, as: inverse[as], derived: true });
  return relations;
}

function writtenRelations({ data, kind }: Entry): { to: string; as: RelationType }[] {
  const own = (kind.references?.(data) ?? []).flatMap(({ to, as }) => (as ? [{ to, as }] : []));
  return own.length === 0 ? (data.related ?? []) : [...(data.related ?? []), ...own];
}
