/** `/robots.txt` (RFC 9309): whatever is in the sitemap may be fetched by crawlers that are not named. */
import type { Surface } from '../surface.ts';

export const robots: Surface = {
  id: 'robots',
  *shared({ site, entries, trust, hubs, lists }) {
    if (site.config.ai.search === 'deny') return;
    yield { path: '/robots.txt', subjects: [...hubs, ...lists.map(({ subject }) => subject), ...entries, ...trust], states: ['crawl'], holds: 'all' };
  },
  *read(text, { expected }) {
    const rules = rulesForAll(text);
    for (const { url } of expected.subjects) yield { url, says: { crawl: isAllowed(new URL(url).pathname, rules) ? 'allowed' : 'disallowed' } };
  },
};

interface Rule {
  allow: boolean;
  pattern: string;
}

/** The rules of the groups for `*`. Throws where there are none. */
function rulesForAll(text: string): Rule[] {
  const rules: Rule[] = [];
  let agents: string[] = [];
  let isHead = false;
  for (const line of text.split(/\r?\n/)) {
    const [, key = '', value = ''] = /^\s*([\w-]+)\s*:\s*([^#]*?)\s*(?:#.*)?$/.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      agents = isHead ? [...agents, value] : [value];
      isHead = true;
    } else if (name === 'allow' || name === 'disallow') {
      isHead = false;
      if (agents.includes('*') && value !== '') rules.push({ allow: name === 'allow', pattern: value });
    }
  }
  if (!/^\s*user-agent\s*:\s*\*/im.test(text)) throw new Error('User-agent: *');
  return rules;
}

/** The longest rule that matches counts; of two as long, the one that allows. */
function isAllowed(path: string, rules: readonly Rule[]): boolean {
  const [first] = rules.filter(({ pattern }) => matches(path, pattern)).sort((a, b) => b.pattern.length - a.pattern.length || Number(b.allow) - Number(a.allow));
  return first?.allow ?? true;
}

function matches(path: string, pattern: string): boolean {
  const source = pattern.replace(/\$$/, '').split('*').map(RegExp.escape).join('.*');
  return new RegExp(`^${source}${pattern.endsWith('$') ? '$' : ''}`).test(path);
}
