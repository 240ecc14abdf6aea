/** Text as queries and index compare it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeNormalise } from '#search/text/normalise.ts';
import { hanPairs, indexTokens, runsOf, stem } from '#search/text/tokens.ts';

const plain = makeNormalise({ from: '', to: '', phrases: [] });

test('full-width letters, capitals, invisible characters and camelCase do not matter', () => {
  assert.equal(plain('ＢＡＳＥ＿ＵＲＬ'), 'base_url');
  assert.equal(plain('baseURL'), 'base_url');
  assert.equal(plain('APITimeoutError'), 'api_timeout_error');
  assert.equal(plain('OpenAI 的 APIs'), 'openai 的 apis');
  assert.equal(plain('密\u200B钥'), '密钥');
});

test('traditional characters and regional words become those of the site', () => {
  const normalise = makeNormalise({ from: '鑰務', to: '钥务', phrases: [['金钥', '密钥'], ['伺服器', '服务器']] });
  assert.equal(normalise('金鑰與伺服器'), '密钥與服务器');
});

test('runs tell scripts apart, marks or not', () => {
  assert.deepEqual(runsOf(plain('调用返回401怎么办？base_url填deepseek-chat')).map(({ text }) => text), ['调用返回', '401', '怎么办', 'base_url', '填', 'deepseek-chat']);
  assert.deepEqual(runsOf('<img src=x onerror=alert(1)>').map(({ text }) => text), ['img', 'src', 'x', 'onerror', 'alert', '1']);
  assert.deepEqual(runsOf('？！，。…— []'), []);
});

test('Han text is indexed by pairs, and each character begins a token', () => {
  assert.deepEqual(indexTokens('接口地址'), ['接口', '口地', '地址', '址z']);
  assert.deepEqual(hanPairs('𠮷野家'), ['𠮷野', '野家']);
  assert.deepEqual(hanPairs('填'), []);
});

test('Latin words are indexed by their parts and joined, without endings', () => {
  assert.deepEqual(indexTokens('base_url'), ['base', 'url', 'baseurl']);
  assert.deepEqual(indexTokens('api.example.com'), ['api', 'example', 'com'].map(stem));
  for (const [a, b] of [['tokens', 'token'], ['streaming', 'stream'], ['retries', 'retry'], ['exceeded', 'exceed'], ['stopped', 'stop']] as const) assert.equal(stem(a), stem(b), a);
  assert.equal(stem('status'), 'status');
  assert.equal(stem('401s'), '401s');
});
