/** `lede fix`: mends what is safe, leaves the rest, and has nothing to do a second time. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { planFixes, writeFixes } from '#site/editor/fix/fix.ts';
import { changesSince, readLedger, renewLedger } from '#site/ledger.ts';
import { loadSite, type Loaded } from '#site/load.ts';
import { readTree, today } from '../helpers/build.ts';
import { answer, copySmallSite, makeContent, minimalConfig } from '../helpers/content.ts';
import { runLede } from '../helpers/handbook.ts';
import { hostileLine } from '../helpers/hostile.ts';

const siteOf = (text: string) => makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': text });
const load = (dir: string) => loadSite({ contentDir: dir, today, checkOnly: true });
const plan = (dir: string, { edition } = load(dir)) => planFixes(dir, [...edition!.site.entries, ...edition!.site.pages]);
/** The file of a site of one answer after `lede fix --write`. */
const fixed = (text: string) => {
  const dir = siteOf(text);
  assert.deepEqual(writeFixes(dir, plan(dir)), []);
  return readFileSync(join(dir, 'answers/a.mdx'), 'utf8');
};
const withBody = (body: string) => answer((text) => text.replace('正文。\n', body));

test('fields and body, and never code, addresses or what people typed', () => {
  const text = answer((whole) => whole
    .replace('question: 我该把', 'question: 我该把API的')
    .replace('appliesTo: [使用兼容协议的客户端。]', 'appliesTo: ["使用OpenAI协议的客户端。", \'用`API中`的\']')
    .replace('正文。\n', '把API密钥放进[请求头API](https://a.example/中b),再试`一次API`。\n\n```text\n一次API\n```\n'));
  assert.equal(fixed(text), text.replace('使用OpenAI协议', '使用 OpenAI 协议').replace('把API密钥放进[请求头API]', '把 API 密钥放进[请求头 API]'));
});

test('a heading keeps its anchor, a field its limits, YAML its shape', () => {
  for (const text of [
    withBody('## 用API\n\n正文\n'),
    answer((whole) => whole.replace(/title: .*/, `title: ${'用A'.repeat(40)}`)),
    answer((whole) => whole.replace(/title: .*/, 'title: "用\\u0041PI填地址"')),
  ]) assert.equal(fixed(text), text);
  assert.equal(fixed(withBody('## 用API [#api]\n\n正文\n')), withBody('## 用 API [#api]\n\n正文\n'));
});

test('line ends, byte order mark and everything else stay byte for byte', () => {
  const text = `\uFEFF${withBody('用API\n\n第二段  \n').replaceAll('\n', '\r\n')}`;
  assert.equal(fixed(text), text.replace('用API', '用 API'));
});

test('a file that was changed meanwhile is left as it is, the others are written', () => {
  const dir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': withBody('用API\n'), 'guides/b.mdx': withBody('用API\n').replace('question: 我该把哪个地址填进去？', 'audience: [编辑]\noutcome: 得到一个可用的地址。') });
  const fixes = plan(dir);
  assert.deepEqual(fixes.map(({ file, lines }) => [file, lines]), [['answers/a.mdx', 1], ['guides/b.mdx', 1]]);
  const meanwhile = withBody('用SDK\n');
  writeFileSync(join(dir, 'answers/a.mdx'), meanwhile);
  assert.deepEqual(writeFixes(dir, fixes).map(({ file }) => file), ['answers/a.mdx']);
  assert.equal(readFileSync(join(dir, 'answers/a.mdx'), 'utf8'), meanwhile);
  assert.match(readFileSync(join(dir, 'guides/b.mdx'), 'utf8'), /用 API/);
});

test('spaces change no meaning: the ledger stays as it is', () => {
  const dir = copySmallSite();
  const post = join(dir, 'posts/two-addresses.mdx');
  writeFileSync(post, `${readFileSync(post, 'utf8')}\n用API的人。\n`);
  const { edition, ledger } = load(dir);
  renewLedger(dir, edition!, ledger);
  writeFixes(dir, plan(dir));
  assert.match(readFileSync(post, 'utf8'), /用 API 的人。/);
  assert.deepEqual(changesSince(load(dir).edition!, readLedger(dir).ledger), []);
});

test('whatever the text: no new problem, the same words, and nothing left for a second time', () => {
  const piece = fc.oneof(hostileLine, fc.constantFrom('用API', '，', ',', '401次', '`a中`', '**粗B**', '[链A](answers/a)', '\n\n', '\n', '## 题A\n\n', '- 项B', '| 甲A | b |\n| --- | --- |\n| c | d |', '{/* 用A */}', '<Note type="tip" title="用A">\n\n内B\n\n</Note>'));
  const bare = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
  const rules = ({ problems }: Loaded) => problems.map(({ rule, line }) => `${line} ${rule}`).filter((rule) => !rule.endsWith('prose/spacing'));
  fc.assert(fc.property(fc.array(piece, { maxLength: 8 }), fc.array(piece, { maxLength: 3 }), (body, field) => {
    const basis = JSON.stringify(field.join('').replace(/\s+/g, ' ').trim() || '依据');
    const text = withBody(`${body.join('')}\n`).replace('category:', `basis: [${basis}]\ncategory:`);
    const dir = siteOf(text);
    const before = load(dir);
    fc.pre(before.edition!.site.entries.length > 0);
    writeFixes(dir, plan(dir, before));
    const after = load(dir);
    assert.equal(bare(readFileSync(join(dir, 'answers/a.mdx'), 'utf8')), bare(text));
    assert.deepEqual(rules(after), rules(before));
    assert.deepEqual(plan(dir, after), []);
  }), { numRuns: 60 });
});

test('a character of two UTF-16 units behind a backslash is not cut in two', () => {
  const dir = siteOf(withBody('用API\\𠮷。\n'));
  writeFixes(dir, plan(dir, load(dir)));
  assert.match(readFileSync(join(dir, 'answers/a.mdx'), 'utf8'), /\n用 API\\𠮷。\n$/);
});

test('the command: a diff, then the files, then nothing', async () => {
  const dir = siteOf(withBody('用API,再试。\n'));
  const env = { SOURCE_DATE_EPOCH: '1780272000' };
  const diff = '--- a/answers/a.mdx\n+++ b/answers/a.mdx\n@@ -18,1 +18,1 @@\n-用API,再试。\n+用 API，再试。\n';
  const before = readTree(dir);
  assert.equal(await runLede('lede fix --content .', dir, 0, env), `${diff}1 个文件里有 1 行可以这样改；什么都没有写。加上 --write 就写进文件。`);
  assert.deepEqual(readTree(dir), before);
  assert.equal(await runLede('lede fix --content . --write --lang en', dir, 0, env), `${diff}Lines mended: 1 in 1 file.`);
  assert.equal(await runLede('lede fix --content .', dir, 0, env), '');
});
