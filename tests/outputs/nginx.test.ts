/** A real nginx with the nginx.conf of the small site: what it sends, for which request. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { firstScriptSource } from '#model/theme.ts';
import { buildSmall } from '../helpers/build.ts';
import { openChromium } from '../helpers/browser.ts';
import { copySmallSite } from '../helpers/content.ts';
import { findNginx, startNginx, type Nginx } from '../helpers/nginx.ts';

const program = findNginx();
const skip = program ? false : 'There is no nginx: install the package nginx-light, or run the tests as root on Debian.';

let nginx: Nginx;

before(async () => {
  if (!program) return;
  nginx = await startNginx(program, (await buildSmall({ compress: true })).out, 'small.example');
});
after(() => nginx?.stop());

test('content types', { skip }, async () => {
  const types = {
    '/answers/base-url/': 'text/html; charset=utf-8',
    '/answers/base-url.md': 'text/markdown; charset=utf-8',
    '/llms.txt': 'text/plain; charset=utf-8',
    '/robots.txt': 'text/plain; charset=utf-8',
    '/sitemap-index.xml': 'application/xml; charset=utf-8',
    '/rss.xml': 'application/rss+xml; charset=utf-8',
    '/manifest.webmanifest': 'application/manifest+json; charset=utf-8',
    '/opensearch.xml': 'application/opensearchdescription+xml; charset=utf-8',
    '/logo.svg': 'image/svg+xml; charset=utf-8',
  };
  for (const [path, type] of Object.entries(types)) {
    const { status, headers } = await nginx.get(path);
    assert.deepEqual([status, headers['content-type']], [200, type], path);
  }
});

const html = 'text/html; charset=utf-8';
const markdown = 'text/markdown; charset=utf-8';
const negotiations: [accept: string | undefined, type: string][] = [
  ['text/markdown', markdown],
  ['text/markdown;q=0.5, text/html', html],
  ['*/*', html],
  [undefined, html],
  ['text/markdown, text/html, */*', markdown],
  ['text/html, text/markdown', markdown],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8', html],
  ['text/html;q=0.8, text/markdown;q=0.9', markdown],
  ['text/html;q=0.85, text/markdown;q=0.8', html],
  ['text/html;q=0.8, text/markdown;q=0.85', markdown],
  ['text/html;q=0.801,text/markdown;q=0.8', html],
  ['text/html;q=0.80, text/markdown;q=0.8', markdown],
  ['text/html;q=1.0, text/markdown;q=1.000', markdown],
  ['text/markdown;q=0, text/html;q=0', html],
  ['text/markdown;q=0', html],
  ['text/markdown;q=0.3, */*;q=0.1', markdown],
  ['text/markdown;q=0.3, text/*;q=0.4', html],
  ['text/markdown;q=0.3, text/html;q=0.2, */*', markdown],
  ['text/*', html],
  ['TEXT/Markdown ; variant=GFM ; Q=0.9, text/html;q=0.5', markdown],
  ['text/markdown-x, text/html;q=0.1', html],
  ['application/json', html],
];

for (const [accept, type] of negotiations) {
  test(`Accept: ${accept ?? '(none)'} gets ${type.split(';')[0]}, and both vary`, { skip }, async () => {
    const { status, headers, body } = await nginx.get('/answers/base-url/', accept === undefined ? {} : { accept });
    assert.deepEqual([status, headers['content-type']], [200, type]);
    assert.match(headers.vary!, /(^|, )Accept(,|$)/);
    assert.equal(body.toString('utf8').startsWith('# '), type === markdown);
    assert.equal(headers['x-robots-tag'], undefined);
  });
}

test('a page without a twin stays HTML', { skip }, async () => {
  for (const path of ['/', '/answers/', '/search/']) assert.equal((await nginx.get(path, { accept: 'text/markdown' })).headers['content-type'], html, path);
});

test('a twin is in no index and names its page', { skip }, async () => {
  const { headers } = await nginx.get('/answers/base-url.md');
  assert.equal(headers['x-robots-tag'], 'noindex');
  assert.equal(headers.link, '<https://small.example/answers/base-url/>; rel="canonical"');
  assert.equal((await nginx.get('/about.md')).headers.link, '<https://small.example/about/>; rel="canonical"');
  assert.equal((await nginx.get('/llms.txt?v=1')).headers['x-robots-tag'], 'noindex');
  assert.equal((await nginx.get('/answers/base-url/')).headers['x-robots-tag'], undefined);
  assert.equal((await nginx.get('/glossary/llms-explained/')).headers['x-robots-tag'], undefined, 'a page about llms.txt, if there were one');
  assert.equal((await nginx.get('/robots.txt')).headers['x-robots-tag'], undefined);
});

test('the home page links what it is for machines', { skip }, async () => {
  const { link } = (await nginx.get('/')).headers;
  assert.match(String(link), /<https:\/\/small\.example\/llms\.txt>; rel="describedby"; type="text\/plain"/);
  assert.match(String(link), /<https:\/\/small\.example\/rss\.xml>; rel="alternate"; type="application\/rss\+xml"/);
});

test('security headers stand on every answer, and caches keep only what is named by hash', { skip }, async () => {
  const page = await nginx.get('/answers/base-url/');
  const style = /href="(\/_astro\/[^"]+)"/.exec(page.body.toString('utf8'))![1]!;
  for (const [path, cache] of [['/answers/base-url/', 'public, max-age=0, must-revalidate'], ['/none/', 'public, max-age=0, must-revalidate'], [style, 'public, max-age=31536000, immutable']] as const) {
    const { headers } = await nginx.get(path);
    assert.equal(
      headers['content-security-policy'],
      `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${firstScriptSource}; style-src 'self'; img-src 'self' data: https:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'strict-origin-when-cross-origin');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['strict-transport-security'], 'max-age=31536000');
    assert.equal(headers['permissions-policy'], 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
    assert.equal(headers['cache-control'], cache, path);
  }
});

test('old paths lead to the page, in one step, with the query', { skip }, async () => {
  for (const path of ['/old/base-url/', '/old/base-url']) {
    const { status, headers } = await nginx.get(`${path}?from=%E6%97%A7`);
    assert.deepEqual([status, headers.location], [301, '/answers/base-url/?from=%E6%97%A7'], path);
  }
  const { status, headers } = await nginx.get('/answers/base-url');
  assert.deepEqual([status, headers.location], [301, '/answers/base-url/']);
});

test('precompressed files are sent as they are, to those who take them', { skip }, async () => {
  for (const path of ['/answers/base-url/', '/answers/base-url.md', '/rss.xml']) {
    const plain = await nginx.get(path);
    const packed = await nginx.get(path, { 'accept-encoding': 'gzip' });
    assert.equal(plain.headers['content-encoding'], undefined);
    assert.equal(packed.headers['content-encoding'], 'gzip', path);
    assert.equal(packed.headers['content-type'], plain.headers['content-type']);
    assert.equal(Number(packed.headers['content-length']), packed.body.length, 'a file, not a stream');
    assert.ok(gunzipSync(packed.body).equals(plain.body), path);
    assert.match(packed.headers.vary!, /Accept-Encoding/);
    assert.ok(brotliDecompressSync((await nginx.get(path.endsWith('/') ? `${path}index.html.br` : `${path}.br`)).body).equals(plain.body), path);
  }
  const negotiated = await nginx.get('/answers/base-url/', { 'accept': 'text/markdown', 'accept-encoding': 'gzip' });
  assert.match(gunzipSync(negotiated.body).toString('utf8'), /^# 接口地址/);
});

test('a missing page is a 404 in the form that was asked for', { skip }, async () => {
  const cases: [path: string, accept: string, type: string][] = [
    ['/none/', 'text/html', html],
    ['/none/', 'text/markdown', markdown],
    ['/answers/none.md', '*/*', markdown],
    ['/none', 'text/markdown, text/html, */*', markdown],
    ['/rss.xml/none/', '*/*', html],
  ];
  for (const [path, accept, type] of cases) {
    const { status, headers, body } = await nginx.get(path, { accept });
    assert.deepEqual([status, headers['content-type'], headers.link], [404, type, undefined], path);
    assert.match(headers.vary!, /(^|, )Accept(,|$)/);
    assert.match(body.toString('utf8'), type === markdown ? /^# 这个地址下没有页面\n/ : /^<!doctype html>/i);
  }
});

test('what is for hosts alone is not served', { skip }, async () => {
  for (const path of ['/nginx.conf', '/_headers', '/_redirects', '/vercel.json', '/.git/config', '/%2e%2e/etc/passwd']) assert.notEqual((await nginx.get(path)).status, 200, path);
});

test('a site below a path, with old paths in Chinese and with capitals', { skip }, async (t) => {
  const contentDir = copySmallSite();
  const entry = join(contentDir, 'answers/overdue.mdx');
  writeFileSync(entry, readFileSync(entry, 'utf8').replace('\n---\n', '\nredirectFrom: [/旧站/接口地址, /Answers/Overdue/, "/faq/%E6%97%A7.html"]\n---\n'));
  const below = await startNginx(program!, (await buildSmall({ contentDir, url: 'https://small.example/docs' })).out, 'small.example', '/docs');
  t.after(() => below.stop());
  const location = async (path: string) => (await below.get(path)).headers.location;
  assert.equal(await location('/docs'), '/docs/');
  assert.equal(await location('/docs/old/base-url'), '/docs/answers/base-url/');
  assert.equal(await location(`/docs/${encodeURIComponent('旧站')}/${encodeURIComponent('接口地址')}`), '/docs/answers/overdue/');
  assert.equal(await location('/docs/Answers/Overdue/'), '/docs/answers/overdue/');
  assert.equal(await location('/docs/faq/%E6%97%A7.html'), '/docs/answers/overdue/');
  assert.equal(await location('/docs/answers/overdue/'), undefined);
  assert.equal((await below.get('/docs/answers/base-url/', { accept: 'text/markdown' })).headers['content-type'], markdown);
  assert.equal((await below.get('/docs/answers/base-url.md')).headers.link, '<https://small.example/docs/answers/base-url/>; rel="canonical"');
  assert.equal((await below.get('/docs/none/', { accept: 'text/markdown' })).headers['content-type'], markdown);
  assert.equal((await below.get('/docs/nginx.conf')).status, 404);
  assert.match(String((await below.get('/docs/')).headers.link), /<https:\/\/small\.example\/docs\/llms\.txt>/);
});

test('a site below a path in Chinese, with a space', { skip }, async (t) => {
  const { out } = await buildSmall({ url: 'https://small.example/帮助 文档' });
  assert.match(readFileSync(join(out, 'nginx.conf'), 'utf8'), /^#   include "\/var\/www\/small\.example\/帮助 文档\/nginx\.conf";$/m);
  const below = await startNginx(program!, out, 'small.example', '/帮助 文档');
  t.after(() => below.stop());
  const base = encodeURI('/帮助 文档');
  const moved = await below.get(`${base}/old/base-url`);
  assert.deepEqual([moved.status, moved.headers.location], [301, `${base}/answers/base-url/`]);
  assert.equal((await below.get(base)).headers.location, `${base}/`);
  assert.equal((await below.get(`${base}/answers/base-url/`, { accept: 'text/markdown' })).headers['content-type'], markdown);
  assert.equal((await below.get(`${base}/answers/base-url.md`)).headers.link, `<https://small.example${base}/answers/base-url/>; rel="canonical"`);
  assert.match((await below.get(`${base}/none/`, { accept: 'text/markdown' })).body.toString('utf8'), /^# 这个地址下没有页面\n/);
  assert.equal((await below.get(`${base}/nginx.conf`)).status, 404);
});

test('a host whose name is long and starts with a digit', { skip }, async (t) => {
  const host = '360.a-host-with-a-long-name.example.com';
  const other = await startNginx(program!, (await buildSmall({ url: `https://${host}` })).out, host);
  t.after(() => other.stop());
  assert.equal((await other.get('/answers/base-url/', { accept: 'text/markdown' })).headers['content-type'], markdown);
  assert.equal((await other.get('/answers/base-url.md')).headers.link, `<https://${host}/answers/base-url/>; rel="canonical"`);
});

test('pages satisfy the policy that is sent with them', { skip }, async (t) => {
  const browser = await openChromium();
  t.after(() => browser.close());
  const page = await browser.newPage();
  const violations: string[] = [];
  page.on('console', (message) => message.type() === 'error' && violations.push(message.text()));
  for (const path of ['/', '/answers/base-url/', '/examples/hello/', '/answers/old-name/', '/search/?q=接口']) {
    await page.goto(nginx.url + path);
    assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).fontFamily), '', path);
  }
  assert.deepEqual(violations, []);
});
