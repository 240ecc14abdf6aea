/**
 * Every link, picture and script of every page leads to a file of the tree, and every fragment to an id of its page.
 * Templates write `name="…"` and escape every `<` in texts, so that tags can be told from code that is shown; looking
 * for them takes a fraction of parsing.
 */
import { decodeAddress } from '#lib/url.ts';
import type { Site } from '#model/site.ts';
import type { Difference } from './difference.ts';

/** What a page leads to. */
export interface Links {
  /** Addresses that lead nowhere. */
  dead: Difference[];
  /** The parts of other pages that it leads to, as path and fragment with `#` between; they are there to be looked for when those pages are. */
  fragments: string[];
}

/** What stands before an attribute in the tags whose addresses count. */
const linkTag = /^<(?:a|img|link|script|source|video|audio|iframe)(?:\s(?:[^"<>]|"[^"]*")*)?$/;
const attribute = /\s(?:href|src|srcset)="/g;

/** Every address of a page, once. Attributes are looked for first, and then whether they stand in a tag that leads somewhere. */
function addressesIn(html: string): Set<string> {
  const addresses = new Set<string>();
  attribute.lastIndex = 0;
  for (let found = attribute.exec(html); found; found = attribute.exec(html)) {
    const start = attribute.lastIndex;
    const end = html.indexOf('"', start);
    const value = html.slice(start, end);
    if (addresses.has(value) || value === '' || !isInTag(html, found.index)) continue;
    if (found[0].endsWith('srcset="')) for (const item of value.split(/,\s+/)) addresses.add(item.trim().split(/\s/)[0]!);
    else addresses.add(value);
  }
  return addresses;
}

function isInTag(html: string, at: number): boolean {
  return linkTag.test(html.slice(html.lastIndexOf('<', at), at));
}

/** Reads the links of pages. `has` tells whether the tree has a file or a folder with an index at a path. */
export function makeLinkReader(site: Site, has: (path: string) => boolean): (file: string, html: string) => Links {
  const { origin } = new URL(site.config.url);
  const targets = new Map<string, Target>();
  const targetOf = (found: string, from: string): Target => {
    const known = targets.get(found);
    if (known) return known;
    const raw = Buffer.from(found).toString(); // what is cut out of a page keeps all of it in memory
    const target = plain.test(raw) && raw.startsWith(`${site.base}/`) ? { path: raw.slice(site.base.length), fragment: '' } : resolve(unescape(raw), origin + site.base + from, origin, site.base);
    const made = { ...target, isDead: target.path !== undefined && !has(target.path) };
    // Most addresses are those of the masthead and the footer, which come first and mean the same on every page.
    if (raw.startsWith('/') && targets.size < mostTargets) targets.set(raw, made);
    return made;
  };
  return (file, html) => {
    const from = file.replace(/index\.html$/, '');
    const links: Links = { dead: [], fragments: [] };
    let ids: ReadonlySet<string> | undefined;
    for (const raw of addressesIn(html)) {
      if (raw.startsWith('#')) {
        if (html.includes(` id="${raw.slice(1)}"`)) continue;
        const address = unescape(raw);
        if (!hasId((ids ??= idsIn(html)), address.slice(1))) links.dead.push(deadLink(file, address));
        continue;
      }
      if (!raw.startsWith('/') && elsewhere.test(raw)) continue;
      const { path, fragment, isDead } = targetOf(raw, from);
      if (path === undefined) continue;
      if (isDead) links.dead.push(deadLink(file, unescape(raw)));
      else if (fragment) links.fragments.push(`${path}#${fragment}`);
    }
    return links;
  };
}

/** Those of the `fragments` of pages that are not there; `open` reads the page at a path. */
export function deadFragments(fragments: Iterable<readonly [file: string, fragments: readonly string[]]>, open: (path: string) => string | undefined): Difference[] {
  const wanted = new Map<string, [file: string, fragment: string][]>();
  for (const [file, some] of fragments) {
    for (const target of some) {
      const path = target.slice(0, target.indexOf('#'));
      const known = wanted.get(path);
      if (known) known.push([file, target]);
      else wanted.set(path, [[file, target]]);
    }
  }
  return wanted.entries().flatMap(([path, some]) => {
    const ids = idsIn(open(path) ?? '');
    return some.filter(([, target]) => !hasId(ids, target.slice(path.length + 1))).map(([file, target]) => deadLink(file, target));
  }).toArray();
}

function deadLink(file: string, address: string): Difference {
  return { rule: 'link', file, surface: 'links', field: 'links', found: address };
}

/** How many addresses are remembered at most. */
const mostTargets = 20_000;

interface Target {
  /** Below the tree; undefined where it leads out of the site. */
  path: string | undefined;
  fragment: string;
  /** Whether the tree lacks it. */
  isDead: boolean;
}

/** Addresses that are whole. The host of the site may serve more than this tree: a console, a shop. */
const elsewhere = /^[a-z][a-z0-9+.-]*:/i;

/** Paths that mean what they say. */
const plain = /^(?:\/[\w-]+(?:\.[\w-]+)*)*\/?$/;

function resolve(address: string, from: string, origin: string, base: string): Omit<Target, 'isDead'> {
  const url = URL.parse(address, from);
  if (!url || url.origin !== origin || address.startsWith('//') || !url.pathname.startsWith(`${base}/`)) return { path: undefined, fragment: '' };
  return { path: decodeAddress(url.pathname.slice(base.length), decodeURI), fragment: decodeAddress(url.hash.slice(1)) };
}

/** `#top` and the empty fragment are the top of every page, and `:~:` is for the browser alone. */
function hasId(ids: ReadonlySet<string>, fragment: string): boolean {
  const name = decodeAddress(fragment).replace(/:~:.*$/, '');
  return name === '' || name === 'top' || ids.has(name);
}

function idsIn(html: string): Set<string> {
  return new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id = '']) => unescape(id)));
}

function unescape(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|#38|#x26);/g, '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'") : text;
}
