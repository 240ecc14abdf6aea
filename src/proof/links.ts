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

const linkTag = /<(?:a|img|link|script|source|video|audio|iframe)\s(?:[^"<>]|"[^"]*")*>/g;

function addressesIn(tag: string): string[] {
  const only = /\s(?:href|src)="([^"]+)"/.exec(tag)?.[1];
  const several = tag.includes(' srcset="') ? /\ssrcset="([^"]+)"/.exec(tag)![1]!.split(/,\s+/).map((item) => item.trim().split(/\s/)[0]!) : [];
  return only === undefined ? several : [only, ...several];
}

/** `has` tells whether the tree has a file or a folder with an index at a path, `open` reads it. */
export function makeLinkFinder(site: Site, has: (path: string) => boolean, open: (path: string) => string | undefined): LinkFinder {
  const { origin } = new URL(site.config.url);
  const targets = new Map<string, Target>();
  const pages = new Map<Target, string[]>();
  const dead: Difference[] = [];
  const report = (file: string, address: string) => dead.push({ rule: 'link', file, surface: 'links', field: 'links', found: address });
  const targetOf = (address: string, from: string): Target => {
    const key = address.startsWith('/') ? address : `${from} ${address}`;
    const known = targets.get(key);
    if (known) return known;
    const target = resolve(address, origin + site.base + from, site);
    targets.set(key, target);
    return target;
  };
  return {
    read(file, html) {
      const from = file.replace(/index\.html$/, '');
      const addresses = new Set<string>();
      for (const [tag] of html.matchAll(linkTag)) for (const address of addressesIn(tag)) addresses.add(address);
      let ids: ReadonlySet<string> | undefined;
      for (const raw of addresses) {
        const address = unescape(raw);
        if (elsewhere.test(address)) continue;
        if (address.startsWith('#')) {
          if (!hasId((ids ??= idsIn(html)), address.slice(1))) report(file, address);
          continue;
        }
        const target = targetOf(address, from);
        if (target.path === undefined) continue;
        if (!has(target.path)) report(file, address);
        else if (target.fragment) (pages.get(target) ?? pages.set(target, []).get(target)!).push(file);
      }
    },
    finish() {
      for (const [target, files] of pages) {
        if (!hasId(idsIn(open(target.path!) ?? ''), target.fragment)) for (const file of files) report(file, `${target.path}#${target.fragment}`);
      }
      return dead;
    },
  };
}

interface Target {
  /** Below the tree; undefined where it leads out of the site. */
  path: string | undefined;
  fragment: string;
}

/** Addresses that are whole. The host of the site may serve more than this tree: a console, a shop. */
const elsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

function resolve(address: string, from: string, { config, base }: Site): Target {
  const url = URL.parse(address, from);
  if (!url || url.origin !== new URL(config.url).origin || !url.pathname.startsWith(`${base}/`)) return { path: undefined, fragment: '' };
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
