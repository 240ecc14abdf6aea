/** An image in HTML. */
import { escapeHtml } from '#lib/html.ts';
import { isInternal, referenceToken } from '../references.ts';

/** An `<img>` that loads when it comes near. Its size is not known here. */
export function htmlImage(src: string, alt: string, title: string | null): string {
  const shown = title === null ? '' : ` title="${escapeHtml(title)}"`;
  return `<img src="${htmlAddress(src)}" alt="${escapeHtml(alt)}"${shown} loading="lazy" decoding="async">`;
}

/** `href` as an attribute value: internal ones as a token. */
export function htmlAddress(href: string): string {
  const escaped = escapeHtml(href);
  return isInternal(href) ? referenceToken(escaped) : escaped;
}
