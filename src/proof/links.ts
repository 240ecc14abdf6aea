/**
 * Every link, picture and script of every page leads to a file of the tree, and every fragment to an id of its page.
 * Templates write `name="…"` and escape every `<` in texts, so that tags can be told from code that is shown; looking
 * for them takes a fraction of parsing.
 */
import type { Site } from '#model/site.ts';
import type { Difference } from './difference.ts';

/** Collects the addresses of pages, one page after the other. */
export interface LinkFinder {
  read(file: string, html: string): void;
  /** Those that lead nowhere, once per page and address, when all pages were read. */
  finish(): Difference[];
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

/** `has` tells whether the tree has a file or a folder with an index at a path, `open` reads it. */
export function makeLinkFinder(site: Site, has: (path: string) => boolean, open: (path: string) => string | undefined): LinkFinder {
  const { origin } = new URL(site.config.url);
  const targets = new Map<string, Target>();
  const pages = new Map<string, Map<Target, string[]>>();
  const dead: Difference[] = [];
  const report = (file: string, address: string) => dead.push({ rule: 'link', file, surface: 'links', field: 'links', found: address });
  const targetOf = (raw: string, from: string): Target => {
    // Most addresses are those of the masthead and the footer: they mean the same on every page.
    const key = raw.startsWith('/') ? raw : `${from} ${raw}`;
    const known = targets.get(key);
    if (known) return known;
    const target = resolve(unescape(raw), origin + site.base + from, site);
    const made = { ...target, isDead: target.path !== undefined && !has(target.path) };
    targets.set(key, made);
    return made;
  };
  return {
    read(file, html) {
      const from = file.replace(/index\.html$/, '');
      let ids: ReadonlySet<string> | undefined;
      for (const raw of addressesIn(html)) {
        if (raw.startsWith('#')) {
          const address = unescape(raw);
          if (!hasId((ids ??= idsIn(html)), address.slice(1))) report(file, address);
          continue;
        }
        if (!raw.startsWith('/') && elsewhere.test(raw)) continue;
        const target = targetOf(raw, from);
        if (target.path === undefined) continue;
        if (target.isDead) report(file, unescape(raw));
        else if (target.fragment) {
          const fragments = pages.get(target.path) ?? pages.set(target.path, new Map()).get(target.path)!;
          (fragments.get(target) ?? fragments.set(target, []).get(target)!).push(file);
        }
      }
    },
    finish() {
      for (const [path, fragments] of pages) {
        const ids = idsIn(open(path) ?? '');
        for (const [{ fragment }, files] of fragments) {
          if (!hasId(ids, fragment)) for (const file of files) report(file, `${path}#${fragment}`);
        }
      }
      return dead;
    },
  };
}

interface Target {
  /** Below the tree; undefined where it leads out of the site. */
  path: string | undefined;
  fragment: string;
  /** Whether the tree lacks it. */
  isDead: boolean;
}

/** Addresses that are whole. The host of the site may serve more than this tree: a console, a shop. */
const elsewhere = /^[a-z][a-z0-9+.-]*:/i;

function resolve(address: string, from: string, { config, base }: Site): Omit<Target, 'isDead'> {
  const url = URL.parse(address, from);
  if (!url || url.origin !== new URL(config.url).origin || address.startsWith('//') || !url.pathname.startsWith(`${base}/`)) return { path: undefined, fragment: '' };
  return { path: decodeURI(url.pathname.slice(base.length)), fragment: decodeURIComponent(url.hash.slice(1)) };
}

/** `#top` and the empty fragment are the top of every page, and `:~:` is for the browser alone. */
function hasId(ids: ReadonlySet<string>, fragment: string): boolean {
  const name = decodeURIComponent(fragment).replace(/:~:.*$/, '');
  return name === '' || name === 'top' || ids.has(name);
}

function idsIn(html: string): Set<string> {
  return new Set(Array.from(html.matchAll(/ id="([^"]+)"/g), ([, id = '']) => unescape(id)));
}

function unescape(text: string): string {
  return text.includes('&') ? text.replace(/&(?:amp|#38|#x26);/g, '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'") : text;
}
