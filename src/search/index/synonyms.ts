/** Synonyms from the glossary: who reads "SSE" on a page finds it by 事件流 as well. Spread when indexing, so that browsers need no table. */
import type { Normalise } from '../text/normalise.ts';
import { indexTokens } from '../text/tokens.ts';

/** A term as the tokens of each of its names. */
export type TermTokens = readonly (readonly string[])[];

/** The tokens of terms. `named` are the names of each. */
export function tokensOfTerms(named: readonly (readonly string[])[], normalise: Normalise): TermTokens[] {
  return named.map((names) => names.map((name) => indexTokens(normalise(name))).filter((name) => name.length > 0));
}

/** What may follow in a name: a tree, since thousands of names begin alike. */
interface Step {
  next: Map<string, Step>;
  /** The terms that have a name that ends here. */
  terms: TermTokens[];
}

/** Makes the function that finds, for tokens of a page, the tokens of other names of those `terms` that it mentions. */
export function synonymFinder(terms: readonly TermTokens[]): (tokens: readonly string[]) => string[] {
  const start: Step = { next: new Map(), terms: [] };
  for (const names of terms) for (const name of names) follow(start, name).terms.push(names);
  return (tokens) => {
    const found = new Set<TermTokens>();
    for (let at = 0; at < tokens.length; at += 1) {
      let step = start.next.get(tokens[at]!);
      for (let index = at + 1; step; index += 1) {
        for (const term of step.terms) found.add(term);
        const token = tokens[index];
        if (token === undefined) break;
        for (const term of step.next.get(beginning(token))?.terms ?? []) found.add(term);
        step = step.next.get(token);
      }
    }
    if (found.size === 0) return [];
    const own = new Set(tokens);
    return [...new Set([...found].flat(2))].filter((token) => !own.has(token));
  };
}

/** The step to which `name` leads, which is made where there is none. */
function follow(start: Step, name: readonly string[]): Step {
  let step = start;
  for (const [index, token] of name.entries()) {
    // The last Han character of a name stands alone there, and with its neighbour in a longer text.
    const key = index > 0 && index === name.length - 1 && /^\p{Script=Han}z$/u.test(token) ? beginning(token) : token;
    let next = step.next.get(key);
    if (!next) step.next.set(key, (next = { next: new Map(), terms: [] }));
    step = next;
  }
  return step;
}

/** Stands for every token that begins as `token` does; no token has an asterisk. */
function beginning(token: string): string {
  return `${String.fromCodePoint(token.codePointAt(0)!)}*`;
}
