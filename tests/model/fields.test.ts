/** What fields make of what editors type or paste. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { httpsUrl, line, siteUrl, target } from '#model/fields.ts';

test('a line loses the invisible characters that XML and HTML cannot carry, and keeps all others', () => {
  assert.equal(line().parse('\u3000接口\u0000地\u0007址\u0085\t填\ud800什么\ufffe？\u2028'), '接口地址 填什么？');
  assert.equal(line().parse('接口\t地址\t填\u2029什么'), '接口 地址 填 什么');
  assert.equal(line().parse('👨‍👩‍👧 <b> مرحبا \u202e ]]>'), '👨‍👩‍👧 <b> مرحبا \u202e ]]>');
});

test('what a line loses does not count for its length', () => {
  assert.equal(line(4, 80).safeParse('\u0001\u0002\u0003\u0004').success, false);
  assert.equal(line(1, 4).parse('接口\u0001\u0002地址'), '接口地址');
});

test('an address is percent-encoded where it was typed with spaces, Chinese or signs of markup', () => {
  for (const [typed, encoded] of [
    ['https://a.example', 'https://a.example'],
    ['https://a.example/x%20y?q=1&z=[2]#top', 'https://a.example/x%20y?q=1&z=[2]#top'],
    ['https://a.example/文档 一/接口(1).html?问=答#节', 'https://a.example/%E6%96%87%E6%A1%A3%20%E4%B8%80/%E6%8E%A5%E5%8F%A3%281%29.html?%E9%97%AE=%E7%AD%94#%E8%8A%82'],
    ['https://例子.example/"<x>', 'https://xn--fsqu00a.example/%22%3Cx%3E'],
  ] as const) {
    assert.equal(httpsUrl().parse(typed), encoded);
    assert.equal(target().parse(typed), encoded);
  }
  assert.equal(target().parse('answers/base-url'), 'answers/base-url');
  assert.equal(target().parse('/文档/'), '/文档/');
  for (const wrong of ['http://a.example', 'https://a b/', 'https:// a', 'https://a.example/甲\n乙', 'a.example']) assert.equal(httpsUrl().safeParse(wrong).success, false, wrong);
});

test('the path of a site is one that can be read, and in which no step is empty', () => {
  for (const [typed, encoded] of [
    ['https://a.example', 'https://a.example'],
    ['https://a.example/文档/', 'https://a.example/%E6%96%87%E6%A1%A3/'],
    ['https://a.example/%E6%96%87%E6%A1%A3//', 'https://a.example/%E6%96%87%E6%A1%A3//'],
  ] as const) assert.equal(siteUrl().parse(typed), encoded);
  for (const wrong of ['https://a.example/%C4%E3/', 'https://a.example/%', 'https://a.example/a//b', 'https://a.example//b', 'http://a.example', '甲']) assert.equal(siteUrl().safeParse(wrong).success, false, wrong);
  assert.equal(httpsUrl().parse('https://a.example/%C4%E3/'), 'https://a.example/%C4%E3/'); // an old page elsewhere
});
