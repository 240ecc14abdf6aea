import assert from 'node:assert/strict';
import { appendFileSync, existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { digest } from '#lib/hash.ts';
import { openHeap as openByDigest, type Heap } from '#lib/heap.ts';
import { tempDir } from '../helpers/content.ts';

/** A heap whose keys are the digests of names. */
function openHeap(dir: string): Heap {
  const heap = openByDigest(dir);
  return {
    get: (name) => heap.get(digest(name)),
    text: (name) => heap.text(digest(name)),
    set: (name, content) => heap.set(names.add(name) && digest(name), content),
    save: (isLive = () => true) => heap.save((key) => isLive([...names].find((name) => digest(name) === key)!)),
  };
}

const names = new Set<string>();

const textIn = (dir: string, key: string): string | undefined => openHeap(dir).get(key)?.toString();

test('what was kept is found, by others once it is saved', () => {
  const dir = tempDir();
  const heap = openHeap(dir);
  heap.set('a', Buffer.from('答案'));
  assert.equal(heap.get('a')?.toString(), '答案');
  assert.equal(textIn(dir, 'a'), undefined);
  heap.save();
  heap.save();
  assert.deepEqual([heap.get('a')?.toString(), textIn(dir, 'a'), textIn(dir, 'b')], ['答案', '答案', undefined]);
  assert.equal(readdirSync(dir).length, 1);
});

test('as text it is the same, before it is saved and after that, and none where it is not whole', () => {
  const dir = tempDir();
  const heap = openHeap(dir);
  const long = '字'.repeat(500_000);
  heap.set('短', '答案');
  heap.set('长', long);
  heap.set('空', '');
  const texts = (of = heap) => ['短', '长', '空', '无'].map((key) => of.text(key));
  assert.deepEqual(texts(), ['答案', long, '', undefined]);
  heap.save();
  assert.deepEqual([texts(), texts(openHeap(dir))], [['答案', long, '', undefined], ['答案', long, '', undefined]]);
  const [name = ''] = readdirSync(dir);
  const bytes = readFileSync(join(dir, name));
  bytes[bytes.indexOf('答案')]! ^= 1;
  writeFileSync(join(dir, name), bytes);
  assert.deepEqual(texts(openHeap(dir)), [undefined, long, '', undefined]);
});

test('many files become one, with the last of what was kept under each key', () => {
  const dir = tempDir();
  for (let turn = 0; turn < 30; turn += 1) {
    const heap = openHeap(dir);
    heap.set(`第${turn}个`, Buffer.from(`值${turn}`));
    heap.set('每次', Buffer.from(`${turn}`));
    heap.save();
    assert.equal(textIn(dir, '每次'), `${turn}`);
  }
  assert.ok(readdirSync(dir).length < 10);
  assert.deepEqual(Array.from({ length: 30 }, (_, turn) => textIn(dir, `第${turn}个`)), Array.from({ length: 30 }, (_, turn) => `值${turn}`));
});

test('of many files the largest stays as long as half of it is wanted, and what nobody wants goes with the others', () => {
  const dir = tempDir();
  const keep = (...keys: string[]) => {
    const heap = openHeap(dir);
    for (const key of keys) heap.set(key, Buffer.from('值'));
    heap.save((key) => !key.startsWith('旧'));
  };
  keep('乙');
  keep('甲', '乙', '旧一');
  const largest = readdirSync(dir).sort().at(-1);
  const has = (...keys: string[]) => keys.filter((key) => textIn(dir, key) !== undefined);
  for (let turn = 0; turn < 24; turn += 1) keep(`旧${turn}`, '丙');
  assert.ok(readdirSync(dir).includes(largest!));
  assert.deepEqual(has('甲', '乙', '丙', '旧一', '旧2'), ['甲', '乙', '丙', '旧一']);
  for (let turn = 0; turn < 24; turn += 1) keep('甲', '乙');
  assert.equal(readdirSync(dir).includes(largest!), false);
  assert.deepEqual(has('甲', '乙', '丙', '旧一', '旧2'), ['甲', '乙', '丙']);
});

test('one that is open for long finds everything at any time, and holds few files open', { skip: existsSync('/proc/self/fd') ? false : 'Only Linux tells which files are open.' }, () => {
  const dir = tempDir();
  const heap = openHeap(dir);
  const countOpen = () => readdirSync('/proc/self/fd').length;
  const before = countOpen();
  for (let turn = 0; turn < 100; turn += 1) {
    heap.set(`第${turn}个`, Buffer.from(`值${turn}`));
    heap.save();
    assert.deepEqual([heap.text('第0个'), heap.text(`第${turn}个`)], ['值0', `值${turn}`]);
  }
  assert.ok(countOpen() - before < 30);
  assert.equal(textIn(dir, '第50个'), '值50');
});

test('a file that holds nothing to be read is not held open', { skip: existsSync('/proc/self/fd') ? false : 'Only Linux tells which files are open.' }, () => {
  const dir = tempDir();
  writeFileSync(join(dir, 'empty.heap'), '');
  writeFileSync(join(dir, 'foreign.heap'), '这不是堆文件，也没有索引。'.repeat(20));
  const before = readdirSync('/proc/self/fd').length;
  assert.equal(openHeap(dir).get('a'), undefined);
  assert.equal(readdirSync('/proc/self/fd').length, before);
});

test('damage costs what it hits', () => {
  const dir = tempDir();
  const heap = openHeap(dir);
  heap.set('a', Buffer.from('甲'));
  heap.set('b', Buffer.from('乙'));
  heap.save();
  const file = join(dir, readdirSync(dir)[0]!);
  const whole = readFileSync(file);
  whole[whole.indexOf('甲')]! ^= 1;
  writeFileSync(file, whole);
  assert.deepEqual([textIn(dir, 'a'), textIn(dir, 'b')], [undefined, '乙']);
  appendFileSync(file, ' ');
  assert.equal(textIn(dir, 'b'), undefined);
});

test('an index of which a byte is damaged is not believed', () => {
  const dir = tempDir();
  const heap = openHeap(dir);
  const names = ['甲', '乙'];
  for (const name of names) heap.set(name, '值');
  heap.save();
  const file = join(dir, readdirSync(dir)[0]!);
  const whole = readFileSync(file);
  const lastLine = 32 + 8; // a digest, and how long the index is
  for (let at = whole.length - lastLine - 28 * names.length; at < whole.length - lastLine; at += 1) {
    writeFileSync(file, whole.map((byte, index) => (index === at ? byte ^ 1 : byte)));
    assert.deepEqual(names.map((name) => textIn(dir, name)), [undefined, undefined], `byte ${at}`);
  }
});

test('what a killed process had not saved is removed, and not before a running one would have', () => {
  const dir = tempDir();
  const [left, running] = [join(dir, 'left.tmp'), join(dir, 'running.tmp')];
  for (const file of [left, running]) writeFileSync(file, '半个');
  const twoDaysAgo = Date.now() / 1000 - 2 * 86_400;
  utimesSync(left, twoDaysAgo, twoDaysAgo);
  const heap = openHeap(dir);
  heap.set('甲', '值');
  heap.save();
  assert.deepEqual([existsSync(left), existsSync(running), textIn(dir, '甲')], [false, true, '值']);
});

test('a file that is not whole goes when files are moved into one', () => {
  const dir = tempDir();
  writeFileSync(join(dir, '0-foreign.heap'), '这不是堆文件，也没有索引。'.repeat(20));
  for (let turn = 0; turn < 30; turn += 1) {
    const heap = openHeap(dir);
    heap.set(`第${turn}个`, Buffer.from('值'));
    heap.save();
  }
  assert.equal(existsSync(join(dir, '0-foreign.heap')), false);
});

test('a file whose index has another form is like one that is not there, and does not stay', () => {
  const dir = tempDir();
  const index = JSON.stringify([[digest('甲'), 0, 8]]).padEnd(28 * 3); // as it was printed once, and as long as one of three numbers a row
  writeFileSync(join(dir, '0-older.heap'), `旧的内容${index}${digest(index)}${index.length.toString(16).padStart(8, '0')}`);
  assert.equal(textIn(dir, '甲'), undefined);
  for (let turn = 0; turn < 30; turn += 1) {
    const heap = openHeap(dir);
    heap.set(`第${turn}个`, Buffer.from(`值${turn}`));
    heap.save();
  }
  assert.deepEqual([existsSync(join(dir, '0-older.heap')), textIn(dir, '第0个'), textIn(dir, '第29个')], [false, '值0', '值29']);
});
