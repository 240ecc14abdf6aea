/** The words of a site by number. A word keeps its number while others come and go, so that what is kept of a page stays as it is. */
import { compareWords, fieldBits } from './words.ts';

/** Words with their numbers. */
export interface Numbered {
  /** In the order of their code points. */
  words: readonly string[];
  /** The number of each. */
  numbers: Uint32Array;
}

/** Takes a word of a page, with a bit for each field that holds it; the same word may come again. */
export type TakeWord = (word: string, fields: number) => void;

export interface Vocabulary {
  /** What a page holds, whose words `cut` gives: each word once, as 256 times its number plus a bit for each field. Words without a number get one. */
  listOf(cut: (take: TakeWord) => void): Uint32Array;
  /** All words that ever got a number. */
  all(): Numbered & { size: number };
}

/** A vocabulary that goes on where `known` ended. */
export function openVocabulary(known: Numbered): Vocabulary {
  const numberOf = new Map(known.words.map((word, index) => [keyOf(word), known.numbers[index]!]));
  const added: string[] = [];
  const first = known.numbers.reduce((most, number) => Math.max(most, number + 1), 0);
  /** By number: the fields of the page at hand that hold the word. */
  const fieldsOf: number[] = [];
  let room = new Uint32Array();
  let used = 0;
  /** Room for a list of `length`. */
  const take = (length: number): Uint32Array => {
    if (used + length > room.length) [room, used] = [new Uint32Array(Math.max(length, roomSize)), 0];
    return room.subarray(used, (used += length));
  };
  return {
    listOf(cut) {
      const held: number[] = [];
      cut((word, fields) => {
        const key = keyOf(word);
        let number = numberOf.get(key);
        if (number === undefined) numberOf.set(key, (number = first + added.push(word) - 1));
        const before = fieldsOf[number] ?? 0;
        if (before === 0) held.push(number);
        fieldsOf[number] = before | fields;
      });
      const list = take(held.length);
      for (const [index, number] of held.entries()) {
        list[index] = number * fieldBits + fieldsOf[number]!;
        fieldsOf[number] = 0;
      }
      return list;
    },
    all() {
      const { words, numbers } = merge(known, sortNew(added, first));
      return { words, numbers, size: first + added.length };
    },
  };
}

/** Numbers for which room is made at once, 32 MB: a piece of memory of that size goes back to the system when nobody holds it any more, and takes none before it is written to. Ten thousand small ones would stay with the process. */
const roomSize = 1 << 23;

/** What stands for `word`: most words are pairs of characters, and numbers are found several times as fast. */
function keyOf(word: string): string | number {
  return word.length === 2 ? (word.charCodeAt(0) << 16) | word.charCodeAt(1) : word;
}

function sortNew(added: readonly string[], first: number): Numbered {
  const order = [...added.keys()].sort((a, b) => compareWords(added[a]!, added[b]!));
  return { words: order.map((index) => added[index]!), numbers: Uint32Array.from(order, (index) => first + index) };
}

function merge(one: Numbered, other: Numbered): Numbered {
  if (one.words.length === 0 || other.words.length === 0) return one.words.length === 0 ? other : one;
  const words: string[] = [];
  const numbers = new Uint32Array(one.words.length + other.words.length);
  const take = ({ words: from, numbers: of }: Numbered, index: number) => {
    numbers[words.push(from[index]!) - 1] = of[index]!;
  };
  let next = 0;
  for (let index = 0; index < one.words.length; index += 1) {
    while (next < other.words.length && compareWords(other.words[next]!, one.words[index]!) < 0) take(other, next++);
    take(one, index);
  }
  while (next < other.words.length) take(other, next++);
  return { words, numbers };
}
