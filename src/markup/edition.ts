/** An edition: the site with its compiled bodies. Pages and outputs are projections of it. */
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Site } from '#model/site.ts';
import { resolveTarget } from '#model/target.ts';
import type { Document } from './document.ts';
import { printPictures, type Picture } from './print/picture.ts';
import { isOnPage, resolveReferences } from './references.ts';

export interface Edition {
  site: Site;
  /** The compiled body of an entry or trust page. */
  document(item: Entry | TrustPage): Document;
  /** The addresses to which an entry or trust page leads, each once and without what stands behind `#`. */
  leads(item: Entry | TrustPage): readonly string[];
  /** The addresses of the images that the body of an entry or trust page shows, each once. */
  images(item: Entry | TrustPage): readonly string[];
  /** References of the terms to which the body of an entry or trust page links. */
  terms(item: Entry | TrustPage): readonly string[];
  /** Hash of what an entry says: see meaning.ts. */
  meaning(entry: Entry): string;
  /** Stand for what is written in the file of an entry or trust page and in its code files: fields and code, and the body with the names of terms in it. */
  digests(item: Entry | TrustPage): { data: string; body: string };
  /** The image at a path of the site, where a build made it ready for pages. */
  picture(path: string): Picture | undefined;
  /** References of the entries that lead to an entry, in the order of the site. */
  inbound(ref: string): readonly string[];
  /** References of the entries whose bodies use the term that an entry defines, in the order of the site. */
  uses(ref: string): readonly string[];
  /** The entries, those first to which most others lead. */
  readonly linked: readonly Entry[];
}

/** HTML of the body of `item`, with addresses as a page of the site prints them. */
export function bodyHtml({ site, document, picture }: Edition, item: Entry | TrustPage): string {
  return resolveReferences(printPictures(document(item).html, picture, site.href), (to) => resolveTarget(site, to).href);
}

/**
 * HTML of the body with absolute addresses, for places that are read elsewhere. Headings lose the links to themselves:
 * the stylesheet draws those, and without it they are links without a text.
 */
export function absoluteBodyHtml({ site, document }: Edition, item: Entry | TrustPage): string {
  return resolveReferences(document(item).html, (to) => resolveTarget(site, to).url).replace(/<a class="anchor"[^>]*><\/a>/g, '').replaceAll(' href="#', ` href="${site.url(item.path)}#`);
}

/** Markdown of the body, with absolute addresses. */
export function bodyMarkdown({ site, document }: Edition, item: Entry | TrustPage): string {
  return resolveReferences(document(item).markdown, (to) => (isOnPage(to) ? site.url(item.path + to) : resolveTarget(site, to).url));
}
