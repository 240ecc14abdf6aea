/** Names and old addresses of imported articles. */
import { decodeAddress } from '#lib/url.ts';
import { slugPattern } from '#model/fields.ts';
import { normalPath } from '#model/redirects.ts';
import type { Item } from './item.ts';

/** A slug that no other of `taken` has, which it joins. It comes from the old address or file name, never from a title. */
export function slugFor(item: Item, taken: Set<string>): string {
  const base = slugOf(item) ?? (item.published ? `imported-${item.published}` : 'imported');
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (taken.has(slug)) continue;
    taken.add(slug);
    return slug;
  }
}

function slugOf({ url, file }: Item): string | undefined {
  const parts = file === undefined ? pathOf(url ?? '').split('/') : [file.replace(/^.*\//, '').replace(/^\d{4}-\d{2}-\d{2}-/, '')];
  const last = parts.filter((part) => part !== '' && !/^index\.\w+$/i.test(part)).at(-1) ?? '';
  const decoded = decodeAddress(last).replace(/\.(html?|php|aspx?|mdx?|markdown)$/i, '');
  const slug = decoded.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80).replace(/-+$/, '');
  // What was cut away must not have been the name itself, nor may a bare number stand alone.
  return /^[\x20-\x7E]+$/.test(decoded) && /[a-z]/.test(slug) && slugPattern.test(slug) ? slug : undefined;
}

/** Old paths of the article that can become redirects to `path`, and addresses that no host could redirect. */
export function oldPathsOf(item: Item, path: string): { paths: string[]; lost: string[] } {
  const known = [...(item.url ? [item.url] : []), ...item.oldPaths];
  const found = known.map((address) => ({ address, path: /[?#]/.test(address) ? undefined : normalPath(pathOf(address)) }));
  const paths = found.flatMap(({ path: old }) => (old && old !== '/' && old !== path ? old : []));
  return { paths: [...new Set(paths)], lost: found.filter(({ path: old }) => old === undefined).map(({ address }) => address) };
}

function pathOf(address: string): string {
  if (URL.canParse(address)) return new URL(address).pathname;
  return address.startsWith('/') ? address : `/${address}`;
}
