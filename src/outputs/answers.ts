/** `/answers.json`: every entry as data, with what must travel with its answer. */
import { z } from 'zod';
import { prosePlain } from '#lib/prose.ts';
import type { Edition } from '#markup/edition.ts';
import { offersAnswers } from '#model/ai-policy.ts';
import { datasetFiles, datasetLinks, defineDataset, fields, firstRecord, type Row } from '#model/dataset.ts';
import type { Entry } from '#model/entry.ts';
import { twinPath } from '#model/paths.ts';
import { resolveTarget } from '#model/target.ts';
import type { Output } from './output.ts';

const texts = () => z.array(z.string());

const entry = z.object({
  id: fields.ref,
  kind: fields.kind,
  url: fields.url,
  markdown: z.url().describe('The page as Markdown.'),
  title: fields.title,
  question: z.string().optional().describe('The question as a person asked it, where the kind has one.'),
  asks: texts().describe('Other phrasings of the question.'),
  shortAnswer: fields.shortAnswer,
  boundaries: z.object({
    appliesTo: texts().min(1).describe('When the answer holds.'),
    notFor: texts().min(1).describe('When it does not hold, or what it does not promise.'),
    neverShare: texts().describe('What must stay out of public channels.'),
  }),
  nextSteps: z.array(z.object({
    text: z.string(),
    title: z.string().optional().describe('Title of the page that the step leads to, where it is one of the site.'),
    url: z.string().optional().describe('Where the step leads.'),
  })).min(1),
  published: z.iso.date(),
  updated: fields.changed,
  review: z.object({ checked: z.iso.date().describe('The day on which it was last looked at.'), due: fields.due, state: fields.state }),
  hash: fields.hash,
});

const dataset = defineDataset({ name: 'answers', version: 1, about: 'Every entry of the site with its answer, its boundaries and its next steps.', head: {}, lists: { entries: entry } });

export const answers: Output = {
  id: 'answers',
  resources: (site) => (offersAnswers(site) ? [{
    ...datasetLinks(dataset),
    about: { zh: '每一篇条目的短答案、适用边界、下一步、日期和复核状态。', en: 'The short answer, boundaries, next steps, dates and review state of every entry.' },
    example: (edition) => firstRecord(rowsOf(edition)),
  }] : []),
  files: (edition) => (offersAnswers(edition.site) ? datasetFiles(edition.site, dataset, {}, { entries: rowsOf(edition) }) : []),
};

function* rowsOf(edition: Edition): Generator<Row<z.output<typeof entry>>> {
  for (const item of edition.site.entries) yield { id: item.ref, make: () => recordOf(edition, item) };
}

function recordOf({ site, meaning }: Edition, item: Entry): z.output<typeof entry> {
  const { ref, kind, path, data } = item;
  const [question, ...asks] = kind.phrasings?.(data) ?? [];
  const { appliesTo, notFor, neverShare = [] } = data.boundaries;
  return {
    id: ref,
    kind: kind.id,
    url: site.url(path),
    markdown: site.url(twinPath(path)),
    title: data.title,
    ...(question === undefined ? {} : { question }),
    asks,
    shortAnswer: data.shortAnswer,
    boundaries: { appliesTo: appliesTo.map(prosePlain), notFor: notFor.map(prosePlain), neverShare: neverShare.map(prosePlain) },
    nextSteps: data.nextSteps.map(({ text, to }) => {
      const { title, url } = to ? resolveTarget(site, to) : {};
      return { text: prosePlain(text), ...(title ? { title } : {}), ...(url ? { url } : {}) };
    }),
    published: data.published,
    updated: site.changedOn(item),
    review: site.review(item),
    hash: meaning(item),
  };
}
