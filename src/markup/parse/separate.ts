/** Reading Chinese right with a parser made for spaced scripts: marks are put in before parsing, and taken out of what comes back. */
import { findAddressEnds } from './address.ts';
import { findObstacles } from './emphasis.ts';

/** A private-use character; content that holds it is refused. To the parser it is a letter. */
const letter = '\uE000';
/** Ends an address; a typed space never stands before the letter, which is put beside punctuation only. */
const gap = ` ${letter}`;

/** A text with marks, and the offsets of their characters in it, ascending. */
export interface Separated {
  text: string;
  inserted: number[];
}

/** `text` with marks where the parser would misread it. Code may get some as well; {@link removeMarks} takes them out of everything. */
export function separate(text: string): Separated {
  const places = [
    ...Array.from(findAddressEnds(text), (at) => ({ at, mark: gap })),
    ...Array.from(findObstacles(text), (at) => ({ at, mark: letter })),
  ].sort((a, b) => a.at - b.at);
  const inserted: number[] = [];
  let result = '';
  let done = 0;
  for (const { at, mark } of places) {
    result += text.slice(done, at);
    for (let index = 0; index < mark.length; index += 1) inserted.push(result.length + index);
    result += mark;
    done = at;
  }
  return { text: result + text.slice(done), inserted };
}

/** `value` without marks, also where the parser percent-encoded them. */
export function removeMarks(value: string): string {
  const plain = value.includes(letter) ? value.replaceAll(gap, '').replaceAll(letter, '') : value;
  return plain.includes('%EE%80%80') ? plain.replaceAll('%EE%80%80', '') : plain;
}
