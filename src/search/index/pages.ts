/** Records cut into the tokens of each field that Pagefind weighs. */
import type { Normalise } from '../text/normalise.ts';
import { indexTokens } from '../text/tokens.ts';
import type { SearchRecord } from './records.ts';
import { synonymFinder } from './synonyms.ts';

/** The fields that are weighed one by one. */
export type Field = 'title' | 'asks' | 'names' | 'answer' | 'topics' | 'english' | 'synonyms' | 'body';

/** One page as Pagefind gets it: each token once a field. */
export interface IndexPage {
  record: SearchRecord;
  fields: Record<Field, readonly string[]>;
}

/** The pages of the index. */
export function pagesOf(records: readonly SearchRecord[], normalise: Normalise): IndexPage[] {
  const tokens = (text: string) => [...new Set(indexTokens(normalise(text)))];
  const synonymsOf = synonymFinder(records, normalise);
  return records.map((record) => {
    const { title, asks, names, answer, topics, english, body } = record;
    const spoken = indexTokens(normalise([title, ...asks, answer].join('\n')));
    return {
      record,
      fields: { title: tokens(title), asks: tokens(asks.join('\n')), names: tokens(names.join('\n')), answer: tokens(answer), topics: tokens(topics.join('\n')), english: tokens(english), synonyms: synonymsOf(spoken), body: tokens(body) },
    };
  });
}

/** How many pages hold each token. */
export function vocabularyOf(pages: readonly IndexPage[]): Map<string, number> {
  const holding = new Map<string, number>();
  for (const { fields } of pages) {
    const own = new Set<string>();
    for (const list of Object.values(fields)) for (const token of list) own.add(token);
    for (const token of own) holding.set(token, (holding.get(token) ?? 0) + 1);
  }
  return holding;
}

/** Share of all pages, and number of pages, up to which a token of the body is kept. */
const commonShare = 0.2;
const commonCount = 3;

/** The pages without the tokens of bodies that many pages hold: these tell pages apart the least, and are most of the index. */
export function pruneBodies(pages: readonly IndexPage[], vocabulary: ReadonlyMap<string, number>): IndexPage[] {
  const most = Math.max(commonCount, pages.length * commonShare);
  return pages.map(({ record, fields }) => ({ record, fields: { ...fields, body: fields.body.filter((token) => vocabulary.get(token)! <= most) } }));
}
