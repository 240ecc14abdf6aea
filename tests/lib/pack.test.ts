/** Results kept between runs. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { digest } from '#lib/hash.ts';
import { openPack } from '#lib/pack.ts';
import { tempDir } from '../helpers/content.ts';

const key = digest('甲');

test('a value is found again in the next run, under the same version only', () => {
  const dir = tempDir();
  const pack = openPack<{ text: string }>(dir, '1');
  pack.set(key, { text: '答案' });
  pack.save();
  assert.deepEqual(openPack(dir, '1').get(key), { text: '答案' });
  assert.equal(openPack(dir, '2').get(key), undefined);
  assert.equal(openPack(dir, '1').get(digest('乙')), undefined);
});

test('a damaged file counts as empty and is written anew', () => {
  const dir = tempDir();
  const pack = openPack<string>(dir, '1');
  pack.set(key, '值');
  pack.save();
  const file = join(dir, readdirSync(dir)[0]!);
  writeFileSync(file, readFileSync(file, 'utf8').replace('值', '假'));
  const next = openPack<string>(dir, '1');
  assert.equal(next.get(key), undefined);
  next.set(key, '值');
  next.save();
  assert.equal(openPack<string>(dir, '1').get(key), '值');
});

test('what is not used any more is dropped in time, the oldest first', () => {
  const dir = tempDir();
  const sameDrawer = (count: number) => Array.from({ length: count }, (_, index) => `${key[0]}${digest(String(index)).slice(1)}`);
  const first = openPack<number>(dir, '1');
  for (const [index, name] of sameDrawer(500).entries()) first.set(name, index);
  first.save();
  const second = openPack<number>(dir, '1');
  assert.equal(second.get(sameDrawer(1)[0]!), 0);
  second.set(key, -1);
  second.save();
  const third = openPack<number>(dir, '1');
  assert.deepEqual(sameDrawer(500).flatMap((name) => third.get(name) ?? []), [0, ...Array.from({ length: 200 }, (_, index) => 300 + index)]);
  assert.equal(third.get(key), -1);
});

test('a folder that cannot be written is no reason to fail', () => {
  const file = join(tempDir(), 'file');
  writeFileSync(file, '');
  const pack = openPack<string>(join(file, 'below'), '1');
  pack.set(key, '值');
  pack.save();
  assert.equal(pack.get(key), '值');
});
