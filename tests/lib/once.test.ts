/** What is made once, and what is made again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberLast } from '#lib/once.ts';

test('what is the same as the last time in all that matters is not made again', () => {
  let made = 0;
  const titlesOf = rememberLast((entries: readonly { title: string; body: string }[]) => `${(made += 1)} ${entries.map(({ title }) => title).join('、')}`, (one, other) => one.title === other.title);
  const [key, quota] = [{ title: '密钥', body: '一' }, { title: '额度', body: '二' }];
  assert.equal(titlesOf([key, quota]), '1 密钥、额度');
  assert.equal(titlesOf([key, { ...quota, body: '三' }]), '1 密钥、额度');
  assert.equal(titlesOf([quota, key]), '2 额度、密钥');
  assert.equal(titlesOf([quota]), '3 额度');
  assert.equal(titlesOf([quota, key]), '4 额度、密钥');
  assert.equal(titlesOf([]), '5 ');
});
