/** What an editor's `to` leads to. */
import { decodeAddress } from '#lib/url.ts';
import type { Entry, TrustPage } from './entry.ts';
import { isReference } from './fields.ts';
import type { Site } from './site.ts';

export interface Target {
  /** Title of the entry or page, where the target is one. */
  title: string | undefined;
  /** Address for links within the site: a path below its base, or an absolute address elsewhere. */
  href: string;
  /** Absolute address. */
  url: string;
}

/** Resolves an entry reference, a path of the site or an absolute address; a fragment is kept. */
export function resolveTarget(site: Site, to: string): Target {
  const [address, fragment] = splitFragment(to);
  const item = itemAt(site, address);
  const path = item ? item.path + fragment : /^\/(?!\/)/.test(to) ? to : undefined;
  if (path === undefined) return { title: undefined, href: to, url: to };
  return { title: item?.brief.title, href: site.href(path), url: site.url(path) };
}

/** The entry, tombstone or trust page to which `address` leads: a reference, or a path of the site. */
export function itemAt(site: Site, address: string): Entry | TrustPage | undefined {
  return isReference(address) ? site.find(address) : site.at(address);
}

/** `to` without its fragment, and the fragment with its `#` (empty where there is none). */
export function splitFragment(to: string): [address: string, fragment: string] {
  const at = to.indexOf('#');
  return at < 0 ? [to, ''] : [to.slice(0, at), to.slice(at)];
}

/**
 * What a `fragment` with its `#` names, decoded; empty where that is the top of the page, which every page has, or is for
 * the browser alone (https://wicg.github.io/scroll-to-text-fragment/).
 */
export function fragmentName(fragment: string): string {
  const name = fragment.slice(1).replace(/:~:.*$/, '');
  return name === 'top' ? '' : decodeAddress(name);
}
