/** `/freshness.json`: which entries are due and overdue, and who is to look at them. */
import { z } from 'zod';
import { datasetFiles, datasetLinks, defineDataset, fields, firstRecord, type Row } from '#model/dataset.ts';
import type { Entry } from '#model/entry.ts';
import { compare } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import type { Output } from './output.ts';

const entry = z.object({
  id: fields.ref,
  url: fields.url,
  title: fields.title,
  class: z.string().describe('How fast the subject changes: a class of the review policy.'),
  days: z.int().min(1).describe('How many days an entry of this class may go without review.'),
  checked: z.iso.date().describe('The day on which it was last looked at.'),
  due: fields.due,
  state: fields.state,
  owner: z.string().optional().describe('Who reviews it.'),
});

const dataset = defineDataset({ name: 'freshness', version: 1, about: 'When each entry must be looked at again, the most urgent first.', head: {}, lists: { entries: entry } });

export const freshness: Output = {
  id: 'freshness',
  resources: () => [{
    ...datasetLinks(dataset),
    about: { zh: '每一篇下次复核的日期，最急的在前，已过期的标明。', en: 'When each entry is due for review, the most urgent first, with those that are overdue marked.' },
    example: ({ site }) => firstRecord(byUrgency(site)),
  }],
  files: ({ site }) => datasetFiles(site, dataset, {}, { entries: byUrgency(site) }),
};

function byUrgency(site: Site): Row<z.output<typeof entry>>[] {
  return site.entries
    .map((item) => ({ id: item.ref, due: site.review(item).due, make: () => recordOf(site, item) }))
    .sort((a, b) => compare(a.due, b.due) || compare(a.id, b.id));
}

function recordOf(site: Site, item: Entry): z.output<typeof entry> {
  const { ref, path, data } = item;
  const { volatility, owner } = data.review;
  return { id: ref, url: site.url(path), title: data.title, class: volatility, days: site.config.review.classes[volatility]!, ...site.review(item), ...(owner ? { owner } : {}) };
}
