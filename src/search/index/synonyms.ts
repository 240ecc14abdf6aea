/** Synonyms from the glossary: who reads "SSE" on a page finds it by 事件流 as well. Spread when indexing, so that browsers need no table. */
import type { Normalise } from '../text/normalise.ts';
import { indexTokens } from '../text/tokens.ts';

/** A term as the tokens of each of its names. */
export type TermTokens = readonly (readonly string[])[];

/** The tokens of terms. `named` are the names of each. */
export function tokensOfTerms(named: readonly (readonly string[])[], normalise: Normalise): TermTokens[] {
  return named.map((names) => names.map((name) => indexTokens(normalise(name))).filter((name) => name.length > 0));
}

/** Makes the function that finds, for tokens of a page, the tokens of other names of those `terms` that it mentions. */
export function synonymFinder(terms: readonly TermTokens[]): (tokens: readonly string[]) => string[] {
  /** Names with their term, by their first token: a page is asked only about names that may begin in it. */
  const byFirst = Map.groupBy(terms.flatMap((names) => names.map((name) => ({ name, names }))), ({ name }) => name[0]!);
  return (tokens) => {
    const found = new Set<TermTokens>();
    for (const [at, token] of tokens.entries()) {
      for (const { name, names } of byFirst.get(token) ?? []) {
        if (name.every((part, index) => matches(tokens[at + index], part, index === name.length - 1))) found.add(names);
      }
    }
    if (found.size === 0) return [];
    const own = new Set(tokens);
    return [...new Set([...found].flat(2))].filter((token) => !own.has(token));
  };
}

/** The last Han character of a name stands alone there, and with its neighbour in a longer text. */
function matches(token: string | undefined, part: string, last: boolean): boolean {
  return token !== undefined && (token === part || (last && /^\p{Script=Han}z$/u.test(part) && token.startsWith(part.slice(0, -1))));
}
