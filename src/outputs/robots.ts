/** `/robots.txt` (RFC 9309): what crawlers may fetch, and where the sitemap is. */
import type { Output } from './output.ts';

export const robots: Output = {
  id: 'robots',
  resources: () => [{ path: '/robots.txt', type: 'text/plain', title: 'robots.txt', about: { zh: '爬虫可以做什么。', en: 'What crawlers may do.' } }],
  *files({ site }) {
    const { training, search, answers, disallow } = site.config.ai;
    const paths = disallow.map((path) => site.base + path);
    const lines = [
      'User-agent: *',
      `Content-Signal: search=${sign(search)}, ai-input=${sign(answers)}, ai-train=${sign(training)}`,
      ...(search === 'deny' ? ['Disallow: /'] : paths.length ? paths.map((path) => `Disallow: ${path}`) : ['Allow: /']),
      '',
      `Sitemap: ${site.url('/sitemap-index.xml')}`,
      '',
    ];
    yield { path: '/robots.txt', content: lines.join('\n') };
  },
};

function sign(rule: 'allow' | 'deny'): string {
  return rule === 'allow' ? 'yes' : 'no';
}
