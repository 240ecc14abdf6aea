/** Which addresses a body may point to. A list of what is allowed: anything else, however disguised, is refused. */
import { isInternal } from '../references.ts';

export type AddressKind = 'internal' | 'fragment' | 'web' | 'contact';

/** What sort of address `href` (entities decoded) is; undefined when it is not allowed as a link or as an image. */
export function classifyAddress(href: string, use: 'link' | 'image'): AddressKind | undefined {
  if (invisible.test(href)) return undefined;
  if (isWeb(href, use)) return 'web';
  if (isInternal(href)) return use === 'link' || href.startsWith('/') ? 'internal' : undefined;
  if (use === 'image') return undefined;
  if (/^#[^\s"<>`]+$/.test(href)) return 'fragment';
  return /^(?:mailto:[^\s@]+@[^\s@]+|tel:\+?[\d-]+)$/i.test(href) ? 'contact' : undefined;
}

/** Browsers drop some of these inside a scheme, so `java\nscript:` would run; a reader sees none of them. */
const invisible = /[\s\p{Cc}\p{Cf}]/u;

function isWeb(href: string, use: 'link' | 'image'): boolean {
  const scheme = use === 'image' ? /^https:\/\/[^/]/i : /^https?:\/\/[^/]/i;
  return scheme.test(href) && URL.canParse(href);
}
