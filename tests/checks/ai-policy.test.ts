/** Rules for crawlers that contradict themselves or what the site publishes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSite } from '#site/load.ts';
import { answer, makeContent, minimalConfig } from '../helpers/content.ts';

const about = '---\ntitle: 关于本站\ndescription: 这一页说明谁在写这个站，按什么规则写。\nupdated: 2026-01-01\nrole: about\n---\n\n正文。\n';

function check(lines: string, lang: 'zh' | 'en' = 'zh', url?: string): string[] {
  const contentDir = makeContent({ 'site.yaml': `${minimalConfig}${lines}\n`, 'answers/a.mdx': answer(), 'pages/about.mdx': about });
  return loadSite({ contentDir, today: '2026-06-01', url }).problems.filter(({ rule }) => /^(ai|security|schema)\//.test(rule)).map(({ file, line, column, rule, severity, message, hint }) => `${file}:${line}:${column} ${severity} ${rule}  ${message[lang]} ${hint[lang]}`);
}

test('policies that hold together', () => {
  for (const ai of ['{}', '{ disallow: [/search/, /private/, "/*.pdf$"] }', '{ search: deny, answers: deny, disallow: [/] }', '{ answers: deny, disallow: ["/*.md$", /llms.txt] }', '{ search: deny, agents: { GPTBot: allow, googlebot: deny } }', '{ agents: { NovaCrawler: deny } }']) assert.deepEqual(check(`ai: ${ai}`), [], ai);
});

test('a crawler whose name is nearly right', () => {
  assert.deepEqual(check('ai:\n  agents:\n    CCBot: deny\n    GTPBot: deny'), ['site.yaml:11:5 error ai/agent  没有叫 "GTPBot" 的爬虫。 你是不是想写 GPTBot？']);
  assert.deepEqual(check('ai: { agents: { Baidu spider: deny } }', 'en'), ['site.yaml:8:17 error ai/agent  No crawler is called "Baidu spider". Did you mean Baiduspider?']);
  assert.deepEqual(check('ai: { agents: { "爬虫": deny } }', 'en'), ['site.yaml:8:17 error ai/agent  No crawler is called "爬虫". Write the name it uses as its User-agent: letters, digits, hyphens and underscores.']);
});

test('a path that robots.txt would cut off at its #, since a comment begins there', () => {
  const say = (path: string) => [`site.yaml:8:18 error schema/value  "ai.disallow[0]" 的值不能用："${path}"。 写以 / 开头的路径，不带空格和井号：robots.txt 从井号起是注释。`];
  for (const path of ['/#internal', '/内部/#甲']) assert.deepEqual(check(`ai: { disallow: ["${path}"] }`), say(path));
});

test('what is disallowed and listed at the same time', () => {
  const hint = '删掉这一项，或改得更窄；不想公开的条目写 draft: true。';
  assert.deepEqual(check('ai:\n  disallow:\n    - /search/\n    - /answers/a'), [`site.yaml:11:7 error ai/disallowed  "/answers/a" 不让爬虫读 /answers/a/ 等 3 个地址，而 llms.txt 或 sitemap 请它们来读。 ${hint}`]);
  assert.deepEqual(check('ai: { disallow: [/llms.txt] }'), [`site.yaml:8:18 error ai/disallowed  "/llms.txt" 不让爬虫读 /llms.txt，而 llms.txt 或 sitemap 请它们来读。 ${hint}`]);
  assert.deepEqual(check('ai: { disallow: [/about/] }'), [`site.yaml:8:18 error ai/disallowed  "/about/" 不让爬虫读 /about/，而 llms.txt 或 sitemap 请它们来读。 ${hint}`]);
  assert.deepEqual(check('ai: { disallow: ["/*.md$"] }', 'en', 'https://test.example/docs'), [
    'site.yaml:8:18 error ai/disallowed  "/*.md$" keeps crawlers from /answers/a.md and 1 more, which llms.txt or the sitemap invites them to read. Delete the pattern or make it narrower; write draft: true into entries that should not be public.',
  ]);
  assert.match(check('ai: { disallow: [/] }', 'en')[0]!, /keeps crawlers from \/ and \d+ more/);
});

test('nor may what else llms.txt names, or a later page of a list, be disallowed', () => {
  const covered = (pattern: string, ai = '') => check(`ai: { ${ai}disallow: ["${pattern}"] }`).map((problem) => / 不让爬虫读 (.*?)，/.exec(problem)?.[1]);
  for (const path of ['/llms-full.txt', '/answers.json', '/feed.json', '/answers/llms.txt', '/answers/rss.xml']) assert.deepEqual(covered(`${path}$`), [path]);
  assert.deepEqual(covered('/answers/llms.txt$', 'answers: deny, '), []);
  const entries = Array.from({ length: 51 }, (_, index) => [`answers/a-${index}.mdx`, answer()] as const);
  const contentDir = makeContent({ 'site.yaml': `${minimalConfig}ai: { disallow: [/*/page/] }\n`, ...Object.fromEntries(entries) });
  const [found] = loadSite({ contentDir, today: '2026-06-01' }).problems.filter(({ rule }) => rule === 'ai/disallowed');
  assert.equal(found?.message.zh, '"/*/page/" 不让爬虫读 /answers/page/2/ 等 2 个地址，而 llms.txt 或 sitemap 请它们来读。');
});

test('search engines invited to a site that no index may hold', () => {
  assert.deepEqual(check('ai:\n  search: deny\n  agents: { Baiduspider: allow }\nindexnow: { key: abcdef1234567890 }'), [
    'site.yaml:10:13 error ai/search  ai.search 不许收录，这里却允许 Baiduspider。 删掉这一项，或把 ai.search 改成 allow。',
    'site.yaml:11:1 error ai/search  ai.search 不许收录，这里却要把改动通知给搜索引擎。 删掉这一项，或把 ai.search 改成 allow。',
  ]);
});

test('security.txt past its day', () => {
  const security = (expires: string) => check(`contact:\n  security: { contact: "mailto:security@test.example", expires: ${expires} }`);
  assert.deepEqual(security('2026-06-02'), []);
  assert.deepEqual(security('2026-06-01'), ['site.yaml:9:65 warning security/expired  security.txt 只到 2026-06-01 有效。 核对联系方式，再写一个一年以内的新日期。']);
});
