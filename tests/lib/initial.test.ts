/** Filing by initial. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialOf, sortByInitial } from '#lib/initial.ts';

test('a name is filed under the letter a reader looks under', () => {
  const filed = { 令牌: 'L', 密钥: 'M', 额度: 'E', 率: 'L', '“密钥”': 'M', 'API 密钥': 'A', école: 'E', ＳＳＥ: 'S', ß: 'S', 龘: 'D', 鑪: 'L', 〇: 'L', 重庆: 'C', 'chong shi': 'C' };
  for (const [name, letter] of Object.entries(filed)) assert.equal(initialOf(name), letter, name);
});

test('what has no letter comes last: digits, other scripts, Han characters without a known reading', () => {
  for (const name of ['9 月', '😀', 'Ωmega', 'あ', '㐀', '𠮷野', '']) assert.equal(initialOf(name), '#', name);
});

test('letters in order, Latin before Chinese, by reading within a letter', () => {
  assert.deepEqual(sortByInitial(['9', '密钥', 'zz', 'Base URL', '报错', '模型', 'API 密钥', '安全', 'b'], (name) => name), ['API 密钥', '安全', 'b', 'Base URL', '报错', '密钥', '模型', 'zz', '9']);
});
