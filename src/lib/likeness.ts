/** How alike two pieces of text are, whatever their spacing, case, punctuation or characters (traditional or simplified). */
import characters from 'opencc-js/dict/TSCharacters';
import { once } from './once.ts';

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
 * Every pair of `texts` whose pairs of characters reach `least` by {@link dice}, and of which one has every character of the other:
 * where each has one that the other lacks, a word stands for another. Two indexes, the lower first. Texts have three different characters at least.
 * Whatever has all characters of a text has its three rarest ones, so only texts that do are compared, and of those the pairs that `isWanted`.
 */
export function alikePairs(texts: readonly string[], least: number, isWanted: (one: number, other: number) => boolean = () => true): [first: number, second: number][] {
  const { sets, count } = rankCharacters(texts);
  const byRarest = new Map([...Map.groupBy(sets.keys(), (index) => sets[index]![0]! * count + sets[index]![1]!)].map(([two, indexes]) => [two, Map.groupBy(indexes, (index) => sets[index]![2]!)]));
  return sets.flatMap((set, index) => {
    const own = once(() => bigrams(texts[index]!));
    const isPair = (other: number): boolean => {
      const isFound = other === index || (sets[other]!.length === set.length && other > index); // two of the same characters find each other
      return !isFound && isWanted(index, other) && hasAll(set, sets[other]!) && dice(own(), bigrams(texts[other]!)) >= least;
    };
    const alike: [number, number][] = [];
    for (let second = 1; second < set.length; second += 1) {
      for (let first = 0; first < second; first += 1) {
        const byThird = byRarest.get(set[first]! * count + set[second]!);
        for (let third = second + 1; byThird && third < set.length; third += 1) {
          for (const other of byThird.get(set[third]!) ?? []) if (isPair(other)) alike.push(other < index ? [other, index] : [index, other]);
        }
      }
    }
    return alike;
  });
}

/** The characters of each text as numbers, the rarest of all first, and how many there are. */
function rankCharacters(texts: readonly string[]): { sets: Uint32Array[]; count: number } {
  const counts = new Map<string, number>();
  const charsOf = texts.map((text) => new Set(text));
  for (const set of charsOf) for (const char of set) counts.set(char, (counts.get(char) ?? 0) + 1);
  const ranks = new Map([...counts].sort(([a, many], [b, more]) => many - more || (a < b ? -1 : 1)).map(([char], rank) => [char, rank]));
  return { sets: charsOf.map((set) => Uint32Array.from(set, (char) => ranks.get(char)!).sort()), count: counts.size };
}

/** Whether `set` has all of `others`; both are rising numbers. */
function hasAll(set: Uint32Array, others: Uint32Array): boolean {
  let at = 0;
  for (const other of others) {
    while (at < set.length && set[at]! < other) at += 1;
    if (set[at] !== other) return false;
  }
  return true;
}
