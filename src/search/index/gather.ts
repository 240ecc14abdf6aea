/** Postings from scratch: the words of pages, page after page. */
import { compareWords, fieldBits, type Postings } from './postings.ts';

/** Takes a word of a page, with a bit for each field that holds it; the same word may come again. */
export type TakeWord = (word: string, fields: number) => void;

/** The postings of `pages`, which come in rising order; `cut` gives the words of one. */
export function makePostings(pages: readonly number[], cut: (page: number, take: TakeWord) => void): Postings {
  const numbers = new Map<string | number, number>();
  const words: string[] = [];
  /** By number of the word: how many pages hold it, and in which fields the page at hand does. */
  const counts: number[] = [];
  const fieldsOf: number[] = [];
  let held: number[] = [];
  const take: TakeWord = (word, fields) => {
    const key = keyOf(word);
    let number = numbers.get(key);
    if (number === undefined) {
      numbers.set(key, (number = words.length));
      words.push(word);
      counts.push(0);
      fieldsOf.push(0);
    }
    const known = fieldsOf[number]!;
    if (known === 0) held.push(number);
    fieldsOf[number] = known | fields;
  };
  const wordsOf = pages.map((page) => {
    held = [];
    cut(page, take);
    const own = new Uint32Array(held.length);
    for (let index = 0; index < held.length; index += 1) {
      const number = held[index]!;
      own[index] = number * fieldBits + fieldsOf[number]!;
      fieldsOf[number] = 0;
      counts[number]! += 1;
    }
    return own;
  });
  const order = [...words.keys()].sort((a, b) => compareWords(words[a]!, words[b]!));
  const starts = new Uint32Array(words.length + 1);
  /** Where the list of each word goes on. */
  const ends = new Uint32Array(words.length);
  for (const [place, number] of order.entries()) {
    ends[number] = starts[place]!;
    starts[place + 1] = starts[place]! + counts[number]!;
  }
  const lists = new Uint32Array(starts[words.length]!);
  for (const [index, own] of wordsOf.entries()) {
    for (const value of own) lists[ends[value >>> 8]!++] = pages[index]! * fieldBits + (value & 0xff);
  }
  return { words: order.map((number) => words[number]!), starts, lists };
}

/** What stands for `word`: most words are pairs of characters, and numbers are found several times as fast. */
function keyOf(word: string): string | number {
  return word.length === 2 ? (word.charCodeAt(0) << 16) | word.charCodeAt(1) : word;
}
