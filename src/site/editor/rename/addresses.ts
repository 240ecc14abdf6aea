/** What the addresses of an entry, its page and its code files become when the entry takes another name. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { splitFragment } from '#model/target.ts';
import type { EntryName } from '../entry-name.ts';

/** Both functions give undefined for what the new name does not touch. */
export interface Renaming {
  /** A file that does not hold this refers to nothing that changes. */
  slug: string;
  /** A reference, a path of the site or an absolute address; a fragment is kept. */
  address(written: string): string | undefined;
  /** A code file, as the entry in `file` names it. */
  code(file: string, written: string): string | undefined;
}

/** How `from` becomes `to` on the site at `siteUrl`, whose content is in `dir`. */
export function makeRenaming(dir: string, from: EntryName, to: EntryName, siteUrl: string | undefined): Renaming {
  const home = siteUrl?.replace(/\/+$/, '');
  return {
    slug: from.slug,
    address(written) {
      const [address, fragment] = splitFragment(written);
      if (address === from.ref) return to.ref + fragment;
      const start = home && address.startsWith(`${home}/`) ? home : '';
      const path = address.slice(start.length);
      return path === from.path || `${path}/` === from.path ? start + to.path + fragment : undefined;
    },
    code(file, written) {
      if (!from.kind.codeFiles || !file.startsWith(`${from.kind.id}/`)) return undefined;
      return existsSync(join(dir, from.kind.id, written)) ? renameCode(written, from.slug, to.slug) : undefined;
    },
  };
}

/** The folder of an entry's code is called as the entry is, or a single file beside it. Undefined for a path of neither. */
export function renameCode(path: string, from: string, to: string): string | undefined {
  return path === from || path.startsWith(`${from}/`) || path.startsWith(`${from}.`) ? to + path.slice(from.length) : undefined;
}
