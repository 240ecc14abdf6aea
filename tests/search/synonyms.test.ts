/** A page that names a term is found by the term's other names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { synonymFinder, tokensOfTerms } from '#search/index/synonyms.ts';
import { indexTokens } from '#search/text/tokens.ts';

const terms = tokensOfTerms([['事件流', 'sse'], ['事件流量', 'quota'], ['密钥', 'key'], ['盐', 'salt']], (text) => text);
const inLatin = (text: string) => synonymFinder(terms)(indexTokens(text)).filter((token) => /^[a-z]{2,}$/.test(token));

test('a name counts as a whole, at the end of a run of characters and within one', () => {
  assert.deepEqual(inLatin('事件流'), ['sse']);
  assert.deepEqual(inLatin('用事件流返回'), ['sse']);
  assert.deepEqual(inLatin('事件'), []);
  assert.deepEqual(inLatin('事件没有流'), []);
});

test('of names that begin alike, each is found', () => {
  assert.deepEqual(inLatin('事件流量'), ['sse', 'quota']);
});

test('what a page says itself is no synonym of it', () => {
  assert.deepEqual(inLatin('密钥'), ['key']);
  assert.deepEqual(inLatin('密钥 key'), []);
});

test('a name of one character is found where it stands alone', () => {
  assert.deepEqual(inLatin('盐'), ['salt']);
  assert.deepEqual(inLatin('盐田'), []);
});
