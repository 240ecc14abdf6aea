/** How alike two pieces of text are, whatever their spacing, case, punctuation or characters (traditional or simplified). */
import characters from 'opencc-js/dict/TSCharacters';

/** `text` as letters and digits only: NFKC, lower case, simplified characters. C++, C# and 1.5 keep their signs. */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}+#.]+|(?<!\d)\.|\.(?!\d)/gu, '');
  for (let at = 0; at < plain.length; at += 1) if (mayChange[plain.charCodeAt(at)] === 1) return Array.from(plain, (each) => simplified.get(each) ?? each).join('');
  return plain;
}

/** OpenCC's form: `from to|from to …`; where several are possible, the first is the usual one. */
const simplified = new Map(characters.split('|').map((entry) => entry.split(' ').slice(0, 2) as [from: string, to: string]).filter(([from, to]) => from !== to));

/** By the first UTF-16 unit of a character: whether it may have a simplified form. */
const mayChange = new Uint8Array(0x10000);
for (const from of simplified.keys()) mayChange[from.charCodeAt(0)] = 1;

/** Neighbouring pairs of characters of `text`. */
export function bigrams(text: string): Set<string> {
  const pairs = new Set<string>();
  let previous = '';
  for (const char of text) {
    if (previous) pairs.add(previous + char);
    previous = char;
  }
  return pairs;
}

/** Dice's coefficient of two sets: twice what they share by what they hold, from 0 to 1. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size + b.size === 0) return 0;
  let shared = 0;
  for (const item of a) if (b.has(item)) shared += 1;
  return (2 * shared) / (a.size + b.size);
}

/**
 * Every pair of `sets` whose coefficient reaches `least`, as two indexes, the lower first. Two sets that are alike share one of
 * their rarest items, so only sets that hold one of those are compared.
 * The idea: Bayardo, Ma, Srikant, "Scaling Up All Pairs Similarity Search", 2007.
 */
export function alikePairs(sets: readonly ReadonlySet<string>[], least: number): [first: number, second: number][] {
  const counts = new Map<string, number>();
  for (const set of sets) for (const item of set) counts.set(item, (counts.get(item) ?? 0) + 1);
  const holders = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  // From small to large: of what is alike, the smaller shares more of itself than the larger.
  for (const index of [...sets.keys()].sort((a, b) => sets[a]!.size - sets[b]!.size || a - b)) {
    const set = sets[index]!;
    const rarest = [...set].sort((a, b) => counts.get(a)! - counts.get(b)! || (a < b ? -1 : 1));
    const seen = new Set<number>();
    for (const item of rarest.slice(0, spareOf(set, least / (2 - least)) + 1)) for (const other of holders.get(item) ?? []) seen.add(other);
    for (const other of seen) if (isAlike(sets[other]!, set, least)) pairs.push(other < index ? [other, index] : [index, other]);
    for (const item of rarest.slice(0, spareOf(set, least) + 1)) {
      const others = holders.get(item);
      if (others) others.push(index);
      else holders.set(item, [index]);
    }
  }
  return pairs;
}

/** How many items of `set` may be missing from one that holds at least `share` of it. */
function spareOf(set: ReadonlySet<string>, share: number): number {
  return set.size - Math.ceil(set.size * share - 1e-9);
}

/** Whether `dice` of two sets reaches `least`, told as soon as too much is missing. */
function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>, least: number): boolean {
  let spare = a.size - (least * (a.size + b.size)) / 2 + 1e-9;
  for (const item of a) {
    if (!b.has(item)) spare -= 1;
    if (spare < 0) return false;
  }
  return true;
}
