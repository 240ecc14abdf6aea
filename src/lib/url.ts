/** Addresses of one site: a canonical address, maybe with a path, and paths below it that start with a slash. */

/** The path of `siteUrl` as addresses have it, without a slash at its end: empty for a site at the top of its host. */
export function basePath(siteUrl: string): string {
  return encodePath(givenPath(siteUrl));
}

/** The same as it was given. */
function givenPath(siteUrl: string): string {
  return new URL(siteUrl).pathname.replace(/\/+$/, '');
}

/** Whether the path of `siteUrl` may stand before those of all its pages: it is UTF-8, and no step of it is empty. */
export function hasSoundPath(siteUrl: string): boolean {
  const path = givenPath(siteUrl);
  return !path.includes('//') && decodeSound(path) !== undefined;
}

const plain = /^[\w\-./#?=&~]*$/;

/** `path` with everything percent-encoded that may not stand in an address; what is encoded already stays. */
export function encodePath(path: string): string {
  if (plain.test(path)) return path;
  return encodeURI(path).replace(/%25([0-9a-f]{2})/gi, '%$1').replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'));
}

/** `text` percent-decoded by `decode`; undefined where it is not encoded as addresses are. */
export function decodeSound(text: string, decode: (text: string) => string = decodeURIComponent): string | undefined {
  try {
    return decode(text);
  } catch {
    return undefined;
  }
}

/** The same, but what is not encoded as addresses are stays as it is. */
export function decodeAddress(text: string, decode?: (text: string) => string): string {
  return decodeSound(text, decode) ?? text;
}

/** The path below `base` that an address means, as people read it; of one that does not lead there nothing is cut off. */
export function pathBelow(base: string, address: string): string {
  return decodeAddress(address.startsWith(`${base}/`) ? address.slice(base.length) : address, decodeURI);
}

/** A whole address with everything percent-encoded that may not stand in one, parentheses too: Markdown ends an address at them. */
export function encodeUrl(url: string): string {
  const whole = /^[\w.~:/?#[\]@!$&'()*+,;=%-]*$/.test(url) ? url : new URL(url).href;
  return whole.replaceAll('(', '%28').replaceAll(')', '%29');
}
