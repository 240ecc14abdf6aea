/** `/graph.json`: the entries, and how they stand to each other. */
import { z } from 'zod';
import { datasetFiles, datasetLinks, defineDataset, fields, firstRecord, type Row } from '#model/dataset.ts';
import { shownRelations } from '#model/relations.ts';
import type { Site } from '#model/site.ts';
import type { Output } from './output.ts';

const node = z.object({ id: fields.ref, kind: fields.kind, url: fields.url, title: fields.title });

const relation = z.object({
  from: fields.ref,
  type: z.enum(shownRelations).describe('What the second is to the first: from requires to.'),
  to: fields.ref,
  derived: z.boolean().describe('Whether it is the inverse of a relation that the other entry states.'),
});

const dataset = defineDataset({ name: 'graph', version: 1, about: 'The entries of the site and their relations. Every relation is there in both directions.', head: {}, lists: { nodes: node, relations: relation } });

export const graph: Output = {
  id: 'graph',
  resources: () => [{
    ...datasetLinks(dataset),
    about: { zh: '条目之间的关系，正反两个方向都列出。', en: 'The relations between entries, in both directions.' },
    example: ({ site }) => firstRecord(relationsOf(site)) ?? firstRecord(nodesOf(site)),
  }],
  files: ({ site }) => datasetFiles(site, dataset, {}, { nodes: nodesOf(site), relations: relationsOf(site) }),
};

function* nodesOf(site: Site): Generator<Row<z.output<typeof node>>> {
  for (const entry of site.entries) yield { id: entry.ref, make: () => ({ id: entry.ref, kind: entry.kind.id, url: site.url(entry.path), title: entry.brief.title }) };
}

/** Nothing of a relation is left to be made: it is known as soon as it is there. */
function* relationsOf(site: Site): Generator<Row<z.output<typeof relation>>> {
  for (const { ref } of site.entries) {
    for (const { to, as, derived } of site.relations(ref)) yield { make: () => ({ from: ref, type: as, to, derived }) };
  }
}
