/** Which entries of a site ask nearly what a new one would ask. */
import { bigrams, dice, fold } from '#lib/likeness.ts';
import { waysToAsk, type Entry } from '#model/entry.ts';
import type { Site } from '#model/site.ts';

export interface Near {
  entry: Entry;
  /** Dice's coefficient of the closest two phrasings, from 0 to 1. */
  likeness: number;
  /** The phrasing of the entry that comes closest. */
  phrase: string;
}

/** The likeness from which two phrasings are probably one question. */
export const sameQuestion = 0.6;
/** The likeness from which two entries probably have to do with each other. */
export const related = 0.2;

/** Entries that have something in common with one of `phrases`, the nearest first. */
export function nearestTo(phrases: readonly string[], { entries }: Site): Near[] {
  const wanted = phrases.map((phrase) => bigrams(fold(phrase)));
  return entries
    .map((entry): Near => {
      const known = [...waysToAsk(entry), entry.slug].map((phrase) => ({ phrase, pairs: bigrams(fold(phrase)) }));
      const pairs = known.flatMap(({ phrase, pairs: own }) => wanted.map((pairs) => ({ entry, phrase, likeness: dice(pairs, own) })));
      return pairs.reduce((best, pair) => (pair.likeness > best.likeness ? pair : best));
    })
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
}

/** The category that most of the nearest entries have, each counted by its likeness. */
export function categoryOf(near: readonly Near[]): string | undefined {
  const votes = new Map<string, number>();
  for (const { entry, likeness } of near.slice(0, 5)) votes.set(entry.data.category, (votes.get(entry.data.category) ?? 0) + likeness);
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0];
}
