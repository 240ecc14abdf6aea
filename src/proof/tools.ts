/** What parsers may look at, whatever file they read. */
import type { Tree } from '#lib/tree.ts';
import { homePath } from '#model/paths.ts';
import type { Lang } from '#model/problem.ts';
import type { Reference } from './reference.ts';
import type { Context } from './surface.ts';

export type Tools = Omit<Context, 'expected' | 'isStretch'>;

export function makeTools(reference: Reference, { files, read }: Tree): Tools {
  const { site } = reference;
  const home = site.url(homePath);
  const memory = new Map<unknown, Map<string, unknown>>();
  return {
    reference,
    has: (path) => files.has(fileAt(path)),
    open: (path) => (files.has(fileAt(path)) ? read(fileAt(path)).toString() : undefined),
    pathOf: (url) => (url.startsWith(home) ? decodeURI(url.slice(home.length - 1).replace(/[?#].*$/, '')) : undefined),
    recall<Value>(read: (piece: string, lang: Lang) => Value, piece: string): Value {
      let known = memory.get(read) as Map<string, Value> | undefined;
      if (!known) memory.set(read, (known = new Map()));
      let value = known.get(piece);
      if (value === undefined) known.set(piece, (value = read(piece, site.lang)));
      return value;
    },
  };
}

/** The file that a host serves at `path`. */
export function fileAt(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path;
}
