/** `/changes.json`: what changed in meaning, newest first. A change of formatting is none. */
import { z } from 'zod';
import { prosePlain } from '#lib/prose.ts';
import type { Edition } from '#markup/edition.ts';
import { datasetFiles, datasetLinks, defineDataset, fields, firstRecord, type Row } from '#model/dataset.ts';
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

function allChanges(edition: Edition): Row<Change>[] {
  return edition.site.entries.flatMap((entry) => changesOf(edition, entry)).sort((a, b) => compare(b.date, a.date) || compare(a.ref, b.ref) || compare(a.type, b.type));
}

/** The changes of one entry. What a record says is read when it is made; where it stands is known before. */
function changesOf(edition: Edition, entry: Entry): (Row<Change> & Pick<Change, 'date' | 'type'> & { ref: string })[] {
  const { ref } = entry;
  return momentsOf(edition, entry).map(({ date, type }, index) => ({ id: `${ref} ${index}`, ref, date, type, make: () => recordOf(edition, entry, index) }));
}

function recordOf(edition: Edition, entry: Entry, index: number): Change {
  const { ref, path, data } = entry;
  const { date, type, named, isLast } = momentsOf(edition, entry)[index]!;
  const revision = named === undefined ? undefined : data.revisions![named];
  return {
    date,
    type,
    id: ref,
    url: edition.site.url(path),
    title: data.title,
    ...(revision ? { change: prosePlain(revision.change), reason: prosePlain(revision.reason), ...(revision.source ? { source: revision.source } : {}) } : {}),
    ...(isLast ? { hash: edition.meaning(entry) } : {}),
  };
}

/** Publication, the revisions up to the day of the last change in meaning, and that change itself, named or not. */
function momentsOf({ site }: Edition, entry: Entry): Moment[] {
  const { published, revised } = entry.brief;
  const last = site.changedOn(entry);
  const on = (date: string, type: Change['type']) => ({ date, type, isLast: date === last });
  const named = revised.map((date, index) => ({ ...on(date, 'revised'), named: index })).filter(({ date }) => date <= last && date > published);
  const isNamed = last === published || named.some(({ isLast }) => isLast);
  return [...(isNamed ? [] : [on(last, 'revised')]), ...named, on(published, 'published')];
}

interface Moment extends Pick<Change, 'date' | 'type'> {
  /** Place of the revision that names it. */
  named?: number;
  isLast: boolean;
}
