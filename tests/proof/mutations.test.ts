/** The proof can fail: each surface of the small site is spoilt in turn, and the proof names the file and the field. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import type { Difference } from '#proof/difference.ts';
import type { Proven } from '#proof/proven.ts';
import { toProblem } from '#proof/words.ts';
import type { Loaded } from '#site/load.ts';
import { openTree } from '#site/tree.ts';
import { buildSmall } from '../helpers/build.ts';
import { proofOf, proveAll } from '../helpers/proof.ts';

let loaded: Loaded;
let dir: string;

before(async () => {
  ({ out: dir, loaded } = await buildSmall());
});

/** What the proof says of the tree while the file at `path` is what `change` makes of it; undefined deletes it. */
function spoil(path: string, change: (text: string) => string | undefined) {
  const file = join(dir, path);
  let original: string | undefined;
  try {
    original = readFileSync(file, 'utf8');
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  const spoilt = change(original ?? '');
  assert.notEqual(spoilt, original, `${path} was not changed`);
  if (spoilt === undefined) rmSync(file);
  else writeFileSync(file, spoilt);
  try {
    return proveAll(dir, loaded);
  } finally {
    if (original === undefined) rmSync(file);
    else writeFileSync(file, original);
  }
}

const home = 'https://small.example';
const draft = `${home}/answers/secret-draft/`;
const draftAnswer = '草稿不会出现在任何页面、列表、订阅或机器输出里；这句话里的暗号是“草稿暗号四二七”，测试会在所有输出里找它。';
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

/** Changes one record of a JSON document. */
function record<Item extends { id: string }>(list: string, id: string, change: (item: Item) => object | undefined) {
  return (text: string) => {
    const document = JSON.parse(text) as Record<string, Item[]>;
    return JSON.stringify({ ...document, [list]: document[list]!.flatMap((item) => (item.id === id ? change(item) ?? [] : item)) });
  };
}

/** Each mutation: what it is, where, how, and what the proof must say, as file, surface, field and rule. */
const mutations: [what: string, file: string, change: (text: string) => string | undefined, says: string[]][] = [
  ['another short answer on the page', '/answers/overdue/index.html', replace(/(class="answer">)返回 401/, '$1返回 403'), ['page answer value']],
  ['a lost boundary on the page', '/answers/base-url/index.html', replace('<li>完整的密钥。</li>', ''), ['page neverShare value']],
  ['another review day on the page', '/guides/first-call/index.html', replace(/(下次复核 <time datetime=")[\d-]+/, '$12030-01-01'), ['page due value']],
  ['an overdue mark lost from the page', '/answers/overdue/index.html', replace(/<p class="stale">.*?<\/p>/, ''), ['page overdue value']],
  ['another address to copy', '/answers/overdue/index.html', replace(`<code class="address">${home}`, '<code class="address">http://small.example'), ['page url value']],
  ['a swapped canonical address', '/posts/two-addresses/index.html', replace(`rel="canonical" href="${home}/posts/two-addresses/"`, `rel="canonical" href="${home}/answers/base-url/"`), ['head url value']],
  ['a second canonical address', '/posts/two-addresses/index.html', replace('</head>', `<link rel="canonical" href="${home}/answers/base-url/"></head>`), ['head url value']],
  ['a second title in the head', '/posts/two-addresses/index.html', replace('</head>', '<title>三个地址的故事 · 小站</title></head>'), ['head title value']],
  ['a second description', '/posts/two-addresses/index.html', replace('</head>', '<meta name="description" content="说的是别的事。"></head>'), ['head description value']],
  ['a second heading', '/posts/two-addresses/index.html', replace('</h1>', '</h1><h1>三个地址的故事</h1>'), ['page title value']],
  ['another title for sharing', '/posts/two-addresses/index.html', replace(/(og:title" content=")两个/, '$1三个'), ['head title value']],
  ['a link to the wrong twin', '/posts/two-addresses/index.html', replace(`${home}/posts/two-addresses.md`, `${home}/posts/other.md`), ['head twin value']],
  ['an entry kept out of indexes', '/posts/two-addresses/index.html', replace('<meta charset', '<meta name="robots" content="noindex"><meta charset'), ['head index value']],
  ['a tombstone that indexes may hold', '/answers/old-name/index.html', replace('content="noindex"', 'content="all"'), ['head index value']],
  ['another date in JSON-LD', '/answers/base-url/index.html', replace('"dateModified":"2026-03-04"', '"dateModified":"2026-03-05"'), ['json-ld updated value']],
  ['another answer in one node of JSON-LD', '/answers/base-url/index.html', replace(/("acceptedAnswer":\{.*?"text":")接口地址填/, '$1网站地址填'), ['json-ld answer value']],
  ['another canonical address of a list', '/answers/index.html', replace(`rel="canonical" href="${home}/answers/"`, `rel="canonical" href="${home}/"`), ['head url value']],
  ['a list kept out of indexes', '/answers/index.html', replace('</head>', '<meta name="robots" content="noindex"></head>'), ['head index value']],
  ['a page for what is not found that indexes may hold', '/404.html', replace('content="noindex"', 'content="all"'), ['head index value']],
  ['a canonical address of what is not found', '/404.html', replace('</head>', `<link rel="canonical" href="${home}/404/"></head>`), ['head url value']],
  ['a trust page with the twin of another page', '/about/index.html', replace(`${home}/about.md`, `${home}/answers/base-url.md`), ['head twin value']],
  ['another address of a list in JSON-LD', '/answers/index.html', replace(`"@id":"${home}/answers/","url":"${home}/answers/"`, `"@id":"${home}/answers/","url":"${home}/"`), ['json-ld url value']],
  ['a page of JSON-LD whose main entity is not there', '/guides/first-call/index.html', replace('"mainEntity":{"@id":"https://small.example/guides/first-call/#main"}', '"mainEntity":{"@id":"https://small.example/guides/first-call/#other"}'), ['json-ld format format']],
  ['another day in the article of JSON-LD', '/guides/first-call/index.html', replace(/("@type":"TechArticle".*?"dateModified":")2026-02-01/, '$12026-02-02'), ['json-ld updated value']],
  ['JSON-LD that is no JSON', '/about/index.html', replace('{"@context"', '{@context'), ['json-ld format format']],
  ['a stale title in a card', '/answers/index.html', replace(/(<a href="\/answers\/base-url\/">)接口/, '$1旧的接口'), ['cards title value']],
  ['a lost limit in a card beside another entry', '/answers/base-url/index.html', replace(/<p class="limit">.*?<\/p>/, ''), ['cards limit value']],
  ['an overdue mark lost from a card', '/categories/errors/index.html', replace(/<strong class="overdue">.*?<\/strong>/, ''), ['cards overdue value']],
  ['a card lost from a list', '/answers/index.html', replace(/<li>\s*<h2><a href="\/answers\/overdue\/">[^]*?<p class="meta">[^]*?<\/li>/, ''), ['cards entry missing']],
  ['a tombstone in a card on the home page', '/index.html', replace(/href="\/answers\/overdue\/"/, 'href="/answers/old-name/"'), ['cards entry extra']],
  ['two entries swapped in an ItemList', '/answers/index.html', swap(`${home}/answers/base-url/`, `${home}/answers/overdue/`), ['item-list order order', 'item-list title value', 'item-list title value']],
  ['a lost boundary in a twin', '/answers/base-url.md', replace('- **不适用**：只浏览网页、不调用接口的情况。\n', ''), ['twins notFor value']],
  ['another date in a twin', '/answers/base-url.md', replace('- 更新：2026-03-04', '- 更新：2026-03-03'), ['twins updated value']],
  ['an overdue mark lost from a twin', '/answers/overdue.md', replace(/ — \*\*已过复核日期\*\*.*/, ''), ['twins state value']],
  ['a twin that is of another page', '/about.md', replace(`- HTML: ${home}/about/`, `- HTML: ${home}/`), ['twins url value']],
  ['another review day in the second part of a twin', '/answers/base-url.part-2.md', () => `# 接口地址应该填什么？\n\n- URL：${home}/answers/base-url/\n- 发布：2026-01-02\n- 更新：2026-03-04\n- 核对：2026-03-04\n- 下次复核：2030-01-01\n\n## 下半篇\n`, ['twins due value']],
  ['a third part of a twin that has no second', '/answers/base-url.part-3.md', () => '# 接口地址应该填什么？\n', ['tree file file']],
  ['a lost twin', '/posts/two-addresses.md', () => undefined, ['twins file file']],
  ['a draft in the sitemap', '/sitemap-0.xml', replace('</urlset>', `<url><loc>${draft}</loc><lastmod>2026-01-01T00:00:00.000Z</lastmod></url></urlset>`), ['sitemap entry extra', 'tree text draft']],
  ['another day in the sitemap', '/sitemap-0.xml', replace(/(\/answers\/overdue\/<\/loc><lastmod>)2026-01-01/, '$12026-02-01'), ['sitemap updated value']],
  ['a page lost from the sitemap', '/sitemap-0.xml', replace(/<url><loc>[^<]*\/about\/<\/loc>.*?<\/url>/, ''), ['sitemap entry missing']],
  ['an address in the sitemap that is no XML', '/sitemap-0.xml', replace(`${home}/about/`, `${home}/about/?a&b`), ['sitemap entry extra', 'sitemap entry missing', 'xml format format']],
  ['an end tag lost in a file that states nothing', '/opensearch.xml', replace('</ShortName>', ''), ['xml format format']],
  ['another short answer in one feed', '/rss.xml', replace(/(<description>)返回 401/, '$1返回 402'), ['rss answer value']],
  ['a lost boundary in one feed', '/answers/rss.xml', replace('：状态码是 403 或 429。', '：'), ['rss notFor value']],
  ['a tombstone in a feed', '/atom.xml', replace(`<id>${home}/answers/overdue/</id>`, `<id>${home}/answers/old-name/</id>`), ['atom entry extra', 'atom entry missing']],
  ['a link to another entry in a feed', '/atom.xml', replace(new RegExp(`(<link[^>]*href=")${home}/answers/overdue/`), `$1${home}/answers/base-url/`), ['atom entry extra', 'atom entry missing']],
  ['an entry of another kind in a feed', '/posts/feed.json', replaceAll('/posts/two-addresses/', '/answers/base-url/'), ['json-feed entry extra', 'json-feed entry missing']],
  ['another date in a feed', '/feed.json', replace('"date_modified":"2026-03-04', '"date_modified":"2026-03-06'), ['json-feed updated value']],
  ['an entry lost from llms.txt', '/llms.txt', replace(/- \[用 curl.*\n/, ''), ['llms entry missing']],
  ['a link of llms.txt to the page instead of the twin', '/answers/llms.txt', replace('/answers/overdue.md', '/answers/overdue/'), ['llms twin value']],
  ['an overdue mark lost from llms.txt', '/llms.txt', replace(/已过复核日期 \([\d-]+\)：/, ''), ['llms state value']],
  ['a changed boundary in llms-full.txt', '/llms-full.txt', replace('- **不适用**：网页地址。', '- **不适用**：一切地址。'), ['llms-full notFor value']],
  ['an entry twice in llms-full.txt', '/posts/llms-full.txt', (text) => text + text.slice(text.indexOf('\n---\n')), ['llms-full entry extra']],
  ['an extra entry in answers.json', '/answers.json', record('entries', 'answers/base-url', (item) => [item, { ...item, url: draft, shortAnswer: draftAnswer }]), ['answers entry extra', 'tree text draft']],
  ['an entry lost from answers.json', '/answers.json', record('entries', 'answers/base-url', () => undefined), ['answers entry missing']],
  ['another id in answers.json', '/answers.json', replace('"id":"answers/overdue"', '"id":"answers/overdu"'), ['answers id value']],
  ['another twin in answers.json', '/answers.json', replace('/answers/overdue.md', '/answers/base-url.md'), ['answers twin value']],
  ['a step lost from answers.json', '/answers.json', record<{ id: string; nextSteps: object[] }>('entries', 'answers/base-url', (item) => ({ ...item, nextSteps: item.nextSteps.slice(1) })), ['answers nextSteps value']],
  ['a step of answers.json to another page', '/answers.json', record<{ id: string; nextSteps: object[] }>('entries', 'glossary/base-url', (item) => ({ ...item, nextSteps: item.nextSteps.map((step) => ({ ...step, url: `${home}/` })) })), ['answers nextSteps value']],
  ['another hash in answers.json', '/answers.json', record('entries', 'posts/two-addresses', (item) => ({ ...item, hash: '0'.repeat(32) })), ['answers hash value']],
  ['a phrasing lost from questions.json', '/questions.json', record<{ id: string; phrasings: string[] }>('entries', 'answers/base-url', (item) => ({ ...item, phrasings: item.phrasings.slice(1) })), ['questions phrasings value']],
  ['a relation to nothing in graph.json', '/graph.json', replace('"to":"examples/hello"', '"to":"examples/gone"'), ['graph relations value']],
  ['another state in freshness.json', '/freshness.json', record('entries', 'answers/overdue', (item) => ({ ...item, state: 'current' })), ['freshness state value']],
  ['another review day in freshness.json', '/freshness.json', record('entries', 'guides/first-call', (item) => ({ ...item, due: '2030-01-01' })), ['freshness due value']],
  ['a change that nobody made in changes.json', '/changes.json', record('changes', 'guides/first-call', (item) => ({ ...item, date: '2026-05-05' })), ['changes published value', 'changes updated value']],
  ['another publisher in brand.json', '/brand.json', replace('"name":"小站"', '"name":"大站"'), ['brand identity value']],
  ['another publisher in the JSON-LD of the home page', '/index.html', replace(/("@type":"Organization","@id":"[^"]*","name":")小站/, '$1大站'), ['json-ld identity value']],
  ['another publisher in the JSON-LD of an entry', '/guides/first-call/index.html', replace(/("@type":"Organization","@id":"[^"]*#organization","name":")小站/, '$1大站'), ['json-ld identity value']],
  ['another name of the site in the JSON-LD of a list', '/answers/index.html', replace(/("@type":"WebSite".*?"name":")小站/, '$1大站'), ['json-ld identity value']],
  ['another question in JSON-LD', '/answers/base-url/index.html', replace(/("@type":"Question","@id":"[^"]*","name":")我该/, '$1你该'), ['json-ld question value']],
  ['another category on the way to an entry', '/answers/base-url/index.html', replace(/("position":3,"name":")接入/, '$1报错'), ['json-ld trail value']],
  ['a way to a page about the site that leads elsewhere', '/about/index.html', replace(`"item":"${home}/about/"`, `"item":"${home}/"`), ['json-ld trail value']],
  ['pages of the sitemap closed to crawlers', '/robots.txt', replace('Disallow: /search/', 'Disallow: /search/\nDisallow: /posts/'), ['robots crawl value', 'robots crawl value']],
  ['a list closed to crawlers, and not what is below it', '/robots.txt', replace('Disallow: /search/', 'Disallow: /search/\nDisallow: /posts/$'), ['robots crawl value']],
  ['a list closed to crawlers, and what is below it opened again', '/robots.txt', replace('Disallow: /search/', 'Disallow: /search/\nDisallow: /posts/\nAllow: /posts/two'), ['robots crawl value']],
  ['a page closed by the last of several groups for all crawlers', '/robots.txt', (text) => `${text}\nUser-agent: Some\nUser-agent: *\n disallow : /*/two # there\n`, ['robots crawl value']],
  ['pages that two hosts are told to keep out of indexes', '/_headers', replace('\n/*.txt\n', '\n/posts/*\n  X-Robots-Tag: noindex\n/*.txt\n'), ['hosts index value', 'hosts index value']],
  ['a page that Vercel is told to keep out of indexes', '/vercel.json', replace('"headers": [', '"headers": [{ "source": "/:any([^.]+)/two-(.*)", "headers": [{ "key": "x-robots-tag", "value": "none" }] },'), ['hosts index value']],
  ['a page that nginx is told to keep out of indexes', '/nginx.conf', replace('"~^/posts/llms-.*\\.txt$" "noindex"', '"~^/posts/two-.*$" "noindex, nofollow"'), ['hosts index value']],
  ['a redirect to another page', '/_redirects', replaceAll(' /answers/base-url/ ', ' /answers/overdue/ '), ['redirects entry extra', 'redirects entry missing']],
  ['a redirect that is only for now', '/_redirects', replace('/old/base-url /answers/base-url/ 301', '/old/base-url /answers/base-url/ 302'), ['redirects redirects value']],
  ['a redirect that is only for now on one host', '/vercel.json', replace('"statusCode": 301', '"statusCode": 307'), ['vercel redirects value']],
  ['a redirect that nginx answers with nothing', '/nginx.conf', replace(/return 301 (.answers.base-url.\$is_args)/, 'return 204 $1'), ['nginx redirects value']],
  ['a redirect of nginx to another page', '/nginx.conf', replaceAll('return 301 /answers/base-url/', 'return 301 /answers/overdue/'), ['nginx entry extra', 'nginx entry missing']],
  ['a redirect lost for one host', '/vercel.json', (text) => JSON.stringify({ ...(JSON.parse(text) as object), redirects: [] }), ['vercel entry missing']],
  ['a page at an old path that leads elsewhere', '/old/base-url/index.html', replace('0; url=/answers/base-url/', '0; url=/'), ['redirect-pages entry extra', 'redirect-pages entry missing']],
  ['an address for machines that leads to nothing', '/for-machines.md', replace(`${home}/answers.json`, `${home}/answer.json`), ['pointers links value']],
  ['a page of a draft', '/answers/secret-draft/index.html', () => '<!doctype html><title>草稿</title>', ['tree file file']],
  ['words of a draft in a file that is no surface', '/nginx.conf', (text) => `${text}# ${draftAnswer}\n`, ['tree text draft']],
];

function swap(a: string, b: string) {
  return (text: string) => text.replace(/("itemListElement":\[)(.*?)(\],?)/, (_, start: string, items: string, end: string) => start + items.replaceAll(a, '\0').replaceAll(b, a).replaceAll('\0', b) + end);
}

function replaceAll(from: string, to: string) {
  return (text: string) => text.replaceAll(from, to);
}

test('the tree as it was built differs in nothing', () => {
  assert.deepEqual(proveAll(dir, loaded), []);
});

for (const [what, file, change, says] of mutations) {
  test(`the proof sees ${what}`, () => {
    // Whoever links to a file that is gone is named too: see links.test.ts.
    const found = spoil(file, change).filter(({ rule }) => rule !== 'link');
    assert.deepEqual(found.map(({ surface, field, rule }) => `${surface} ${field} ${rule}`).sort(), says);
    for (const difference of found) assert.equal(difference.file.startsWith('/sitemap') ? file : difference.file, file);
  });
}

/** What a proof finds that takes the tree for one that was proven, in which `written` was written since. */
function proveSince(proven: Proven, written: readonly string[], before = openTree(dir)) {
  return proofOf(dir, loaded).since({ proven, before, isIntact: (path) => !written.includes(path), written: new Set(written) }).differences;
}

function provenNow(): Proven {
  const proof = proofOf(dir, loaded);
  return proof.conclude([proof.read()]).proven();
}

test('a tree that was proven is proven again where a file was written, or where an entry says something else', () => {
  const file = join(dir, 'answers/overdue.md');
  const original = readFileSync(file, 'utf8');
  const proven = provenNow();
  writeFileSync(file, original.replace('> 返回 401', '> 返回 403'));
  try {
    const seen = (differences: Difference[]) => differences.map((found) => `${found.file} ${found.field} ${found.rule}`);
    assert.deepEqual(seen(proveSince(proven, ['/answers/overdue.md'])), ['/answers/overdue.md answer value']);
    assert.deepEqual(seen(proveSince(proven, [])), []);
    const subjects = proven.subjects.map(([url, key, facts]) => [url, url.endsWith('/answers/overdue/') ? '' : key, url.endsWith('/answers/overdue/') ? '' : facts] as const);
    assert.deepEqual(seen(proveSince({ ...proven, subjects }, [])), ['/answers/overdue.md answer value']);
  } finally {
    writeFileSync(file, original);
  }
});

test('a difference is two sentences, in Chinese and in English', () => {
  const say = (path: string, change: (text: string) => string | undefined) => spoil(path, change).map((difference) => toProblem(difference, undefined)).map(({ file, rule, message }) => [file, rule, message.zh, message.en]);
  assert.deepEqual(say('/guides/rss.xml', replace('<pubDate>Sun, 01 Feb', '<pubDate>Mon, 02 Feb')), [
    ['guides/rss.xml', 'proof/value', `rss 里 ${home}/guides/first-call/ 的 updated 是“2026-02-02”，内容里是“2026-02-01”。`, `In rss, the updated of ${home}/guides/first-call/ is "2026-02-02"; in the content it is "2026-02-01".`],
  ]);
  assert.deepEqual(say('/answers/base-url.md', replace('- **不要公开**：完整的密钥。\n', '')), [
    ['answers/base-url.md', 'proof/value', `twins 里 ${home}/answers/base-url/ 的 neverShare 没有写，内容里是“完整的密钥。”。`, `In twins, the neverShare of ${home}/answers/base-url/ is not said; in the content it is "完整的密钥。".`],
  ]);
  assert.deepEqual(say('/sitemap-0.xml', replace('</urlset>', `<url><loc>${home}/answers/old-name/</loc></url></urlset>`)), [
    ['sitemap-0.xml', 'proof/extra', `sitemap 里多了 ${home}/answers/old-name/：它已被取代。`, `sitemap has ${home}/answers/old-name/, which has been superseded.`],
  ]);
  assert.deepEqual(say('/answers/overdue.md', () => undefined), [
    ['answers/overdue.md', 'proof/file', '没有这个文件；按 twins，这里该有它。', 'This file is not there; according to twins it should be.'],
    ['answers/overdue/index.html', 'proof/link', '这一页的链接“/answers/overdue.md”在建好的站里没有去处。', 'The link "/answers/overdue.md" of this page leads nowhere in the built site.'],
  ]);
  assert.deepEqual(say('/about/index.html', replace(/<script type="application\/ld\+json">.*?<\/script>/, '')), [
    ['about/index.html', 'proof/format', 'json-ld 读不出来：0 JSON-LD scripts。', 'json-ld cannot be read: 0 JSON-LD scripts.'],
  ]);
  assert.deepEqual(say('/_headers', (text) => `${text}# /answers/secret-draft.md\n`), [
    ['_headers', 'proof/draft', `这个文件里有草稿 ${draft} 的内容：“/answers/secret-draft.md”。`, `This file holds "/answers/secret-draft.md" of the draft ${draft}.`],
  ]);
});
