/**
 * `/robots.txt` (RFC 9309): what crawlers may fetch, and where the sitemap is. A group with a name does not inherit
 * that of `*`, so each repeats it, and each crawler has a group of its own: Sogou and Bytespider were seen to
 * misread groups with several names. Content-Signal: https://contentsignals.org
 */
import { encodePath } from '#lib/url.ts';
import { crawlers, type Crawler } from '#model/ai-policy.ts';
import { sitemapPath } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import type { Output } from './output.ts';

export const robots: Output = {
  id: 'robots',
  resources: () => [{ path: '/robots.txt', type: 'text/plain', title: 'robots.txt', about: { zh: '爬虫可以做什么。', en: 'What crawlers may do.' }, example: ({ site }) => group(site, everyone(site)).trimEnd() }],
  *files({ site }) {
    const { ai } = site.config;
    const groups = [everyone(site), ...crawlers(ai)].map((crawler) => group(site, crawler));
    const sitemap = ai.search === 'allow' ? [`Sitemap: ${site.url(sitemapPath)}\n`] : [];
    yield { path: '/robots.txt', content: [...groups, ...sitemap].join('\n') };
  },
};

/** Crawlers without a group of their own follow the policy for search. */
function everyone({ config }: Site): Crawler {
  return { name: '*', class: 'search', permission: config.ai.search };
}

function group(site: Site, crawler: Crawler): string {
  if (crawler.permission === 'deny') return `User-agent: ${crawler.name}\nDisallow: /\n`;
  const paths = site.config.ai.disallow.map((path) => `Disallow: ${encodePath(site.base + path)}`);
  return [`User-agent: ${crawler.name}`, signal(site, crawler), ...(paths.length ? paths : ['Allow: /']), ''].join('\n');
}

/** What the crawler may do with what it fetches. One that is let in by name may do what it comes for. */
function signal({ config }: Site, crawler: Crawler): string {
  const { search, answers, training } = config.ai;
  const sign = (permission: string, ...classes: Crawler['class'][]) => (permission === 'allow' || classes.includes(crawler.class) ? 'yes' : 'no');
  return `Content-Signal: search=${sign(search, 'search')}, ai-input=${sign(answers, 'answers', 'user')}, ai-train=${sign(training, 'training')}`;
}
