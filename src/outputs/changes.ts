/** `/changes.json`: what changed in meaning, newest first. A change of formatting is none. */
import { z } from 'zod';
import { prosePlain } from '#lib/prose.ts';
import type { Edition } from '#markup/edition.ts';
import { datasetFiles, datasetLinks, defineDataset, fields, firstRecord } from '#model/dataset.ts';
import type { Entry } from '#model/entry.ts';
import { compare } from '#model/problem.ts';
import type { Output } from './output.ts';

const change = z.object({
  date: z.iso.date(),
  type: z.enum(['published', 'revised']),
  id: fields.ref,
  url: fields.url,
  title: fields.title,
  change: z.string().optional().describe('What changed, where the log of revisions says so.'),
  reason: z.string().optional().describe('Why it changed.'),
  source: z.url().optional().describe('What the change rests on.'),
  hash: fields.hash.optional().describe('Hash of what the entry says since this change; only the latest of an entry has one.'),
});
type Change = z.output<typeof change>;

const dataset = defineDataset({ name: 'changes', version: 1, about: 'What changed in meaning, newest first.', head: {}, lists: { changes: change } });

export const changes: Output = {
  id: 'changes',
  resources: () => [{
    ...datasetLinks(dataset),
    about: { zh: '意思上的改动，新的在前，附原因；只改格式不算。', en: 'What changed in meaning and why, newest first; formatting does not count.' },
    example: (edition) => firstRecord(allChanges(edition)),
  }],
  files: (edition) => datasetFiles(edition.site, dataset, {}, { changes: allChanges(edition) }),
};

function allChanges(edition: Edition): Change[] {
  return edition.site.entries.flatMap((entry) => changesOf(edition, entry)).sort((a, b) => compare(b.date, a.date) || compare(a.id, b.id) || compare(a.type, b.type));
}

/** Publication, the revisions up to the day of the last change in meaning, and that change itself, named or not. */
function changesOf({ site, meaning }: Edition, entry: Entry): Change[] {
  const { ref, path, data } = entry;
  const last = site.changedOn(entry);
  const of = (date: string, type: Change['type']) => ({ date, type, id: ref, url: site.url(path), title: data.title });
  const hash = (date: string) => (date === last ? { hash: meaning(entry) } : {});
  const revisions = (data.revisions ?? []).filter(({ date }) => date <= last && date > data.published);
  const isNamed = last === data.published || revisions.some(({ date }) => date === last);
  return [
    ...(isNamed ? [] : [{ ...of(last, 'revised'), ...hash(last) }]),
    ...revisions.map(({ date, change: what, reason, source }) => ({ ...of(date, 'revised'), change: prosePlain(what), reason: prosePlain(reason), ...(source ? { source } : {}), ...hash(date) })),
    { ...of(data.published, 'published'), ...hash(data.published) },
  ];
}
