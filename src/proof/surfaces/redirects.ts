/** Old paths: the rules for hosts in `_redirects`, vercel.json and nginx.conf, and the pages for hosts that know no rules. */
import { extname } from 'node:path/posix';
import { encodePath, pathBelow } from '#lib/url.ts';
import { compare } from '#model/problem.ts';
import type { Reference } from '../reference.ts';
import { agree, type Statement, type Surface } from '../surface.ts';
import { named, outline } from '../parse/outline.ts';
import { linkOf, metaOf } from '../parse/page.ts';

export const redirectRules: Surface = {
  id: 'redirects',
  shared: ({ moved }) => [{ path: '/_redirects', subjects: moved, states: ['redirects'], holds: 'all' }],
  read: (text, { reference }) => grouped(reference, text.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split(' '))),
};

/** Vercel takes so many redirects and no more; what is cut off then has pages. */
const mostRedirects = 2048;

export const vercelRedirects: Surface = {
  id: 'vercel',
  shared({ moved: subjects }) {
    const count = subjects.reduce((sum, { facts }) => sum + facts.redirects!.split('\n').length, 0);
    return count > mostRedirects ? [] : [{ path: '/vercel.json', subjects, states: ['redirects'], holds: 'all' }];
  },
  read(text, { reference }) {
    const { redirects } = JSON.parse(text) as { redirects: { source: string; destination: string; statusCode?: number }[] };
    return grouped(reference, redirects.map(({ source, destination, statusCode }) => [source.replace(/\\(.)/g, '$1'), destination, String(statusCode)]));
  },
};

export const nginxRedirects: Surface = {
  id: 'nginx',
  shared: ({ moved }) => [{ path: '/nginx.conf', subjects: moved, states: ['redirects'], holds: 'all' }],
  read(text, { reference }) {
    const rules = Array.from(text.matchAll(/^ *location = "(.*)" \{\s*return (\d+) (\S+?)\$is_args\$args;/gm), ([, from = '', status = '', to = '']) => [encodePath(from), to, status]);
    return grouped(reference, rules.filter(([from]) => from !== reference.site.base)); // the base itself, without its slash, is no old path
  },
};

export const redirectPages: Surface = {
  id: 'redirect-pages',
  *own(subject) {
    for (const from of subject.facts.redirects?.split('\n') ?? []) {
      const path = from.endsWith('/') ? `${from}index.html` : from;
      if (extname(path) === '.html') yield { path, subjects: [subject], states: ['title'], holds: 'all' };
    }
  },
  read(text) {
    const page = outline(text, (name) => ['title', 'meta', 'link', 'a'].includes(name));
    const refresh = named(page, 'meta').find(({ attributes }) => attributes['http-equiv'] === 'refresh')?.attributes['content'];
    const [link] = named(page, 'a');
    const canonical = linkOf(page, 'canonical') ?? '';
    const targets = [refresh?.replace(/^0; url=/, ''), link?.attributes['href']].map((target) => URL.parse(target ?? '', canonical)?.href);
    const url = agree(canonical, ...targets);
    if (!metaOf(page, 'robots')?.includes('noindex')) throw new Error('noindex');
    return [{ url: url ?? '', says: { title: agree(...named(page, 'title').map((piece) => piece.text), link?.text) } }];
  },
};

/** The old paths of each target among `rules`, and the status where it is not that of what has moved for good. Without the slash at its end a path is another spelling of the one with it. */
function grouped({ site, at }: Reference, rules: readonly (readonly string[])[]): Statement[] {
  const byTarget = Map.groupBy(rules, ([, to = '']) => to);
  return [...byTarget].map(([url, some]) => {
    const known = new Set(at(url)?.facts.redirects?.split('\n'));
    const paths = some.map(([from = '', , status = '']) => {
      const path = pathBelow(site.base, from);
      return (known.has(`${path}/`) ? `${path}/` : path) + (/^301!?$/.test(status) ? '' : ` ${status}`);
    });
    return { url, says: { redirects: [...new Set(paths)].sort(compare).join('\n') } };
  });
}
