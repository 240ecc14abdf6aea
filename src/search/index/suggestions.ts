/** What the search box suggests while one types. */
import type { Suggestion } from '../query/suggest.ts';
import type { SearchRecord } from './records.ts';

/** Every reader of the search box loads them all, so a large site suggests a part of its questions; the search itself finds the rest. */
const maxSuggestions = 300;

/** Titles of all pages as far as there is room, then the other ways to ask for them. */
export function suggestionsOf(records: readonly SearchRecord[]): Suggestion[] {
  const found = new Map<string, string>();
  for (const [text, { href }] of textsOf(records)) {
    if (found.size === maxSuggestions) break;
    if (!found.has(text)) found.set(text, href());
  }
  return [...found];
}

function* textsOf(records: readonly SearchRecord[]): Generator<[text: string, record: SearchRecord]> {
  for (const record of records) yield [record.title, record];
  for (const record of records) for (const ask of record.phrasings()) yield [ask, record];
}
