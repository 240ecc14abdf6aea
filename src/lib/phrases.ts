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
  const root: Branch<Value> = {};
  const heads = new Uint8Array(0x10000);
  for (const { text, value } of phrases) {
    const low = lower(text);
    heads[low.charCodeAt(0)] = 1;
    let branch = root;
    for (let at = 0; at < low.length; at += 1) {
      const next = (branch.next ??= new Map());
      branch = next.get(low.charCodeAt(at)) ?? next.set(low.charCodeAt(at), {}).get(low.charCodeAt(at))!;
    }
    (branch.ends ??= []).push({ text, value, isExact: abbreviation.test(text) });
  }
  return (text) => {
    const hits: Hit<Value>[] = [];
    const low = lower(text);
    for (let start = 0; start < low.length; start += 1) {
      const head = low.charCodeAt(start);
      if (heads[head] === 0 || (head < wordy.length && wordy[head] === 1 && isWordy(text, start - 1))) continue;
      const hit = longestAt(root, text, low, start);
      if (!hit) continue;
      hits.push(hit);
      start = hit.end - 1;
    }
    return hits;
  };
}

/** The longest phrase below `root` at `start` of `text`, which in lower case is `low`. A function of its own: a loop whose counter a closure keeps makes room for it at every character. */
function longestAt<Value>(root: Branch<Value>, text: string, low: string, start: number): Hit<Value> | undefined {
  let hit: Hit<Value> | undefined;
  let end = start;
  for (let branch = root.next?.get(low.charCodeAt(start)); branch; branch = branch.next?.get(low.charCodeAt(end))) {
    end += 1;
    const found = branch.ends?.find((known) => (!known.isExact || text.startsWith(known.text, start)) && isWhole(text, start, end));
    if (found) hit = { start, end, value: found.value };
  }
  return hit;
}

/** What may follow on the characters that lead here, by character code, and the phrases that end here. The time that a text takes does not grow with their number. */
interface Branch<Value> {
  next?: Map<number, Branch<Value>>;
  ends?: Known<Value>[];
}

interface Known<Value> extends Phrase<Value> {
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
