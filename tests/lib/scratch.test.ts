import assert from 'node:assert/strict';
import { test } from 'node:test';
import { borrow, utf8Of } from '#lib/scratch.ts';

test('texts are what UTF-8 makes of them, one after the other', () => {
  const texts = ['答案', '', 'a'.repeat(70_000), '短', '字'.repeat(200_000), '😀', '\uD800半个', '网关。'.repeat(200_000)];
  for (const text of texts) assert.deepEqual(Buffer.from(utf8Of(text)), Buffer.from(text), text.slice(0, 5));
});

test('what is borrowed has the length that was asked for, and what is large is of its own', () => {
  assert.deepEqual([0, 1, 100_000, 2 << 20].map((length) => borrow(length).length), [0, 1, 100_000, 2 << 20]);
  assert.equal(borrow(10).buffer, borrow(20).buffer);
  assert.notEqual(borrow(2 << 20).buffer, borrow(2 << 20).buffer);
});
