/**
 * A piece of a large file that is made of one thing, such as an entry. Whoever writes the file again and again can take
 * the piece from the old file when nothing that it is made of has changed; for everyone else it is its text.
 */
export class Piece {
  /** In which list of its file it stands, where that has several. */
  readonly list: string;
  /** Unique in its list, and the same in the next build. */
  readonly id: string;
  readonly print: () => string;

  constructor(list: string, id: string, print: () => string) {
    this.list = list;
    this.id = id;
    this.print = print;
  }

  toString(): string {
    return this.print();
  }
}

/** Content of a file: whole, or in the order in which it is written. */
export type Content = string | Iterable<string | Piece>;
