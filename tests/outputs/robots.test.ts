/** robots.txt: its text, and what a parser that did not write it makes of it. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import robotsParser from 'robots-parser';
import { outputs, resourcesOf } from '#outputs/index.ts';
import { robots } from '#outputs/robots.ts';
import { loadSite } from '#site/load.ts';
import { planPages } from '#site/pages/index.ts';
import { today } from '../helpers/build.ts';
import { copySmallSite } from '../helpers/content.ts';
import { filesOf, given } from '../helpers/outputs.ts';

/** robots.txt of the small site with another `ai` part. */
function robotsOf(ai: string, url?: string): string {
  const contentDir = copySmallSite();
  const file = join(contentDir, 'site.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ai: .*$/m, `ai: ${ai}`));
  const { edition } = loadSite({ contentDir, today, url });
  const [written] = [...(robots.files(edition!, given) as Iterable<{ content: string }>)];
  return written!.content;
}

const textOf = (text: string, name: string) => text.split('\n\n').find((group) => group.startsWith(`User-agent: ${name}\n`));

test('the whole file, from the group for everyone to the sitemap', () => {
  const text = robotsOf('{ disallow: [/search/] }');
  const groups = text.split('\n\n');
  const allowed = 'Content-Signal: search=yes, ai-input=yes, ai-train=no\nDisallow: /search/';
  assert.equal(groups[0], `User-agent: *\n${allowed}`);
  assert.equal(groups.at(-1), 'Sitemap: https://small.example/sitemap-index.xml\n');
  for (const group of groups.slice(1, -1)) assert.match(group, /^User-agent: [\w -]+\n(Disallow: \/|Content-Signal: search=yes, ai-input=yes, ai-train=no\nDisallow: \/search\/)$/);
  assert.equal(textOf(text, 'Baiduspider'), `User-agent: Baiduspider\n${allowed}`);
  assert.equal(textOf(text, 'GPTBot'), 'User-agent: GPTBot\nDisallow: /');
  assert.doesNotMatch(text, /License/i);
});

test('a path in Chinese is percent-encoded: RFC 9309 knows no other characters than those of ASCII', () => {
  const text = robotsOf('{ disallow: [/内部/] }', 'https://small.example/文档');
  assert.match(text, /^Disallow: \/%E6%96%87%E6%A1%A3\/%E5%86%85%E9%83%A8\/$/m);
  assert.doesNotMatch(text, /[^\x00-\x7f]/);
});

const userAgents = [
  'Googlebot/2.1', 'Bingbot', 'Baiduspider', 'Sogou web spider', '360Spider', 'YisouSpider', 'PetalBot', 'ToutiaoSpider', 'SomeUnknownBot',
  'OAI-SearchBot', 'PerplexityBot', 'Claude-SearchBot', 'ChatGPT-User', 'Claude-User', 'MistralAI-User',
  'GPTBot/1.2', 'ClaudeBot', 'CCBot', 'Google-Extended', 'Bytespider',
];
const paths = ['/', '/answers/', '/answers/base-url/', '/answers/base-url.md', '/llms.txt', '/rss.xml', '/about/', '/search/', '/search/?q=%E6%8E%A5%E5%8F%A3', '/内部/说明/'];
const classOf = (index: number) => (index < 9 ? 'search' : index < 15 ? 'answers' : 'training');

const policies: [name: string, ai: string, allows: (kind: string, agent: string, path: string) => boolean][] = [
  ['as it is by default', '{ disallow: [/search/, /内部/] }', (kind, _, path) => kind !== 'training' && !/^\/(search|内部)\//.test(path)],
  ['open to all', '{ training: allow }', () => true],
  ['links, but no AI', '{ answers: deny, disallow: [/search/] }', (kind, _, path) => kind === 'search' && !path.startsWith('/search/')],
  ['AI, but no links', '{ search: deny, disallow: [/search/] }', (kind, _, path) => kind === 'answers' && !path.startsWith('/search/')],
  ['rules for single crawlers', '{ disallow: [/search/], agents: { bytespider: allow, PerplexityBot: deny } }', (kind, agent, path) => agent !== 'PerplexityBot' && (kind !== 'training' || agent === 'Bytespider') && !path.startsWith('/search/')],
];

for (const [name, ai, allows] of policies) {
  test(`20 crawlers on 10 paths, ${name}`, () => {
    for (const base of ['', '/docs']) {
      const parsed = robotsParser('https://small.example/robots.txt', robotsOf(ai, `https://small.example${base}`));
      for (const [index, agent] of userAgents.entries()) {
        for (const path of paths) {
          assert.equal(parsed.isAllowed(encodeURI(`https://small.example${base}`) + (path.includes('%') ? path : encodeURI(path)), agent), allows(classOf(index), agent, path), `${agent} ${base}${path}`);
        }
      }
      assert.deepEqual(parsed.getSitemaps(), name === 'AI, but no links' ? [] : [`https://small.example${base}/sitemap-index.xml`]);
    }
  });
}

test('a crawler let in by name may do what it comes for, and one that only site.yaml knows has its own group', () => {
  const text = robotsOf('{ agents: { GPTBot: allow, NovaCrawler: deny } }');
  assert.equal(textOf(text, 'GPTBot'), 'User-agent: GPTBot\nContent-Signal: search=yes, ai-input=yes, ai-train=yes\nAllow: /');
  assert.equal(textOf(text, 'ClaudeBot'), 'User-agent: ClaudeBot\nDisallow: /');
  assert.equal(textOf(text, 'NovaCrawler'), 'User-agent: NovaCrawler\nDisallow: /');
});

test('search: deny is said everywhere: in robots.txt, in each page, in headers, and no sitemap is made', async () => {
  const contentDir = copySmallSite();
  const file = join(contentDir, 'site.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ai: .*$/m, 'ai: { search: deny }'));
  const edition = loadSite({ contentDir, today }).edition!;
  const resources = resourcesOf(edition.site);
  assert.deepEqual(Array.from(planPages(edition), ({ make }) => make()).filter(({ props }) => props.shell.head.index), []);
  assert.ok(!resources.some(({ path }) => path.startsWith('/sitemap')));
  for (const output of outputs.filter(({ id }) => ['sitemap', 'headers'].includes(id))) {
    for (const [path, text] of await filesOf(output, edition)) assert.match(`${path} ${text}`, /^\/_headers [^]*\n\/\*\n(  .+\n)*  X-Robots-Tag: noindex\n/);
  }
});
