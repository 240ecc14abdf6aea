/**
 * The files of an index. Each is named after its content, so that a page which was opened before an update never takes a
 * new piece for an old one, and an edit changes few files.
 */
import { digest } from '#lib/hash.ts';

/** Path below the site of the folder of all search files. */
export const searchFolder = '/_search/';

export interface SearchFile {
  /** Path below the site. */
  path: string;
  /** A function makes again what the last build left at this path: whoever still has that need not call it. */
  content: string | Uint8Array | (() => Uint8Array);
}

export interface NamedFile extends SearchFile {
  /** Stands for the content in `path`. */
  name: string;
}

/** Hexadecimal digits of a name: enough for a million files. */
const nameLength = 12;

/** The file with `content`, whose name takes the place of the `#` in `path`. */
export function nameFile(path: string, content: string | Uint8Array): NamedFile {
  return placeFile(path, digest(content).slice(0, nameLength), content);
}

/** The file that is named `name` already. */
export function placeFile(path: string, name: string, content: SearchFile['content']): NamedFile {
  return { name, path: searchFolder + path.replace('#', name), content };
}
