/** The words of a page, field by field. */
import type { Normalise } from '../text/normalise.ts';
import { indexTokens } from '../text/tokens.ts';
import { synonymFinder, type TermTokens } from './synonyms.ts';
import type { Texts } from './texts.ts';
import type { TakeWord } from './vocabulary.ts';

/** The fields that are weighed one by one; the place of each is its bit. */
export const fields = ['title', 'asks', 'names', 'answer', 'topics', 'english', 'synonyms', 'body'] as const;

export type Field = (typeof fields)[number];

/** The bit of the field `name`. */
export function bitOf(name: Field): number {
  return 1 << fields.indexOf(name);
}

/** Makes the function that cuts texts into words. `terms` are those of the site. */
export function makeCutter(terms: readonly TermTokens[], normalise: Normalise): (texts: Texts, take: TakeWord) => void {
  const synonymsOf = synonymFinder(terms);
  return (texts, take) => {
    const add = (field: Field, tokens: readonly string[]) => {
      const bit = bitOf(field);
      for (const token of tokens) take(token, bit);
      return tokens;
    };
    const cut = (field: keyof Texts) => add(field, indexTokens(normalise(texts[field])));
    const spoken = [...cut('title'), ...cut('asks'), ...cut('answer')];
    add('synonyms', synonymsOf(spoken));
    (['names', 'topics', 'english', 'body'] as const).forEach(cut);
  };
}
