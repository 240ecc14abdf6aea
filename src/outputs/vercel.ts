/**
 * `/vercel.json`: headers and redirects for Vercel (https://vercel.com/docs/project-configuration). Sources are patterns
 * of path-to-regexp. A site below a path stands in a folder of that name; the file belongs to the top of the project.
 */
import { encodePath } from '#lib/url.ts';
import { headerRules, type HeaderRule } from '#model/headers.ts';
import { redirectsOf } from '#model/redirects.ts';
import type { Output } from './output.ts';

/** Vercel refuses a file with more redirects; further ones are left to redirect-pages.ts. */
const maxRedirects = 2048;

export const vercel: Output = {
  id: 'vercel',
  *files({ site }, { resources }) {
    // Without its last slash a path is sent to the one with it first, before any redirect of ours is looked at.
    const redirects = redirectsOf(site).map(({ from, to }) => ({ source: escapePattern(encodePath(site.base + from)), destination: site.href(to), statusCode: 301 }));
    const config = {
      $schema: 'https://openapi.vercel.sh/vercel.json',
      trailingSlash: true,
      headers: headerRules(site, resources).map(headerEntry),
      redirects: redirects.slice(0, maxRedirects),
    };
    yield { path: '/vercel.json', content: `${JSON.stringify(config, null, 2)}\n` };
  },
};

function headerEntry({ path, headers }: HeaderRule): { source: string; headers: { key: string; value: string }[] } {
  const [before = '', after] = path.split('*').map(escapePattern);
  // The name of a parameter makes Vercel read every value of the rule as a template, so only rules that use it have one.
  const rest = Object.values(headers).some((value) => value.includes(':splat')) ? ':splat([^.]+)(.*)' : '(.*)';
  return { source: after === undefined ? before : before + rest + after, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) };
}

function escapePattern(path: string): string {
  return path.replace(/[.+!$]/g, '\\$&');
}
