/** Where the terms of a site are used. */

/** How many entries a page names of those that use its term. */
export const shownUses = 20;

/** An entry and the references of the terms to which its body links. */
export interface Using {
  ref: string;
  terms: readonly string[];
}

/** For each entry that defines a term, the references of those of `entries` whose bodies link to it, in their order. */
export function termUses(entries: readonly Using[]): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  for (const { ref, terms } of entries) {
    for (const term of terms) {
      const users = uses.get(term);
      if (users) users.push(ref);
      else if (term !== ref) uses.set(term, [ref]);
    }
  }
  return uses;
}
