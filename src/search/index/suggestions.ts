/** What the search box suggests while one types. */
import type { Suggestion } from '../query/suggest.ts';
import type { SearchRecord } from './records.ts';

/** Every reader of the search box loads them all, so a large site suggests a part of its questions; the search itself finds the rest. */
const maxSuggestions = 300;

/** Titles of all pages as far as there is room, then the other ways to ask for them. */
export function suggestionsOf(records: readonly SearchRecord[]): Suggestion[] {
  const titles = records.map(({ title, card }): Suggestion => [title, card.href]);
  const asks = records.flatMap(({ phrasings, card }) => phrasings.map((ask): Suggestion => [ask, card.href]));
  return [...new Map([...titles, ...asks].map((suggestion) => [suggestion[0], suggestion])).values()].slice(0, maxSuggestions);
}
