/** The terms of a site, as bodies are searched for them. */
import { digest } from '#lib/hash.ts';
import { makeFinder } from '#lib/phrases.ts';
import { countChars } from '#lib/text.ts';
import { namesOf, type Entry } from '#model/entry.ts';
import type { TermName } from '../source.ts';

export interface Lexicon {
  /** Digest of all names. */
  id: string;
  /** Whether it would be the same with `after` in the place of the entry `before`. */
  allows(before: Entry, after: Entry | undefined): boolean;
  /**
   * The names that stand anywhere in `text`, each once. Bodies depend on these and on no other term,
   * so that a new term touches only the entries that mention it.
   */
  namesIn(text: string): TermName[];
}

/** The lexicon of what `entries` define. A single character is no name: it stands in too many words. */
export function makeLexicon(entries: readonly Entry[]): Lexicon {
  const names = entries.flatMap(termNamesOf);
  const find = makeFinder(names.map((value) => ({ text: value.name, value })));
  return { id: digest(JSON.stringify(names)), allows: (before, after) => JSON.stringify(termNamesOf(before)) === JSON.stringify(after ? termNamesOf(after) : []), namesIn: (text) => [...new Set(find(text).map(({ value }) => value))] };
}

function termNamesOf(entry: Entry): TermName[] {
  const { ref, brief } = entry;
  return brief.draft || brief.supersededBy ? [] : namesOf(entry).filter((name) => countChars(name) > 1).map((name) => ({ name, ref }));
}
