/** `/questions.json`: every way to ask for something, with the answer to it; looking a question up needs no server. */
import { z } from 'zod';
import { prosePlain } from '#lib/prose.ts';
import { offersAnswers } from '#model/ai-policy.ts';
import { datasetFiles, datasetLinks, defineDataset, fields, firstRecord, type Row } from '#model/dataset.ts';
import { waysToAsk, type Entry } from '#model/entry.ts';
import { questionsRecipe } from '#model/questions-recipe.ts';
import type { Site } from '#model/site.ts';
import type { Output } from './output.ts';

const entry = z.object({
  id: fields.ref,
  url: fields.url,
  phrasings: z.array(z.string()).min(1).describe('The title, the question with its other phrasings, names of the subject and other words that people type; each once.'),
  shortAnswer: fields.shortAnswer,
  boundary: z.string().describe('One case in which the answer does not hold.'),
  updated: fields.changed,
  state: fields.state,
});

const dataset = defineDataset({ name: 'questions', version: 1, about: 'Every phrasing of every question that the site answers, with the answer.', head: {}, lists: { entries: entry } });

export const questions: Output = {
  id: 'questions',
  resources: (site) => (offersAnswers(site) ? [{
    ...datasetLinks(dataset),
    about: { zh: '每一种问法和说法，对应到条目、短答案和一条边界。', en: 'Every phrasing and name, with its entry, the short answer and one boundary.' },
    example: ({ site }) => firstRecord(rowsOf(site)),
    recipe: (site) => site.entries[0] && questionsRecipe(site.url('/questions.json'), site.entries[0].data.title),
  }] : []),
  files: ({ site }) => (offersAnswers(site) ? datasetFiles(site, dataset, {}, { entries: rowsOf(site) }) : []),
};

function* rowsOf(site: Site): Generator<Row<z.output<typeof entry>>> {
  for (const item of site.entries) yield { id: item.ref, make: () => recordOf(site, item) };
}

function recordOf(site: Site, item: Entry): z.output<typeof entry> {
  const { ref, path, data } = item;
  return {
    id: ref,
    url: site.url(path),
    phrasings: [...new Set(waysToAsk(item))],
    shortAnswer: data.shortAnswer,
    boundary: prosePlain(data.boundaries.notFor[0]!),
    updated: site.changedOn(item),
    state: site.review(item).state,
  };
}
