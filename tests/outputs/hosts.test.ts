/** The files for hosts, read by the hosts' own parsers. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { parseAllHeaders } from '@netlify/headers-parser';
import { parseAllRedirects } from '@netlify/redirect-parser';
import { getTransformedRoutes, type Route } from '@vercel/routing-utils';
import { firstScriptSource } from '#model/theme.ts';
import { headers } from '#outputs/headers.ts';
import { vercel } from '#outputs/vercel.ts';
import { loadSite } from '#site/load.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { copySmallSite, smallSite } from '../helpers/content.ts';
import { given } from '../helpers/outputs.ts';

let out: string;
let files: Map<string, string>;

before(async () => {
  ({ out } = await buildSmall());
  files = readTree(out);
});

const policy =
  `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${firstScriptSource}; style-src 'self'; img-src 'self' data: https:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** What both answer for some paths: Content-Type, X-Robots-Tag, Cache-Control, Link. */
const expected: Record<string, [type?: string, robots?: string, cache?: string, link?: RegExp]> = {
  '/answers/base-url/': [undefined, undefined, 'public, max-age=0, must-revalidate'],
  '/answers/base-url.md': ['text/markdown; charset=utf-8', 'noindex', 'public, max-age=0, must-revalidate', /^<https:\/\/small\.example\/answers\/base-url\/>; rel="canonical"$/],
  '/answers/base-url.part-2.md': ['text/markdown; charset=utf-8', 'noindex', 'public, max-age=0, must-revalidate', /^<https:\/\/small\.example\/answers\/base-url\/>; rel="canonical"$/],
  '/about.part-2.md': ['text/markdown; charset=utf-8', 'noindex', 'public, max-age=0, must-revalidate', /^<https:\/\/small\.example\/about\/>; rel="canonical"$/],
  '/about.md': ['text/markdown; charset=utf-8', 'noindex', 'public, max-age=0, must-revalidate', /^<https:\/\/small\.example\/about\/>; rel="canonical"$/],
  '/llms.txt': ['text/plain; charset=utf-8', 'noindex', 'public, max-age=0, must-revalidate'],
  '/answers/llms-full.txt': ['text/plain; charset=utf-8', 'noindex', 'public, max-age=0, must-revalidate'],
  '/answers/llms-12.txt': ['text/plain; charset=utf-8', 'noindex', 'public, max-age=0, must-revalidate'],
  '/glossary/llms-explained/': [undefined, undefined, 'public, max-age=0, must-revalidate'],
  '/robots.txt': ['text/plain; charset=utf-8', undefined, 'public, max-age=0, must-revalidate'],
  '/rss.xml': ['application/rss+xml; charset=utf-8', undefined, 'public, max-age=0, must-revalidate'],
  '/answers/rss.xml': ['application/rss+xml; charset=utf-8', undefined, 'public, max-age=0, must-revalidate'],
  '/sitemap-0.xml': ['application/xml; charset=utf-8', undefined, 'public, max-age=0, must-revalidate'],
  '/answers.json': ['application/json; charset=utf-8', undefined, 'public, max-age=0, must-revalidate'],
  '/_astro/page.abc123.css': [undefined, undefined, 'public, max-age=31536000, immutable'],
  '/': [undefined, undefined, 'public, max-age=0, must-revalidate', /<https:\/\/small\.example\/llms\.txt>; rel="describedby"; type="text\/plain"/],
};

function judge(sent: (path: string) => Record<string, string>): void {
  for (const [path, [type, robots, cache, link]] of Object.entries(expected)) {
    const headers = sent(path);
    assert.deepEqual([headers['Content-Type'], headers['X-Robots-Tag'], headers['Cache-Control']], [type, robots, cache], path);
    if (link) assert.match(headers['Link'] ?? '', link, path);
    else assert.equal(headers['Link'], undefined, path);
    assert.equal(headers['Content-Security-Policy'], policy, path);
    assert.equal(headers['X-Content-Type-Options'], 'nosniff', path);
    assert.equal(headers['Strict-Transport-Security'], 'max-age=31536000', path);
  }
}

async function netlifyHeaders(dir: string): Promise<{ for: string; forRegExp: RegExp; values: Record<string, string> }[]> {
  const { headers, errors } = await parseAllHeaders({ headersFiles: [join(dir, '_headers')], configHeaders: [], minimal: false });
  assert.deepEqual(errors, []);
  return headers as { for: string; forRegExp: RegExp; values: Record<string, string> }[];
}

test('_headers as Netlify reads it: every rule that fits counts, the later one wins', async () => {
  const rules = await netlifyHeaders(out);
  judge((path) => Object.assign({}, ...rules.filter(({ forRegExp }) => forRegExp.test(path)).map(({ values }) => values)) as Record<string, string>);
});

/**
 * Cloudflare's rules, which no package reads: a path once, `*` at most once, 100 rules, 2,000 characters a line;
 * the values of several rules are joined, unless `! Name` takes the earlier ones off.
 */
test('_headers as Cloudflare reads it: nothing is joined that should not be', () => {
  const rules: { path: string; set: [string, string][]; unset: string[] }[] = [];
  for (const line of files.get('/_headers')!.split('\n').filter((text) => text && !text.startsWith('#'))) {
    assert.ok(line.length <= 2000);
    if (line.startsWith('/')) rules.push({ path: line, set: [], unset: [] });
    else if (line.startsWith('  ! ')) rules.at(-1)!.unset.push(line.slice(4));
    else rules.at(-1)!.set.push(line.trim().split(/: (.*)/, 2) as [string, string]);
  }
  assert.ok(rules.length <= 100);
  assert.equal(new Set(rules.map(({ path }) => path)).size, rules.length);
  for (const { path } of rules) assert.ok(path.split('*').length <= 2, path);
  judge((path) => {
    const headers: Record<string, string> = {};
    for (const rule of rules) {
      if (!new RegExp(`^${rule.path.split('*').map((part) => RegExp.escape(part)).join('.*')}$`).test(path)) continue;
      for (const name of rule.unset) delete headers[name];
      for (const [name, value] of rule.set) headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
    }
    return headers;
  });
});

test('a site with more twins than Cloudflare reads rules leaves them out, all of them', () => {
  const edition = loadSite({ contentDir: smallSite, today }).edition!;
  const copies = (count: number) => ({ ...edition, site: { ...edition.site, entries: Array.from({ length: count }, (_, index) => ({ ...edition.site.entries[0]!, path: `/answers/copy-${index}/` })) } });
  const rulesOf = (count: number) => [...(headers.files(copies(count), given) as Iterable<{ content: string }>)][0]!.content.split('\n').filter((line) => line.startsWith('/'));
  const few = rulesOf(0).length;
  assert.equal(rulesOf(100 - few).length, 100);
  assert.deepEqual(rulesOf(101 - few), rulesOf(0));
});

interface NetlifyRedirect {
  from: string;
  to: string;
  status: number;
  force: boolean;
}

async function netlifyRedirects(dir: string): Promise<NetlifyRedirect[]> {
  const { redirects, errors } = await parseAllRedirects({ redirectsFiles: [join(dir, '_redirects')], configRedirects: [], minimal: false });
  assert.deepEqual(errors, []);
  return redirects as NetlifyRedirect[];
}

test('_redirects as Netlify reads it', async () => {
  assert.deepEqual(
    (await netlifyRedirects(out)).map(({ from, to, status, force }) => ({ from, to, status, force })),
    [
      { from: '/old/base-url/', to: '/answers/base-url/', status: 301, force: true },
      { from: '/old/base-url/', to: '/answers/base-url/', status: 301, force: false },
      { from: '/old/base-url', to: '/answers/base-url/', status: 301, force: false },
    ],
  );
});

function vercelRoutes(json: string): Route[] {
  const { $schema: _, ...config } = JSON.parse(json) as Record<string, unknown>;
  const { routes, error } = getTransformedRoutes(config);
  assert.equal(error, null);
  return routes!;
}

/** What Vercel's router makes of a path: the headers of every rule that fits, the later one winning, or the first redirect. */
function route(routes: readonly Route[], path: string): { headers: Record<string, string>; status: number | undefined } {
  const headers: Record<string, string> = {};
  for (const step of routes) {
    const found = 'src' in step && step.src ? new RegExp(step.src).exec(path) : null;
    if (!found || !('headers' in step) || !step.headers) continue;
    for (const [name, value] of Object.entries(step.headers)) headers[name] = value.replace(/\$(\d)/g, (_, group: string) => found[Number(group)] ?? '');
    if (step.status) return { headers, status: step.status };
  }
  return { headers, status: undefined };
}

test('vercel.json as Vercel reads it', () => {
  const routes = vercelRoutes(files.get('/vercel.json')!);
  judge((path) => route(routes, path).headers);
  assert.equal(route(routes, '/answers/base-url.part-2.md').headers['Link'], '<https://small.example/answers/base-url/>; rel="canonical"');
  const moved = route(routes, '/old/base-url/');
  assert.deepEqual([moved.status, moved.headers['Location']], [301, '/answers/base-url/']);
  assert.equal(route(routes, '/answers/base-url/').status, undefined);
  assert.deepEqual([route(routes, '/answers/base-url').status, route(routes, '/answers/base-url').headers['Location']], [308, '/answers/base-url/']);
});

test('a site below a path, with old paths that hosts could misread', async () => {
  const contentDir = copySmallSite();
  const entry = join(contentDir, 'answers/overdue.mdx');
  writeFileSync(entry, readFileSync(entry, 'utf8').replace('\n---\n', "\nredirectFrom: [/旧站/接口地址/, /a+b/c.html, /faq.php, \"/it's/,x=1&y\"]\n---\n"));
  const below = (await buildSmall({ contentDir, url: 'https://small.example/docs' })).out;
  const tree = readTree(below);
  const forced = (await netlifyRedirects(below)).filter(({ force }) => force).map(({ from, to }) => `${decodeURI(from)} ${to}`);
  assert.deepEqual(forced, [
    '/docs/a+b/c.html /docs/answers/overdue/',
    '/docs/faq.php /docs/answers/overdue/',
    "/docs/it's/,x=1&y/ /docs/answers/overdue/",
    '/docs/old/base-url/ /docs/answers/base-url/',
    '/docs/旧站/接口地址/ /docs/answers/overdue/',
  ]);
  assert.doesNotMatch(tree.get('/_redirects')!, /[^\x00-\x7f]/);
  const routes = vercelRoutes(tree.get('/vercel.json')!);
  for (const path of ['/docs/a+b/c.html', '/docs/faq.php', "/docs/it's/,x=1&y/", `/docs/${encodeURIComponent('旧站')}/${encodeURIComponent('接口地址')}/`]) assert.equal(route(routes, path).headers['Location'], '/docs/answers/overdue/', path);
  assert.equal(route(routes, '/docs/aab/c.html').status, undefined);
  assert.equal(route(routes, '/docs/answers/base-url.md').headers['Link'], '<https://small.example/docs/answers/base-url/>; rel="canonical"');
  const headers = await netlifyHeaders(below);
  assert.deepEqual(headers.filter(({ for: path }) => !path.startsWith('/docs/')), []);
  assert.deepEqual([...tree.keys()].filter((path) => /^\/(旧站|a\+b|faq|it)/.test(path)).sort(), ['/a+b/c.html', "/it's/,x=1&y/index.html", '/旧站/接口地址/index.html'].sort());
});

test('a site with more redirects than Vercel takes gives it as many as it takes', () => {
  const contentDir = copySmallSite();
  const entry = join(contentDir, 'answers/overdue.mdx');
  writeFileSync(entry, readFileSync(entry, 'utf8').replace('\n---\n', `\nredirectFrom: [${Array.from({ length: 2_050 }, (_, number) => `/faq/${number}/`).join(', ')}]\n---\n`));
  const { edition } = loadSite({ contentDir, today });
  const [file] = [...(vercel.files(edition!, given) as Iterable<{ content: string }>)];
  assert.equal((JSON.parse(file!.content) as { redirects: unknown[] }).redirects.length, 2_048);
});

test('a page stands at the old path, for hosts that know no redirects, and in no index', () => {
  assert.equal(
    files.get('/old/base-url/index.html'),
    `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>接口地址应该填什么？</title>
<meta name="robots" content="noindex">
<link rel="canonical" href="https://small.example/answers/base-url/">
<meta http-equiv="refresh" content="0; url=/answers/base-url/">
</head>
<body><main><h1>这一页换了地址</h1><p><a href="/answers/base-url/">接口地址应该填什么？</a></p></main></body>
</html>
`,
  );
  for (const [path, text] of files) if (!/^\/(_redirects|vercel\.json|nginx\.conf|dist-manifest\.json|old\/)/.test(path)) assert.ok(!text.includes('/old/base-url'), path);
});

test('/404.md says where to look instead', () => {
  const lines = files.get('/404.md')!.split('\n');
  assert.deepEqual(lines.slice(0, 5), ['# 这个地址下没有页面', '', '可以从这些地方找：', '', '- [llms.txt](https://small.example/llms.txt)：全部条目的 Markdown 版本和短答案。']);
  assert.ok(lines.includes('- [答案](https://small.example/answers/)：一个问题一页：先给结论，再说它在哪里不成立。'));
});
