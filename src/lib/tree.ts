/** A built tree of files, wherever each of them stands. */
export interface Tree {
  /** Paths of its files, each starting with a slash, sorted. */
  files: ReadonlySet<string>;
  /** The bytes of one of them. */
  read(path: string): Buffer;
}
