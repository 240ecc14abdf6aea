/** What hosts are told to send: `X-Robots-Tag` in `_headers`, vercel.json and nginx.conf keeps no page out of indexes that may be there. */
import type { Surface } from '../surface.ts';

/** Whether a page is to be sent with an `X-Robots-Tag` that keeps it out of indexes. */
type IsHidden = (path: string) => boolean;

const files: Record<string, (text: string) => IsHidden> = { '/_headers': readHeaders, '/vercel.json': readVercel, '/nginx.conf': readNginx };

export const hosts: Surface = {
  id: 'hosts',
  shared: ({ entries, trust, hubs, lists }) => [{ path: '/_headers', subjects: [...hubs, ...lists.map(({ subject }) => subject), ...entries, ...trust], states: ['index'], holds: 'all' }],
  *read(text, { expected, open }) {
    for (const [file, read] of Object.entries(files)) {
      const content = file === expected.path ? text : open(file);
      const isHidden = content === undefined ? undefined : read(content);
      if (isHidden) for (const { url } of expected.subjects) yield { file, url, says: { index: isHidden(new URL(url).pathname) ? 'noindex' : 'index' } };
    }
  },
};

const hides = /\b(?:noindex|none)\b/i;

/** Rules of Netlify and Cloudflare: a path, and what is sent with it on lines that are indented. */
function readHeaders(text: string): IsHidden {
  let path = '';
  const hidden: string[] = [];
  for (const line of text.split('\n')) {
    if (/^\S/.test(line)) path = line.trim();
    else if (/^\s+X-Robots-Tag:/i.test(line) && hides.test(line)) hidden.push(path.split('*').map(RegExp.escape).join('.*'));
  }
  return anyOf(hidden);
}

/** Rules of Vercel, whose patterns are regular expressions but for the names of groups: https://github.com/pillarjs/path-to-regexp */
function readVercel(text: string): IsHidden {
  const { headers } = JSON.parse(text) as { headers: { source: string; headers: { key: string; value: string }[] }[] };
  const hidden = headers.filter((rule) => rule.headers.some(({ key, value }) => key.toLowerCase() === 'x-robots-tag' && hides.test(value)));
  return anyOf(hidden.map(({ source }) => source.replace(/:\w+(?=\()/g, '')));
}

/** A header of nginx is one value for all, or that of the first pattern of a map that fits. */
function readNginx(text: string): IsHidden {
  const [, value = ''] = /add_header\s+X-Robots-Tag\s+("[^"]*"|[^\s;]+)/i.exec(text) ?? [];
  if (!value.startsWith('$')) return () => hides.test(value);
  const [, map = ''] = new RegExp(`^map \\S+ ${RegExp.escape(value)} \\{\\n([^]*?)^\\}`, 'm').exec(text) ?? [];
  const rules = Array.from(map.matchAll(/^\s*"~(.*)"\s+"(.*)";$/gm), ([, pattern = '', sent = '']) => ({ pattern: new RegExp(pattern), isHiding: hides.test(sent) }));
  return (path) => rules.find(({ pattern }) => pattern.test(path))?.isHiding ?? false;
}

function anyOf(patterns: readonly string[]): IsHidden {
  const pattern = new RegExp(`^(?:${patterns.join('|')})$`);
  return (path) => patterns.length > 0 && pattern.test(path);
}
