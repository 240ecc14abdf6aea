/** Internal addresses inside a compiled document: tokens that the page builder turns into real ones. */

const mark = '\uE001';
const entryReference = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*(?:#[^\s"<>`{}|\\^()]+)?$/;
const sitePath = /^\/(?!\/)[^\s"<>`{}|\\^()]*$/;

/** Whether `href` points inside the site: an entry reference such as `answers/base-url-settings#id`, or a site path such as `/about/`. */
export function isInternal(href: string): boolean {
  return entryReference.test(href) || sitePath.test(href);
}

/** Whether `href` is relative to the page that it stands on, and so means nothing where only the body is read. */
export function isOnPage(href: string): boolean {
  return href.startsWith('#');
}

/** Fits a token of {@link referenceToken}, with its address as the first group. */
export const tokenPattern = `${mark}([^${mark}]*)${mark}`;

/** The token that stands for an internal `href` until {@link resolveReferences} replaces it. */
export function referenceToken(href: string): string {
  return `${mark}${href}${mark}`;
}

/**
 * `text` with every token replaced by what `resolve` gives for its address.
 * In HTML the address arrives, and must be returned, as an attribute value: a `&` in it is already `&amp;`.
 */
export function resolveReferences(text: string, resolve: (to: string) => string): string {
  let result = '';
  let done = 0;
  for (;;) {
    const open = text.indexOf(mark, done);
    const close = open < 0 ? -1 : text.indexOf(mark, open + 1);
    if (close < 0) return done === 0 ? text : result + text.slice(done);
    result += text.slice(done, open) + resolve(text.slice(open + 1, close));
    done = close + 1;
  }
}
