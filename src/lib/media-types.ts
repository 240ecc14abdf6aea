/** Media types of the files of a site (https://www.iana.org/assignments/media-types). */

/** By file name extension, without its dot. */
export const mediaTypes: Readonly<Record<string, string>> = {
  html: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
  xml: 'application/xml',
  json: 'application/json',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  zip: 'application/zip',
  webmanifest: 'application/manifest+json',
  wasm: 'application/wasm',
};

/** The type of files with the `extension`, in lower case; undefined for one that is not known, though it be called `constructor`. */
export function mediaTypeOf(extension: string): string | undefined {
  return Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined;
}

/** Files whose name says more than their extension, wherever they stand. */
export const namedMediaTypes: Readonly<Record<string, string>> = {
  'rss.xml': 'application/rss+xml',
  'atom.xml': 'application/atom+xml',
  'feed.json': 'application/feed+json',
  'opensearch.xml': 'application/opensearchdescription+xml',
};

/** Whether files of `type` are text, and so say that they are UTF-8 and are worth compressing. */
export function isText(type: string): boolean {
  return type.startsWith('text/') || /[/+](xml|json)$/.test(type);
}

/** Value of the Content-Type header for the file at `path`. */
export function contentType(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return contentTypes.get(name) ?? contentTypes.get(name.slice(name.lastIndexOf('.'))) ?? 'application/octet-stream';
}

/** By name, and by extension with its dot. */
const contentTypes = new Map([
  ...Object.entries(mediaTypes).map(([extension, type]) => [`.${extension}`, withCharset(type)] as const),
  ...Object.entries(namedMediaTypes).map(([name, type]) => [name, withCharset(type)] as const),
]);

/** `type` as headers carry it: text says that it is UTF-8. */
export function withCharset(type: string): string {
  return isText(type) ? `${type}; charset=utf-8` : type;
}
