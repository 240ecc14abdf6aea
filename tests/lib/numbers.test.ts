import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Numbers } from '#lib/numbers.ts';

test('a list that grows keeps what is in it, one after the other and many at once', () => {
  const pushed = Array.from({ length: 20_000 }, (_, index) => 2 ** 32 - 1 - index);
  const numbers = new Numbers(Uint32Array.of(7));
  for (const number of pushed) numbers.push(number);
  assert.deepEqual([...numbers.array()], [7, ...pushed]);
  for (let turn = 0; turn < 3; turn += 1) numbers.append(Uint32Array.from(pushed));
  assert.deepEqual([...numbers.array()], [7, ...pushed, ...pushed, ...pushed, ...pushed]);
});
