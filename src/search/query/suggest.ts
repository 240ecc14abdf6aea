/** Suggestions while typing: questions and terms that hold what was typed so far. */
import type { Normalise } from '../text/normalise.ts';
import { runsOf } from '../text/tokens.ts';

/** One thing to suggest, as the index holds it. */
export type Suggestion = readonly [text: string, href: string];

const shown = 6;

/** Makes the function that finds suggestions for a query, best first. It takes far less than a millisecond. */
export function makeSuggest(suggestions: readonly Suggestion[], normalise: Normalise): (query: string) => Suggestion[] {
  const all = suggestions.map((suggestion) => ({ suggestion, text: squeeze(normalise(suggestion[0])) }));
  return (query) => {
    const words = runsOf(normalise(query.slice(0, 100))).map(({ text }) => squeeze(text));
    if (words.length === 0) return [];
    return all
      .map(({ suggestion, text }) => ({ suggestion, fit: fit(text, words) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit)
      .slice(0, shown)
      .map(({ suggestion }) => suggestion);
  };
}

/** How well `text` fits: every word must be in it; earlier is better, and so is a shorter text. */
function fit(text: string, words: readonly string[]): number {
  const places = words.map((word) => text.indexOf(word));
  if (places.some((place) => place < 0)) return 0;
  return 1 / (1 + Math.min(...places)) + 1 / (1 + text.length);
}

/** Text without spaces and marks: `baseurl` is "Base URL". */
export function squeeze(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}
