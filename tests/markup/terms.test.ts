/** Terms that become links by themselves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openMarkupCache } from '#markup/cache.ts';
import { compileBody } from '#markup/compile.ts';
import { tempDir } from '../helpers/content.ts';
import { bodySource, compile } from './body.ts';

const terms = [
  { name: 'Base URL', ref: 'glossary/base-url' },
  { name: '接口地址', ref: 'glossary/base-url' },
  { name: 'API 密钥', ref: 'glossary/api-key' },
  { name: '密钥', ref: 'glossary/key' },
  { name: '限流', ref: 'glossary/rate-limit' },
];
const html = (body: string, self?: string) => compile(body, { terms, ...(self ? { self } : {}) }).html.replaceAll('class="term" href="→', 'term="').replaceAll(/ href="[^"]*"/g, '');

test('the first mention in each section, in both forms, whatever name is used', () => {
  const { html, markdown, terms: linked, links, text } = compile('先填接口地址，Base URL 不带空格。\n\n## 报错\n\n**接口地址**错了会遇到限流。', { terms });
  assert.equal(html, [
    '<p>先填<a class="term" href="→glossary/base-url">接口地址</a>，Base URL 不带空格。</p>',
    '<h2 id="报错">报错</h2>',
    '<p><strong><a class="term" href="→glossary/base-url">接口地址</a></strong>错了会遇到<a class="term" href="→glossary/rate-limit">限流</a>。</p>',
  ].join('\n'));
  assert.equal(markdown, '先填[接口地址](→glossary/base-url)，Base URL 不带空格。\n\n## 报错\n\n**[接口地址](→glossary/base-url)**错了会遇到[限流](→glossary/rate-limit)。');
  assert.deepEqual([linked, links, text], [['glossary/base-url', 'glossary/rate-limit'], [], '先填接口地址，Base URL 不带空格。\n报错\n接口地址错了会遇到限流。']);
});

test('a third-level heading begins no section', () => assert.equal(html('## 甲\n\n限流\n\n### 细节\n\n限流'), '<h2 id="甲">甲</h2>\n<p><a term="glossary/rate-limit">限流</a></p>\n<h3 id="细节">细节</h3>\n<p>限流</p>'));

test('the longest name wins, also over one that is the page itself', () => {
  assert.equal(html('换 API 密钥。'), '<p>换 <a term="glossary/api-key">API 密钥</a>。</p>');
  assert.equal(html('换 API 密钥，再换密钥。', 'glossary/api-key'), '<p>换 API 密钥，再换<a term="glossary/key">密钥</a>。</p>');
});

test('never in headings, links, code, footnotes or inside another word', () => {
  for (const body of ['## 限流', '[限流](https://a.example/)', '`限流`', '```text\n限流\n```', '甲[^x]\n\n[^x]: 限流', '![限流](/a.png)', '无限流量', '{/* 限流 */}']) {
    assert.deepEqual(compile(body, { terms }).terms, [], body);
  }
});

test('what the editor linked needs no second link in its section', () => {
  assert.equal(html('限流很常见，见<Term to="rate-limit">限流</Term>。'), '<p>限流很常见，见<a term="glossary/rate-limit">限流</a>。</p>');
  assert.equal(html('限流很常见，见[这里](glossary/rate-limit)。\n\n## 乙\n\n限流'), '<p>限流很常见，见<a>这里</a>。</p>\n<h2 id="乙">乙</h2>\n<p><a term="glossary/rate-limit">限流</a></p>');
  assert.deepEqual(compile('<Term to="a">甲</Term>').terms, ['glossary/a']);
});

test('in lists, tables, quotes and components, over line ends and beside escapes', () => {
  assert.equal(compile('- 甲\n  乙限流', { terms }).markdown, '- 甲\n  乙[限流](→glossary/rate-limit)');
  assert.equal(compile('> 甲\n> 限流', { terms }).html, '<blockquote>\n<p>甲<a class="term" href="→glossary/rate-limit">限流</a></p>\n</blockquote>');
  assert.equal(compile('| a | b |\n| - | - |\n| 限流 | 密钥 |', { terms }).markdown, '| a | b |\n| - | - |\n| [限流](→glossary/rate-limit) | [密钥](→glossary/key) |');
  assert.equal(compile('\\*限流\\* &amp; 密钥', { terms }).markdown, '\\*[限流](→glossary/rate-limit)\\* &amp; [密钥](→glossary/key)');
  assert.equal(compile('<Note type="tip">\n\n限流\n\n</Note>', { terms }).terms.length, 1);
  assert.equal(html('接口\n地址'), '<p>接口地址</p>');
});

test('a mark typed before a term makes no image of it in Markdown, nor takes its brackets away', () => {
  const { markdown } = compile('小心!限流 \\!密钥，地址\\接口地址\n\n小心!<Term to="a">甲</Term>!<Term to="a">乙</Term> \\\\<Term to="a">丙</Term>，见\\https://a.b，好', { terms });
  assert.equal(markdown, '小心\\![限流](→glossary/rate-limit) \\![密钥](→glossary/key)，地址\\\\[接口地址](→glossary/base-url)\n\n小心\\![甲](→glossary/a)\\![乙](→glossary/a) \\\\[丙](→glossary/a)，见\\\\<https://a.b>，好');
  const yahoo = [{ name: 'Yahoo!', ref: 'glossary/yahoo' }, ...terms];
  assert.equal(compile('Yahoo!密钥', { terms: yahoo }).markdown, '[Yahoo!](→glossary/yahoo)[密钥](→glossary/key)');
});

test('names stay text, whatever is in them', () => {
  const name = '<b>&"限流';
  assert.equal(compile(`\\${name}`, { terms: [{ name, ref: 'glossary/a' }] }).html, '<p><a class="term" href="→glossary/a">&lt;b&gt;&amp;&quot;限流</a></p>');
});

test('the cache tells bodies apart by the terms in them, and by the page only where there are some', () => {
  const cache = openMarkupCache(tempDir());
  const body = bodySource('限流', {});
  assert.deepEqual(cache.compile(body).document.terms, []);
  assert.deepEqual(cache.compile({ ...body, terms }).document.terms, ['glossary/rate-limit']);
  assert.deepEqual(cache.compile({ ...body, terms, self: 'glossary/rate-limit' }).document.terms, []);
  assert.deepEqual(cache.compile({ ...body, terms, self: 'answers/a' }), compileBody({ ...body, terms, self: 'answers/a' }));
});
