/** Code blocks without a language, and how Chinese and Latin stand beside each other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cover, coverBody, coverField } from '#markup/prose.ts';
import { mendLines } from '#markup/spacing.ts';
import { loadSite } from '#site/load.ts';
import { today } from '../helpers/build.ts';
import { answer, makeContent, minimalConfig } from '../helpers/content.ts';
import { hostileLine } from '../helpers/hostile.ts';

const problemsOf = (body: string) => {
  const text = answer((whole) => whole.replace('正文。\n', body));
  const bodyLine = text.split('\n').indexOf('---', 1) + 2;
  const { problems } = loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': text }), today, checkOnly: true });
  return problems.filter(({ rule }) => rule.startsWith('prose/') || rule.startsWith('body/')).map(({ line, column, rule }) => `${line - bodyLine}:${column} ${rule}`);
};

test('a code block without a language', () => {
  assert.deepEqual(problemsOf('```\nx\n```\n\n~~~\ny\n~~~\n\n````text\n```\nz\n```\n````\n\n- 甲\n\n  ```\n  w\n  ```\n'), ['1:1 prose/language', '5:1 prose/language', '17:3 prose/language']);
});

test('headings in order and tables with a header', () => {
  assert.deepEqual(problemsOf('### 甲\n\n## 乙\n\n#### 丙\n\n## 丁\n\n### 戊\n\n#### 己\n\n## 庚\n'), ['1:1 body/heading', '5:1 body/heading']);
  assert.deepEqual(problemsOf('|   |   |\n| --- | --- |\n| a | b |\n\n|   | 乙 |\n| --- | --- |\n| a | b |\n'), ['1:1 body/table']);
});

const mend = (text: string) => mendLines([text], [coverField(text)]).get(0) ?? text;

test('what is set otherwise', () => {
  const cases: [string, string][] = [
    ['把API密钥放进请求头,再试一次', '把 API 密钥放进请求头，再试一次'],
    ['密钥错了 ，再试', '密钥错了，再试'],
    ['状态码401', '状态码 401'],
    ['用`a中b`和https://a.example/b', '用`a中b`和https://a.example/b'],
    ['sk-你的令牌、C++ 和 3~5 天', 'sk-你的令牌、C++ 和 3~5 天'],
    ['Use “relay” here, then go.', 'Use “relay” here, then go.'],
    ['👩‍👩‍👧用API', '👩‍👩‍👧用 API'],
  ];
  for (const [text, expected] of cases) assert.equal(mend(text), expected);
});

test('what is quoted of a line begins and ends with a whole character', () => {
  const text = answer((whole) => whole.replace('正文。\n', '甲甲😀一二三四五六七API乙乙乙乙乙乙乙😀丙丙\n'));
  const { problems } = loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': text }), today, checkOnly: true });
  const [found] = problems.filter(({ rule }) => rule === 'prose/spacing');
  assert.equal(found!.message.zh, '“一二三四五六七API乙乙乙乙乙乙乙”的空格或标点不合中文的写法。');
  assert.ok(found!.hint.zh.isWellFormed());
});

test('mending changes spaces and punctuation only, and comes to rest', () => {
  const piece = fc.oneof(hostileLine, fc.constantFrom('中', 'API', '`用a`', '，', ',', ' ', '401', '（', '"', '!', 'https://a.example/x', '？', '。'));
  const bare = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}\p{S}]/gu, '');
  fc.assert(fc.property(fc.array(piece, { maxLength: 10 }).map((list) => list.join('')), (text) => {
    const once = mend(text);
    assert.equal(bare(once), bare(text));
    assert.equal(mend(once), once);
  }), { numRuns: 1_000 });
});

test('what is covered keeps its place', () => {
  const shown = (text: string) => coverBody(text).replaceAll(cover, '·');
  assert.equal(shown('用`码`、**粗**、[字](/a "b")、<Note type="tip" title="题">、[^a] \\* &amp; https://a.b/c。'), '用···、··粗··、·字·········、························题··、···· ·· ····· ·············。');
  fc.assert(fc.property(fc.array(hostileLine).map((list) => list.join('\n')), (text) => {
    assert.equal(coverBody(text).length, text.length);
    assert.equal(coverBody(text).split('\n').length, text.split('\n').length);
    assert.equal(coverField(text).length, text.length);
  }), { numRuns: 300 });
});
