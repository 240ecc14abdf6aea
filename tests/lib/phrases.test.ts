/** Finding phrases in Chinese and Latin text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeFinder } from '#lib/phrases.ts';
import { cutsWord } from '#lib/word-bounds.ts';

const finderOf = (...texts: string[]) => {
  const find = makeFinder(texts.map((text) => ({ text, value: text })));
  return (text: string) => find(text).map(({ start, end, value }) => `${value}@${start}-${end}`);
};

test('the longest at each place, none inside another', () => {
  const find = finderOf('密钥', 'API 密钥', 'API 密钥组', '钥组', '限流');
  assert.deepEqual(find('把 API 密钥组和密钥分开，再限流。'), ['API 密钥组@2-9', '密钥@10-12', '限流@16-18']);
  assert.deepEqual(find('密钥限流API 密钥密钥'), ['密钥@0-2', '限流@2-4', 'API 密钥@4-10', '密钥@10-12'], 'side by side');
  assert.deepEqual(find(''), []);
});

test('Latin stands at word bounds', () => {
  const find = finderOf('API key', 'SDK', 'C++', 'base URL');
  assert.deepEqual(find('API key、用SDK调用。C++里的base URL。'), ['API key@0-7', 'SDK@9-12', 'C++@15-18', 'base URL@20-28']);
  assert.deepEqual(find('APIs SDKs mySDK SDK2 SDK_x x_SDK SDK-x sdk.SDK.x a/SDK ÀSDK API keys'), []);
  assert.deepEqual(find('SDK. SDK- (SDK) "SDK"/'), ['SDK@0-3', 'SDK@5-8', 'SDK@11-14', 'SDK@17-20']);
});

test('case matters for abbreviations only', () => {
  const find = finderOf('SSE', 'Base URL', 'API 密钥');
  assert.deepEqual(find('sse Sse SSE base url BASE URL api 密钥'), ['SSE@8-11', 'Base URL@12-20', 'Base URL@21-29', 'API 密钥@30-36']);
});

test('of equal phrases the first counts; characters that grow in lower case shift nothing', () => {
  const find = makeFinder([{ text: '限流', value: 1 }, { text: '限流', value: 2 }]);
  assert.deepEqual(find('İ限流'), [{ start: 1, end: 3, value: 1 }]);
});

test('hits are in order, apart from each other, and are what they say', () => {
  const piece = fc.constantFrom('限', '流', 'a', 'B', ' ', '-', 'ab', '限流', '😀', 'İ');
  const text = fc.array(piece, { minLength: 1, maxLength: 12 }).map((list) => list.join(''));
  fc.assert(fc.property(fc.array(text, { maxLength: 8 }), text, (phrases, where) => {
    let done = 0;
    for (const { start, end, value } of makeFinder(phrases.map((phrase) => ({ text: phrase, value: phrase })))(where)) {
      assert.ok(start >= done && end > start);
      assert.equal(where.slice(start, end).toLowerCase(), value.toLowerCase());
      done = end;
    }
  }), { numRuns: 500 });
});

test('a Chinese word is not cut in two', () => {
  assert.equal(cutsWord('有限公司', 0, 2), true);
  assert.equal(cutsWord('平台限流之后', 2, 4), false);
  assert.equal(cutsWord('样本文件', 1, 3), true);
  assert.equal(cutsWord('限流', 0, 2), false);
  assert.equal(cutsWord('用SDK调用', 1, 4), false);
});
