/**
 * The headers that a host should send, as data. Each host file prints them in its own syntax:
 * - nginx.conf says everything, and answers `Accept: text/markdown` besides.
 * - vercel.json says everything but that: its rewrites come after the file system.
 * - `_headers` is read by Netlify and by Cloudflare. Cloudflare puts what `*` matched into values, Netlify does not,
 *   so values with `:splat` are spelled out there file by file, as far as Cloudflare's 100 rules reach.
 */
import { mediaTypes, namedMediaTypes, withCharset } from '#lib/media-types.ts';
import { homePath, kindLists, machinesPath, twinPattern } from './paths.ts';
import type { Site } from './site.ts';
import { firstScriptSource } from './theme.ts';

/** Headers for the paths that fit a pattern. Rules further down win over those above. */
export interface HeaderRule {
  /** Path from the top of the host, in which at most one `*` stands for any text, slashes included. */
  path: string;
  /** Values by name. `:splat` in a value stands for what `*` matched, up to its first dot: parts of a twin are of one page. */
  headers: Readonly<Record<string, string>>;
}

/** A link that the home page sends as a header, so that a client need not read HTML to find it. */
export interface HeaderLink {
  path: string;
  rel?: string;
  type: string;
}

/** Pages have no inline style and one inline script, and load nothing from elsewhere but pictures. Search runs WebAssembly. */
const contentSecurityPolicy = [
  "default-src 'none'",
  `script-src 'self' 'wasm-unsafe-eval' ${firstScriptSource}`,
  "style-src 'self'",
  "img-src 'self' data: https:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const security = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** A year, in seconds. */
const year = 31_536_000;

/** What every host is to send for `site`; `links` go out with the home page. */
export function headerRules(site: Site, links: readonly HeaderLink[]): HeaderRule[] {
  const { config } = site;
  const at = (path: string) => site.base + path;
  const type = (path: string, mediaType: string): HeaderRule => ({ path: at(path), headers: { 'Content-Type': withCharset(mediaType) } });
  return [
    {
      path: at('/*'),
      headers: {
        ...security,
        ...(config.url.startsWith('https:') ? { 'Strict-Transport-Security': `max-age=${year}` } : {}),
        ...(config.ai.search === 'deny' ? { 'X-Robots-Tag': 'noindex' } : {}),
        // Pages name their styles and scripts by hash, and a new build takes the old ones away: no page may outlive it.
        'Cache-Control': 'public, max-age=0, must-revalidate',
      },
    },
    { path: at('/_astro/*'), headers: { 'Cache-Control': `public, max-age=${year}, immutable` } },
    // Each piece of the index is named after its content; only the list of the current ones changes.
    { path: at('/_search/*'), headers: { 'Cache-Control': `public, max-age=${year}, immutable` } },
    { path: at('/_search/current.json'), headers: { 'Cache-Control': 'public, max-age=0, must-revalidate' } },
    { path: at('/*.md'), headers: { 'Content-Type': withCharset(mediaTypes['md']!), 'X-Robots-Tag': 'noindex' } },
    ...['txt', 'xml', 'json', 'webmanifest'].map((extension) => type(`/*.${extension}`, mediaTypes[extension]!)),
    ...Object.entries(namedMediaTypes).map(([name, mediaType]) => type(`/*${name}`, mediaType)),
    // Those of a kind may go on in llms-1.txt, llms-2.txt and so on; what is about llms.txt is a page like any other.
    ...['/*llms.txt', '/llms-full.txt', ...kindLists(site).map(({ path }) => `${path}llms-*.txt`)].map((path) => ({ path: at(path), headers: { 'X-Robots-Tag': 'noindex' } })),
    ...site.kinds.map(({ id }) => ({ path: at(`/${id}/*.md`), headers: canonical(site.url(`/${id}/:splat/`)) })),
    ...[machinesPath, ...site.pages.map(({ path }) => path)].map((path) => ({ path: at(twinPattern(path)), headers: canonical(site.url(path)) })),
    { path: at(homePath), headers: { Link: links.flatMap(({ path, rel, type: mediaType }) => (rel ? [`<${site.url(path)}>; rel="${rel}"; type="${mediaType}"`] : [])).join(', ') } },
  ];
}

/** The header by which a twin names its page. */
export function canonical(url: string): { Link: string } {
  return { Link: `<${url}>; rel="canonical"` };
}
