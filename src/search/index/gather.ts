/** Postings from scratch: the words of pages, page after page. */
import { compareWords, fieldBits, type Postings } from './postings.ts';

/** Takes a word of a page, with a bit for each field that holds it; the same word may come again. */
export type TakeWord = (word: string, fields: number) => void;

/** The postings of `pages`, which come in rising order; `cut` gives the words of one. */
export function makePostings(pages: readonly number[], cut: (page: number, take: TakeWord) => void): Postings {
  const numbers = new Map<string, number>();
  const words: string[] = [];
  /** By number of the word: how many pages hold it, and what is known of it on the page at hand. */
  const counts: number[] = [];
  const fieldsOf: number[] = [];
  let held: number[] = [];
  const take: TakeWord = (word, fields) => {
    let number = numbers.get(word);
    if (number === undefined) {
      numbers.set(word, (number = words.length));
      words.push(word);
      counts.push(0);
      fieldsOf.push(0);
    }
    if (fieldsOf[number] === 0) held.push(number);
    fieldsOf[number]! |= fields;
  };
  const wordsOf = pages.map((page) => {
    held = [];
    cut(page, take);
    return Uint32Array.from(held, (number) => {
      const fields = fieldsOf[number]!;
      fieldsOf[number] = 0;
      counts[number]! += 1;
      return number * fieldBits + fields;
    });
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
  for (const [index, page] of pages.entries()) {
    for (const value of wordsOf[index]!) lists[ends[value >>> 8]!++] = page * fieldBits + (value % fieldBits);
  }
  return { words: order.map((number) => words[number]!), starts, lists };
}
