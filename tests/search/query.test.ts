/** From what a reader types to terms, corrections and suggestions: plain functions, no index. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closestStem, closestWord, editDistance } from '#search/query/correct.ts';
import { readWords } from '#search/query/lexicon.ts';
import { planQuery } from '#search/query/plan.ts';
import { segment } from '#search/query/segment.ts';
import { makeSuggest } from '#search/query/suggest.ts';
import { hanStopWords } from '#search/text/han-stop-words.ts';
import { makeNormalise, type Variants } from '#search/text/normalise.ts';

const noVariants: Variants = { from: '', to: '', phrases: [] };
const normalise = makeNormalise(noVariants);
const words = readWords({ pages: 60, variants: noVariants, kinds: [], latin: 'backoff curl baseurl base stream url 401 404 sdk', names: '令牌 中转站 流式输出 调用日志 回滚窗口 对公转账', pairs: '调用 地址', stop: hanStopWords.join(' ') });
const tokens = (query: string) => planQuery(query, words, normalise).terms.map(({ token }) => token);

test('the words of the site come first, and what only asks is dropped', () => {
  assert.deepEqual(segment('中转站是什么', words), [{ text: '中转站', known: true }]);
  assert.deepEqual(tokens('接口地址应该填什么？'), ['接口', '地址', '填']);
  assert.deepEqual(tokens('对公转账怎么办'), ['对公', '公转', '转账']);
});

test('a query of nothing but asking words is searched by them; one of marks has no terms', () => {
  assert.deepEqual(tokens('怎么办'), ['怎么', '么办']);
  assert.deepEqual(tokens('？！…'), []);
  assert.deepEqual(tokens(''), []);
});

test('base url, base_url and baseURL ask for the same', () => {
  for (const query of ['base url', 'base_url', 'baseURL', 'Base-URL', 'ＢＡＳＥ ＵＲＬ']) assert.deepEqual(tokens(query).sort(), ['base', 'baseurl', 'url'], query);
});

test('of a pasted error at most twelve terms stay: status codes and rare words before common ones', () => {
  const terms = tokens(`Traceback (most recent call last):\n${'File "/usr/lib/python3.12/site-packages/openai/_base_client.py", line 1046, in _request '.repeat(20)} Error code: 401 - {"error": {"message": "Invalid token"}} backoff curl stream sdk ${'一二三四五六七八九十甲乙丙丁'.repeat(10)}`);
  assert.equal(terms.length, 12);
  for (const term of ['401', 'backoff', 'curl', 'stream', 'sdk']) assert.ok(terms.includes(term), term);
  assert.ok(!terms.includes('1046'));
});

test('ten thousand characters are cut before they are looked at', () => {
  const { text, terms } = planQuery('令牌'.repeat(5000), words, normalise);
  assert.equal(text.length, 4000);
  assert.deepEqual(terms.map(({ token }) => token), ['令牌']);
});

test('a Latin word that the site lacks is corrected to the closest one that begins alike', () => {
  assert.deepEqual(tokens('base_ulr'), ['base', 'url', 'baseurl']);
  assert.deepEqual(tokens('steam crul'), ['stream', 'curl']);
  assert.equal(closestStem('graphql', words.latin), undefined);
  assert.deepEqual(planQuery('graphql', words, normalise).terms, [{ token: 'graphql', weight: 1, word: 'graphql', unknown: true }]);
});

test('a name with one wrong character is found where it stands', () => {
  assert.equal(closestWord('令排怎么写', '令排', words), '令牌');
  assert.equal(closestWord('流失输出变慢', '流失', words), '流式输出');
  assert.equal(closestWord('回滚窗囗', '窗囗', words), '回滚窗口');
  assert.equal(closestWord('今天天气', '天气', words), undefined);
});

test('the distance counts a swap as one edit and gives up at its limit', () => {
  assert.equal(editDistance('curl', 'crul', 2), 1);
  assert.equal(editDistance('python', 'pyhton', 2), 1);
  assert.equal(editDistance('stream', 'steam', 2), 1);
  assert.equal(editDistance('kubernetes', 'curl', 2), 3);
});

test('suggestions hold every word typed, the earliest first', () => {
  const suggest = makeSuggest([['ALLTKN 的 Base URL 应该填什么？', '/a/'], ['Base URL（接口基础地址）', '/b/'], ['密钥泄露之后第一步做什么？', '/c/']], normalise);
  assert.deepEqual(suggest('baseurl').map(([, href]) => href), ['/b/', '/a/']);
  assert.deepEqual(suggest('密钥 第一步').map(([, href]) => href), ['/c/']);
  assert.deepEqual(suggest('？'), []);
});
