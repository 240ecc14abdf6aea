import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { keepData, recallData } from '#lib/kept-data.ts';
import { digest } from '#lib/hash.ts';
import { tempDir } from '../helpers/content.ts';

const version = digest('一');

test('what is kept is recalled by the same version, and numbers can be read where they lie', () => {
  const file = join(tempDir(), 'deep/kept');
  for (const text of ['', '答', '答案', '答案。', 'a', 'ab']) {
    const numbers = Uint32Array.from([1, 2 ** 31, 3]);
    keepData(file, version, { data: { text, list: [text], none: undefined }, parts: [new Uint8Array(numbers.buffer), Buffer.from('尾')] });
    const { data, parts: [first, last] } = recallData<{ text: string; list: string[] }>(file, version)!;
    assert.deepEqual(data, { text, list: [text] });
    assert.deepEqual(new Uint32Array(first!.buffer, first!.byteOffset, 3), numbers);
    assert.equal(last!.toString(), '尾');
    assert.equal(recallData(file, digest('二')), undefined);
  }
});

test('with any byte changed, or the end missing, it counts as none', () => {
  const file = join(tempDir(), 'kept');
  keepData(file, version, { data: { text: '答案' }, parts: [Buffer.from('尾')] });
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at += 1) {
    const bytes = Buffer.from(whole);
    bytes[at]! ^= 1;
    writeFileSync(file, bytes);
    assert.equal(recallData(file, version), undefined, `byte ${at}`);
    writeFileSync(file, whole.subarray(0, at));
    assert.equal(recallData(file, version), undefined, `${at} bytes`);
  }
});

test('no file stays open, with parts or without, of this version or another', { skip: existsSync('/proc/self/fd') ? false : 'Only Linux tells which files are open.' }, () => {
  const file = join(tempDir(), 'kept');
  const before = readdirSync('/proc/self/fd').length;
  for (const parts of [[], [Buffer.from('尾')]]) {
    keepData(file, version, { data: { text: '答案' }, parts });
    assert.deepEqual(recallData(file, version), { data: { text: '答案' }, parts });
    assert.equal(recallData(file, digest('二')), undefined);
  }
  assert.equal(readdirSync('/proc/self/fd').length, before);
});

test('a folder that cannot be written is no reason to fail, and what cannot be printed is', () => {
  const file = join(tempDir(), 'taken');
  mkdirSync(file);
  keepData(file, version, { data: {}, parts: [] });
  assert.throws(() => keepData(join(tempDir(), 'kept'), version, { data: { wrong: 1n }, parts: [] }), TypeError);
});
