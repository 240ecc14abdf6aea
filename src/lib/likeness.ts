/** How alike two pieces of text are, whatever their spacing, case, punctuation or characters (traditional or simplified). */
import characters from 'opencc-js/dict/TSCharacters';

/** `text` as letters and digits only: NFKC, lower case, simplified characters. */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  for (const char of plain) if (simplified.has(char)) return Array.from(plain, (each) => simplified.get(each) ?? each).join('');
  return plain;
}

/** OpenCC's form: `from to|from to …`; where several are possible, the first is the usual one. */
const simplified = new Map(characters.split('|').map((entry) => entry.split(' ').slice(0, 2) as [from: string, to: string]).filter(([from, to]) => from !== to));

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
 * Every pair of `sets` whose coefficient reaches `least`, as two indexes, the lower first. Two sets that alike share one of
 * their rarest items, so only those are looked up: time grows with the number of sets, not with its square.
 * The idea: Bayardo, Ma, Srikant, "Scaling Up All Pairs Similarity Search", 2007.
 */
export function alikePairs(sets: readonly ReadonlySet<string>[], least: number): [first: number, second: number, likeness: number][] {
  const counts = new Map<string, number>();
  for (const set of sets) for (const item of set) counts.set(item, (counts.get(item) ?? 0) + 1);
  const holders = new Map<string, number[]>();
  const pairs: [number, number, number][] = [];
  for (const [index, set] of sets.entries()) {
    const seen = new Set<number>();
    for (const item of rarest(set, counts, least)) {
      const others = holders.get(item);
      for (const other of others ?? []) seen.add(other);
      if (others) others.push(index);
      else holders.set(item, [index]);
    }
    for (const other of seen) {
      const likeness = dice(set, sets[other]!);
      if (likeness >= least) pairs.push([other, index, likeness]);
    }
  }
  return pairs;
}

/** So many of the rarest items of `set` that none alike can do without all of them. */
function rarest(set: ReadonlySet<string>, counts: ReadonlyMap<string, number>, least: number): string[] {
  const shared = Math.ceil((set.size * least) / (2 - least) - 1e-9);
  return [...set].sort((a, b) => counts.get(a)! - counts.get(b)! || (a < b ? -1 : 1)).slice(0, set.size - shared + 1);
}
