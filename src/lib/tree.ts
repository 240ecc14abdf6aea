/** A built tree of files, wherever each of them stands. */
export interface Tree {
  /** Paths of its files, each starting with a slash. */
  files: ReadonlySet<string>;
  /** The bytes of one of them. */
  read(path: string): Buffer;
  /** Its text. */
  text(path: string): string;
  /** Those from `start` up to `end`, in the beginning of `target` where there is one. */
  readPart(path: string, start: number, end: number, target?: Buffer): Buffer;
  /** How many bytes one of them has. */
  size(path: string): number;
}
