/** What site.yaml says of crawlers does not contradict itself, nor what the site publishes. */
import { once } from '#lib/once.ts';
import { closest } from '#lib/text.ts';
import { agents } from '#model/agents.ts';
import { covers, offersAnswers } from '#model/ai-policy.ts';
import { homePath, listPagePath, llmsPath, machinesPath, pageCount, sitemapPath, twinPath } from '#model/paths.ts';
import type { Said, Words } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import type { Check, CheckContext, Found } from './check.ts';

export const aiPolicy: Check = {
  id: 'ai-policy',
  rules: [
    {
      id: 'ai/agent',
      severity: 'error',
      why: { zh: '名字写错的规则管不到任何爬虫，而本来要放行或拦下的那一个照旧。', en: 'A rule under a wrong name holds for no crawler, and the one it was meant for goes on as before.' },
      example: { bad: 'ai:\n  agents: { GPTBott: deny }', good: 'ai:\n  agents: { GPTBot: deny }' },
    },
    {
      id: 'ai/disallowed',
      severity: 'error',
      why: { zh: 'llms.txt 和 sitemap 请爬虫来读的页面，robots.txt 又不让它们读：抓取工具会报错，页面从索引里掉出去。', en: 'Pages that llms.txt and the sitemap invite crawlers to read, while robots.txt forbids it, are reported as errors and drop out of indexes.' },
      example: { bad: 'ai:\n  disallow: [/answers/]', good: 'ai:\n  disallow: [/downloads/]' },
    },
    {
      id: 'ai/search',
      severity: 'error',
      why: { zh: '不许收录的站，每一页都带着 noindex；再请某个搜索引擎来收录，它也收录不了。', en: 'When search is denied every page says noindex; a search engine that is invited nevertheless can index nothing.' },
      example: { bad: 'ai:\n  search: deny\n  agents: { Googlebot: allow }', good: 'ai:\n  search: allow\n  agents: { Googlebot: allow }' },
    },
  ],
  find: (context) => [...unknownAgents(context), ...disallowed(context), ...invited(context)],
};

function unknownAgents({ edition: { site }, settings }: CheckContext): Found[] {
  const known = agents.map(({ name }) => name);
  const isKnown = (name: string) => known.some((other) => other.toLowerCase() === name.toLowerCase());
  return Object.keys(site.config.ai.agents).filter((name) => !isKnown(name)).flatMap((name): Found[] => {
    // A crawler that nothing here resembles may be one that came after this list.
    const near = closest(name, known);
    if (!near && /^[\w-]+$/.test(name)) return [];
    return [{
      ...settings(['ai', 'agents', name], 'key'),
      rule: 'ai/agent',
      message: { zh: `没有叫 "${name}" 的爬虫。`, en: `No crawler is called "${name}".` },
      hint: near ? { zh: `你是不是想写 ${near}？`, en: `Did you mean ${near}?` } : { zh: '写爬虫在 User-agent 里用的名字，只有字母、数字、连字符和下划线。', en: 'Write the name it uses as its User-agent: letters, digits, hyphens and underscores.' },
    }];
  });
}

function disallowed({ edition: { site }, settings, resources }: CheckContext): Found[] {
  const listed = once(() => listedPaths(site, resources())); // most sites forbid none
  return site.config.ai.disallow.flatMap((pattern, index) => {
    const covered = listed().filter((path) => covers(site.base + pattern, site.base + path));
    if (covered.length === 0) return [];
    return [{
      ...settings(['ai', 'disallow', index]),
      rule: 'ai/disallowed',
      message: {
        zh: `"${pattern}" 不让爬虫读 ${covered[0]}${covered.length > 1 ? ` 等 ${covered.length} 个地址` : ''}，而 llms.txt 或 sitemap 请它们来读。`,
        en: `"${pattern}" keeps crawlers from ${covered[0]}${covered.length > 1 ? ` and ${covered.length - 1} more` : ''}, which llms.txt or the sitemap invites them to read.`,
      },
      hint: { zh: '删掉这一项，或改得更窄；不想公开的条目写 draft: true。', en: 'Delete the pattern or make it narrower; write draft: true into entries that should not be public.' },
    }];
  });
}

/** Every address that the sitemap or llms.txt names, and those two, as far as the site has them. `resources` are those of files for machines. */
function listedPaths(site: Site, resources: readonly string[]): string[] {
  const items = [...site.entries, ...site.pages].map(({ path }) => path);
  const lists = site.lists.flatMap(({ path, entries }) => Array.from({ length: pageCount(entries) }, (_, index) => listPagePath(path, index + 1)));
  return [...new Set([
    ...(site.config.ai.search === 'allow' ? [homePath, machinesPath, ...items, ...lists, sitemapPath] : []),
    ...(offersAnswers(site) ? [...items.map(twinPath), llmsPath, ...resources] : []),
  ])];
}

function invited({ edition: { site }, settings }: CheckContext): Found[] {
  const { ai, indexnow } = site.config;
  if (ai.search === 'allow') return [];
  const engines = new Set(agents.flatMap((agent) => (agent.class === 'search' ? agent.name.toLowerCase() : [])));
  const say = (message: Words): Said => ({ rule: 'ai/search', message, hint: { zh: '删掉这一项，或把 ai.search 改成 allow。', en: 'Delete it, or make ai.search allow.' } });
  const allowed = Object.entries(ai.agents).filter(([name, rule]) => rule === 'allow' && engines.has(name.toLowerCase()));
  return [
    ...allowed.map(([name]) => ({ ...settings(['ai', 'agents', name], 'key'), ...say({ zh: `ai.search 不许收录，这里却允许 ${name}。`, en: `ai.search denies indexing, and ${name} is allowed here.` }) })),
    ...(indexnow ? [{ ...settings(['indexnow'], 'key'), ...say({ zh: 'ai.search 不许收录，这里却要把改动通知给搜索引擎。', en: 'ai.search denies indexing, and search engines are to be told of changes here.' }) }] : []),
  ];
}
