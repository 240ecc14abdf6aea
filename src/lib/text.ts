/** Text measured and cut the way a reader of Chinese counts it: in characters, never in bytes. */
import leven from 'leven';

/** Number of characters (Unicode code points) in `text`; a Han character counts one, as does an emoji of one code point. */
export function countChars(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** The first `max` characters of `text`, with an ellipsis when something was cut off. */
export function excerpt(text: string, max: number): string {
  if (text.length <= max) return text;
  const chars = [...text];
  return chars.length <= max ? text : `${chars.slice(0, max - 1).join('')}…`;
}

/** `text` without the full stop at its end, to stand in brackets: other programs say what is wrong with one or without. */
export function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}

/** The first sentence of `text`, which is in `language`. */
export function firstSentence(text: string, language: string): string {
  const [first] = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text);
  return first?.segment.trim() ?? '';
}

/** `text` trimmed, and without the invisible characters that XML or HTML cannot carry: no surface could show it as another does. */
export function cleanLine(text: string): string {
  const clean = mayBeInvisible.test(text) ? text.replace(/[\t\u2028\u2029]/g, ' ').replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '') : text;
  return clean.trim();
}

/** One look at most lines is enough; half an emoji counts, too. */
const mayBeInvisible = /[\0-\x1F\x7F-\x9F\u2028\u2029\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Where `text` holds the first character that {@link cleanLine} would drop from a line, and which it is. */
export function findInvisible(text: string): { line: number; name: string } | undefined {
  const found = /[^\P{Cc}\t\n]|[\p{Cs}\uFFFE\uFFFF]/u.exec(text);
  if (!found) return undefined;
  const name = `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  return { line: text.slice(0, found.index).split('\n').length, name };
}

/** `items` in order, in as few runs as hold at most `max` by `sizeOf`; an item larger than that is a run of its own. */
export function splitRuns<Item>(items: readonly Item[], sizeOf: (item: Item) => number, max: number): Item[][] {
  const runs: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (size > room || runs.length === 0) {
      runs.push([]);
      room = max;
    }
    runs.at(-1)!.push(item);
    room -= size;
  }
  return runs;
}

/** The candidate closest to `word`, or undefined when none is near enough to be what was meant: what both begin with says little. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const atLeast = leastDistanceFrom(wanted);
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const other = candidate.toLowerCase();
    const most = Math.min(bestDistance - 1, Math.max(2, Math.ceil((wanted.length - sharedStart(wanted, other)) / 3)));
    if (atLeast(other) > most) continue;
    const distance = leven(wanted, other);
    if (distance <= most) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/**
 * A function that tells how far a text is from `wanted` at least: by what characters of the longer one the other lacks.
 * Where a folder was renamed, thousands of references are each held to thousands of entries, and this takes a tenth of the time that the whole comparison takes.
 */
function leastDistanceFrom(wanted: string): (other: string) => number {
  const left = new Int32Array(128); // codes that share a place only make it less
  for (let at = 0; at < wanted.length; at += 1) left[wanted.charCodeAt(at) & 127]! += 1;
  return (other) => {
    let shared = 0;
    for (let at = 0; at < other.length; at += 1) if (left[other.charCodeAt(at) & 127]!-- > 0) shared += 1;
    for (let at = 0; at < other.length; at += 1) left[other.charCodeAt(at) & 127]! += 1;
    return Math.max(wanted.length, other.length) - shared;
  };
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}
