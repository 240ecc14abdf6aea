/** What was probably meant by a word that the site does not have. */
import type { Words } from './lexicon.ts';

/** The Latin stem closest to `token`: with the same first letter, one edit away, two from eight letters on; of equals the commonest. */
export function closestStem(token: string, stems: ReadonlyMap<string, number>): string | undefined {
  if (token.length < 3) return undefined;
  const allowed = token.length >= 8 ? 2 : 1;
  let best: { stem: string; edits: number; rarity: number } | undefined;
  for (const [stem, rarity] of stems) {
    if (Math.abs(stem.length - token.length) > allowed || stem[0] !== token[0] || /\d/.test(stem)) continue;
    const edits = editDistance(token, stem, allowed);
    if (token.length === 3 && !isAnagram(token, stem)) continue;
    if (edits <= allowed && (!best || edits < best.edits || (edits === best.edits && rarity < best.rarity))) best = { stem, edits, rarity };
  }
  return best?.stem;
}

/** Three letters are too few to guess by, unless only their order is wrong. */
function isAnagram(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

/** The name that differs from a stretch of `run` around `word` in one character; the longest, then one that begins alike. */
export function closestWord(run: string, word: string, { names }: Words): string | undefined {
  const chars = [...run];
  const start = [...run.slice(0, run.indexOf(word))].length;
  const end = start + [...word].length;
  let best: { name: string; fit: number } | undefined;
  for (const name of names) {
    const wanted = [...name];
    for (let at = Math.max(0, end - wanted.length); at <= Math.min(start, chars.length - wanted.length); at += 1) {
      const fit = wanted.length + (wanted[0] === chars[at] ? 0.5 : 0);
      if (fit > (best?.fit ?? 0) && wanted.filter((char, index) => char !== chars[at + index]).length === 1) best = { name, fit };
    }
  }
  return best?.name;
}

/** Insertions, deletions, replacements and swaps of neighbours between two words; more than `limit` counts as `limit + 1`. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length]!;
}
