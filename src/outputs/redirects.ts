/**
 * `/_redirects` for Netlify (https://docs.netlify.com/manage/routing/redirects/overview/), Cloudflare
 * (https://developers.cloudflare.com/pages/configuration/redirects/) and GitLab. The first line of each redirect is
 * for Netlify, which serves the file at the old path (see redirect-pages.ts) unless it is told not to by `!`, and
 * takes a path with and without its last slash for the same. The others do not know `!`, skip that line and follow
 * the next ones. Cloudflare reads 2,000 lines; further redirects are left to the pages.
 */
import { encodePath } from '#lib/url.ts';
import { redirectsOf, spellings } from '#model/redirects.ts';
import type { Output } from './output.ts';

export const redirects: Output = {
  id: 'redirects',
  *files({ site }) {
    const lines = redirectsOf(site).flatMap(({ from, to }) => {
      const line = (path: string, status: string) => `${encodePath(site.base + path)} ${site.href(to)} ${status}`;
      return [line(from, '301!'), ...spellings(from).map((path) => line(path, '301'))];
    });
    yield { path: '/_redirects', content: `# Made by lede build from redirectFrom of the entries.\n${lines.map((line) => `${line}\n`).join('')}` };
  },
};
