import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digest } from '#lib/hash.ts';
import { HeapIndex, parseKey, type Extent } from '#lib/heap-index.ts';

const isAlike = 'ffffffff'; // more than a signed number holds
const extents = new Map<string, Extent>([
  [`${isAlike}${'0'.repeat(24)}`, { start: 70, length: 7 }],
  [`${isAlike}${'f'.repeat(24)}`, { start: 6_000_000_000, length: 4_000_000_000 }],
  [digest('甲'), { start: 20, length: 50 }],
  [digest('乙'), { start: 0, length: 20 }],
  ['0'.repeat(32), { start: 77, length: 0 }],
]);

test('whatever is in an index is found, also where keys begin alike, and nothing else', () => {
  const index = new HeapIndex(HeapIndex.of(extents).bytes);
  for (const [key, extent] of extents) assert.deepEqual(index.find(parseKey(key)), extent);
  assert.deepEqual([`${isAlike}${'0'.repeat(23)}1`, digest('丙'), `${'0'.repeat(31)}1`].map((key) => index.find(parseKey(key))), [undefined, undefined, undefined]);
  assert.equal(HeapIndex.of(new Map()).find(parseKey(digest('甲'))), undefined);
});

test('a key that differs in any one digit is another one', () => {
  const index = HeapIndex.of(extents);
  const key = digest('甲');
  for (let at = 0; at < key.length; at += 1) assert.equal(index.find(parseKey(key.slice(0, at) + (key[at] === '0' ? '1' : '0') + key.slice(at + 1))), undefined);
});

test('what is in an index is listed as it lies in the file', () => {
  assert.deepEqual(HeapIndex.of(extents).extents(), [...extents].sort(([, a], [, b]) => a.start - b.start));
});
