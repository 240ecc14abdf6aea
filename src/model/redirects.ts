/** Old paths of entries, and where they lead now. */
import { extname } from 'node:path/posix';
import { decodeSound } from '#lib/url.ts';
import type { Entry } from './entry.ts';
import { compare } from './problem.ts';
import type { Site } from './site.ts';

export interface Redirect {
  /** Old path below the site's base, in its normal form. */
  from: string;
  /** Path of the page that took its place. */
  to: string;
  entry: Entry;
  /** Place in the entry's `redirectFrom`. */
  index: number;
}

/** Every redirect of `site`, by old path. Paths that no host could serve are left out: checks/redirects.ts reports them. */
export function redirectsOf(site: Site): Redirect[] {
  return [...site.entries, ...site.tombstones]
    .flatMap((entry) => (entry.brief.redirectFrom ?? []).flatMap((path, index) => ({ from: normalPath(path), to: entry.path, entry, index })))
    .filter((redirect): redirect is Redirect => redirect.from !== undefined)
    .sort((a, b) => compare(a.from, b.from) || compare(a.entry.ref, b.entry.ref));
}

/**
 * The one form in which old paths are compared and printed: decoded, with a slash at the end unless the last part
 * names a file. Undefined for what is no plain path; characters that are syntax in some host's rules count as such.
 */
export function normalPath(path: string): string | undefined {
  const decoded = decodeSound(path);
  if (!decoded || !/^\/[^\p{Cc}\s?#*:;(){}[\]\\"<>|^`$%]*$/u.test(decoded) || /\/\.{0,2}\/|\/\.{1,2}$/.test(decoded)) return undefined;
  return decoded.endsWith('/') || extname(decoded) ? decoded : `${decoded}/`;
}

/** The spellings of a normal path that readers may ask for: `/old/` and `/old`. */
export function spellings(path: string): string[] {
  return path.endsWith('/') && path !== '/' ? [path, path.slice(0, -1)] : [path];
}
