import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { alikePairs, bigrams, dice, fold } from '#lib/likeness.ts';
import { findWords } from '#lib/word-bounds.ts';

test('fold leaves letters and digits, in one case, one width and simplified characters', () => {
  assert.equal(fold('我該把「Base URL」填進哪裡？'), '我该把baseurl填进哪里');
  assert.equal(fold('ＡＰＩ　ｋｅｙ：４０１'), 'apikey401');
  assert.equal(fold('！？ …'), '');
  assert.deepEqual(['C++', 'C#', 'C', 'v1.5', 'v15', '完。'].map(fold), ['c++', 'c#', 'c', 'v1.5', 'v15', '完']);
});

test('likeness is the share of pairs of characters in common', () => {
  assert.deepEqual(bigrams('接口地址'), new Set(['接口', '口地', '地址']));
  assert.equal(dice(bigrams('接口地址'), bigrams('网站地址')), 2 / 6);
  assert.equal(dice(new Set(), new Set()), 0);
});

test('every pair that comparing all with all finds is found, and no other', () => {
  const text = fc.array(fc.constantFrom(...'接口地址密钥'), { minLength: 1, maxLength: 9 }).map((chars) => `问答案${chars.join('')}`);
  const hasAll = (a: string, b: string) => [...b].every((char) => a.includes(char));
  fc.assert(fc.property(fc.array(text, { maxLength: 25 }), fc.constantFrom(0.5, 0.7, 0.8, 0.9, 1), (texts, least) => {
    const all = texts.flatMap((a, first) => texts.slice(first + 1).flatMap((b, index) => (dice(bigrams(a), bigrams(b)) >= least && (hasAll(a, b) || hasAll(b, a)) ? [`${first} ${first + 1 + index}`] : [])));
    assert.deepEqual(alikePairs(texts, least).map(([first, second]) => `${first} ${second}`).sort(), all.sort());
  }));
});

test('pairs that nobody wants are left out before they are compared: one title on thousands of entries makes millions', () => {
  const texts = ['接口地址应该填什么', '接口地址应该填什么呢', '接口地址应该填什么', '密钥放在请求头的哪里'];
  assert.deepEqual(alikePairs(texts, 0.8).sort(), [[0, 1], [0, 2], [1, 2]]);
  assert.deepEqual(alikePairs(texts, 0.8, (one, other) => texts[one] !== texts[other]).sort(), [[0, 1], [1, 2]]);
  assert.deepEqual(alikePairs(Array.from({ length: 2_000 }, () => texts[0]!), 0.8, () => false), []);
});

test('a word is found only where it is one', () => {
  const word = /本文|下文|如[上下]/;
  for (const text of ['样本文件不影响结果', '上下文长度有限', '例如上传文件失败', '如上游返回 502']) assert.equal(findWords(text, word), undefined, text);
  assert.deepEqual(findWords('样本文件的说明见本文末尾', word), { found: '本文', index: 8 });
  assert.deepEqual(findWords('步骤如下：先看日志', word), { found: '如下', index: 2 });
});
