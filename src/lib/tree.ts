/** A built tree of files, wherever each of them stands. */
export interface Tree {
  /** Paths of its files, each starting with a slash, sorted. */
  files: ReadonlySet<string>;
  /** The bytes of one of them, or those from `start` up to `end`. */
  read(path: string, start?: number, end?: number): Buffer;
  /** How many bytes one of them has. */
  size(path: string): number;
}
