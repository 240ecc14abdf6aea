/** Old addresses and signposts that lead nowhere, twice, or round in circles. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSite } from '#site/load.ts';
import { answer, makeContent, minimalConfig } from '../helpers/content.ts';

/** What is said of a site whose answers have these lines added to their frontmatter, by rules of these groups. */
function check(entries: Record<string, string>, files: Record<string, string> = {}, lang: 'zh' | 'en' = 'zh', groups = /^redirect\//): string[] {
  const answers = Object.entries(entries).map(([slug, lines]) => [`answers/${slug}.mdx`, answer((text) => text.replace('\n---\n', `${lines && `\n${lines}`}\n---\n`))]);
  const contentDir = makeContent({ 'site.yaml': minimalConfig, ...Object.fromEntries(answers), ...files });
  return loadSite({ contentDir, today: '2026-06-01' }).problems.filter(({ rule }) => groups.test(rule)).map(({ file, line, column, rule, message, hint }) => `${file}:${line}:${column}  ${rule}  ${message[lang]} ${hint[lang]}`);
}

const superseded = (to: string) => `supersededBy: { to: ${to}, reason: 并入新页, since: 2026-01-04 }`;

test('old addresses that are free are no problem', () => {
  assert.deepEqual(check({ a: 'redirectFrom: [/old/a/, /旧/甲, "/faq/%E6%97%A7.html", /a.php]', b: 'redirectFrom: [/old/b/]' }), []);
});

test('an address that is no plain path', () => {
  const say = (path: string, column: number) => `answers/a.mdx:16:${column}  redirect/path  旧地址 "${path}" 不是一个普通路径。 写本站的路径，以 / 开头，不带域名、问号、井号和通配符，例如 /old/base-url/。`;
  assert.deepEqual(check({ a: 'redirectFrom: ["/faq?id=3", "/a/*", "https://old.example/a"]' }), [say('/faq?id=3', 16), say('/a/*', 29), say('https://old.example/a', 37)]);
  for (const path of ['/a/../b', '/a//b', '/%2e%2e/a', '/a%0Ab', '/a;b', '/a{b', '/%zz', '/:a', 'answers/b', '/a b', 'old.html', '//a']) assert.deepEqual(check({ a: `redirectFrom: ["${path}"]` , b: '' }), [say(path, 16)]);
  assert.deepEqual(check({ a: `${superseded('answers/b')}\nredirectFrom: ["/faq?id=3"]`, b: '' }), [say('/faq?id=3', 16).replace(':16:', ':17:')]);
});

test('an address that is in use: of a page, a list, a twin, a file, a tombstone, or its own', () => {
  const hint = '删掉这一项；要让那一页改指这里，在那一页里写 supersededBy。';
  const say = (path: string, column: number) => `answers/a.mdx:16:${column}  redirect/exists  旧地址 "${path}" 下现在有内容。 ${hint}`;
  assert.deepEqual(check({ a: 'redirectFrom: [/answers/b, /answers/, /answers/b.md, /logo.svg, /answers/c/]', b: '', c: superseded('answers/b') }, { 'public/logo.svg': '<svg/>' }), [
    say('/answers/b/', 16), say('/answers/', 28), say('/answers/b.md', 39), say('/logo.svg', 54), say('/answers/c/', 65),
  ]);
  assert.deepEqual(check({ a: 'redirectFrom: [/answers/a/]' }), [`answers/a.mdx:16:16  redirect/exists  旧地址 "/answers/a/" 就是这一页自己的地址。 ${hint}`]);
});

test('an address of a file that the build makes, and of a page by the name of its file', () => {
  const lines = check({ a: 'redirectFrom: [/rss.xml, /llms.txt, /answers.json, /index.html, /answers/b/index.html, /404.html, /site-icon.svg]', b: '' }, {}, 'en');
  assert.deepEqual(lines.map((line) => /"(.+?)" is in use/.exec(line)?.[1]), ['/rss.xml', '/llms.txt', '/answers.json', '/index.html', '/answers/b/index.html', '/404.html', '/site-icon.svg']);
  assert.deepEqual(check({ a: 'redirectFrom: [/feed.xml, /old/index.html, /旧/feed.json]' }), []);
  assert.deepEqual(check({ a: 'redirectFrom: [/old/, /old/index.html]' }).map((line) => line.split('  ')[1]), ['redirect/twice']);
});

test('an address that two entries claim, or one entry twice, however it is written', () => {
  assert.deepEqual(check({ a: 'redirectFrom: [/old]', b: 'redirectFrom:\n  - /new/\n  - /old/' }, {}, 'en'), [
    'answers/b.mdx:18:5  redirect/twice  The old address "/old/" is claimed by answers/a.mdx already. Keep one of them, in the entry that took its place.',
  ]);
  assert.deepEqual(check({ a: 'redirectFrom: [/旧/, "/%E6%97%A7/"]' }), ['answers/a.mdx:16:21  redirect/twice  旧地址 "/旧/" 在 answers/a.mdx 里已经写过。 只留一处，留在接替它的那一篇里。']);
});

test('an address with and without its last slash, where both could stand: hosts are told of both spellings already', () => {
  const say = (path: string, column: number) => `answers/a.mdx:16:${column}  redirect/twice  旧地址 "${path}" 在 answers/a.mdx 里已经写过。 只留一处，留在接替它的那一篇里。`;
  assert.deepEqual(check({ a: 'redirectFrom: [/docs/v1.2/, /docs/v1.2]' }), [say('/docs/v1.2/', 16)]);
  assert.deepEqual(check({ a: 'redirectFrom: [/docs/v1.2/, /docs/v1.20, /docs/v1.3]' }), []);
});

test('signposts that lead to a signpost, in a circle, to a draft, to no entry', () => {
  assert.deepEqual(check({ a: superseded('answers/b'), b: superseded('answers/c'), c: '' }), ['answers/a.mdx:16:21  redirect/chain  "answers/b" 自己也已被取代。 直接写 answers/c。']);
  assert.deepEqual(check({ a: superseded('answers/b'), b: superseded('answers/a'), c: '' }), [
    'answers/a.mdx:16:21  redirect/loop  "answers/b" 又指回 "answers/a"。 在其中一篇里删掉 supersededBy。',
    'answers/b.mdx:16:21  redirect/loop  "answers/a" 又指回 "answers/b"。 在其中一篇里删掉 supersededBy。',
  ]);
  assert.deepEqual(check({ a: superseded('answers/b'), b: 'draft: true', c: '' }), ['answers/a.mdx:16:21  redirect/successor  "answers/b" 是草稿，读者打不开。 发布它（删掉 draft: true），或改写成已发布的条目。']);
  assert.deepEqual(check({ a: superseded('pages/about'), c: '' }, { 'pages/about.mdx': '---\ntitle: 关于本站\ndescription: 这一页说明谁在写这个站，按什么规则写。\nupdated: 2026-01-01\nrole: about\n---\n\n正文。\n' }), [
    'answers/a.mdx:16:21  redirect/successor  "pages/about" 不是条目。 写取代它的那一篇条目，例如 answers/base-url-settings。',
  ]);
});

test('what leads into a circle is no part of it: the circle is reported, once for each signpost on it', () => {
  assert.deepEqual(check({ a: superseded('answers/b'), b: superseded('answers/c'), c: superseded('answers/d'), d: superseded('answers/b') }).map((line) => line.split(' 在其中')[0]), [
    'answers/b.mdx:16:21  redirect/loop  "answers/c" 又指回 "answers/b"。',
    'answers/c.mdx:16:21  redirect/loop  "answers/d" 又指回 "answers/c"。',
    'answers/d.mdx:16:21  redirect/loop  "answers/b" 又指回 "answers/d"。',
  ]);
});

const errors = /^(file|reference|redirect)\//;

test('a successor that is broken or missing is reported once, where the fault is', () => {
  assert.deepEqual(check({ a: superseded('answers/b'), c: '' }, { 'answers/b.mdx': '' }, 'zh', errors).map((line) => line.split('  ')[1]), ['file/empty']);
  assert.deepEqual(check({ a: superseded('answers/nothing'), c: '' }, {}, 'zh', errors).map((line) => line.split('  ')[1]), ['reference/missing']);
});
