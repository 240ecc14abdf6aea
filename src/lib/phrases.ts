/** Finding many phrases in a text at once: the longest at each place, none inside another. */

export interface Phrase<Value> {
  text: string;
  value: Value;
}

/** A phrase found; offsets are UTF-16 units. */
export interface Hit<Value> {
  start: number;
  end: number;
  value: Value;
}

/**
 * A function that finds `phrases` in a text, in order. A phrase that begins or ends with a Latin letter or a digit does so at
 * the bound of a word. Case does not matter but for abbreviations: SSE is not sse, IT is not it. Of equal phrases the first counts.
 */
export function makeFinder<Value>(phrases: readonly Phrase<Value>[]): (text: string) => Hit<Value>[] {
  const heads = new Uint8Array(0x10000);
  const byStart = new Map<string, Known<Value>[]>();
  for (const { text, value } of phrases) {
    const low = lower(text);
    heads[low.charCodeAt(0)] = 1;
    const known = byStart.get(low.slice(0, 2)) ?? [];
    byStart.set(low.slice(0, 2), known);
    known.push({ text, low, value, isExact: abbreviation.test(text) });
  }
  for (const known of byStart.values()) known.sort((a, b) => b.low.length - a.low.length);
  return (text) => {
    const hits: Hit<Value>[] = [];
    const low = lower(text);
    const isHere = (known: Known<Value>, start: number) => low.startsWith(known.low, start) && (!known.isExact || text.startsWith(known.text, start)) && isWhole(text, start, start + known.low.length);
    for (let start = 0; start < low.length; start += 1) {
      const head = low.charCodeAt(start);
      if (heads[head] === 0 || (head < wordy.length && wordy[head] === 1 && isWordy(text, start - 1))) continue;
      const found = byStart.get(low.slice(start, start + 2))?.find((known) => isHere(known, start)) ?? byStart.get(low[start]!)?.find((known) => isHere(known, start));
      if (!found) continue;
      hits.push({ start, end: start + found.low.length, value: found.value });
      start += found.low.length - 1;
    }
    return hits;
  };
}

interface Known<Value> extends Phrase<Value> {
  low: string;
  isExact: boolean;
}

const abbreviation = /^[^\p{Ll}\p{Script=Han}]+$/u;

/** `text` in lower case, with every character at its place: a few become two. */
function lower(text: string): string {
  const low = text.toLowerCase();
  return low.length === text.length ? low : text.replace(/[A-Z]/g, (char) => char.toLowerCase());
}

/** Whether no Latin word, such as base-url or example.com, is cut in two at either end. */
function isWhole(text: string, start: number, end: number): boolean {
  if (isWordy(text, start) && (isWordy(text, start - 1) || (isJoint(text, start - 1) && isWordy(text, start - 2)))) return false;
  return !isWordy(text, end - 1) || !(isWordy(text, end) || (isJoint(text, end) && isWordy(text, end + 1)));
}

function isWordy(text: string, at: number): boolean {
  return wordy[text.charCodeAt(at)] === 1;
}

function isJoint(text: string, at: number): boolean {
  return at >= 0 && at < text.length && '-./@'.includes(text[at]!);
}

/** By character code, for Latin letters, digits and the underscore. */
const wordy = Uint8Array.from({ length: 0x250 }, (_, code) => (/[\p{Script=Latin}\p{N}_]/u.test(String.fromCharCode(code)) ? 1 : 0));
