/** Where the terms of a site are used. */
import type { Edition } from '../edition.ts';

/** How many entries a page names of those that use its term. */
export const shownUses = 20;

/** For each entry that defines a term, the references of the entries whose bodies link to it, in the order of the site. */
export function termUses({ site, terms }: Pick<Edition, 'site' | 'terms'>): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  for (const entry of site.entries) {
    for (const ref of terms(entry)) {
      const users = uses.get(ref);
      if (users) users.push(entry.ref);
      else if (ref !== entry.ref) uses.set(ref, [entry.ref]);
    }
  }
  return uses;
}
