/** A machine output: files made from an edition, and from nothing else. */
import type { Edition } from '#markup/edition.ts';

/** One file of an output. */
export interface OutputFile {
  /** Below `dist/`, starting with a slash. */
  path: string;
  content: string;
}

export interface Output {
  /** Name under which the bench and error messages speak of it. */
  id: string;
  /** The files of the output, one by one. */
  files(edition: Edition): Iterable<OutputFile> | AsyncIterable<OutputFile>;
}
