/** What parsers may look at, whatever file they read. */
import { digest } from '#lib/hash.ts';
import type { Tree } from '#lib/tree.ts';
import { decodeAddress } from '#lib/url.ts';
import { homePath } from '#model/paths.ts';
import { fields, type Reference, type Subject } from './reference.ts';
import type { Context, Statement } from './surface.ts';

export type Tools = Omit<Context, 'expected' | 'isStretch'>;

export function makeTools(reference: Reference, { files, text }: Tree): Tools {
  const { site } = reference;
  const home = site.url(homePath);
  /** By digest, of whom a piece says what is right: nothing of its text is kept. */
  const memory = new Map<unknown, Map<string, Subject>>();
  return {
    reference,
    has: (path) => files.has(fileAt(path)),
    open: (path) => (files.has(fileAt(path)) ? text(fileAt(path)) : undefined),
    pathOf: (url) => (url.startsWith(home) ? decodeAddress(url.slice(home.length - 1).replace(/[?#].*$/, ''), decodeURI) : undefined),
    recall(read, piece, about) {
      let known = memory.get(read);
      if (!known) memory.set(read, (known = new Map()));
      const key = digest(piece);
      const right = known.get(key);
      if (right) return { url: right.url, says: right.facts };
      const statement = read(piece, site.lang);
      const subject = reference.at(about ?? statement.url ?? '');
      if (subject && saysRight(subject, statement)) known.set(key, subject);
      return statement;
    },
  };
}

/** Whether all that is said of `subject` is right to the letter: what a file states more than once is compared as it stands. */
function saysRight({ facts }: Subject, { says }: Statement): boolean {
  return fields.every((field) => !(field in says) || (says[field] ?? '') === (facts[field] ?? ''));
}

/** The file that a host serves at `path`. */
export function fileAt(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}
