/** What was learned of files is found again as long as they are the same, and never when anything is wrong with it. */
import assert from 'node:assert/strict';
import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { digest } from '#lib/hash.ts';
import { openPack } from '#lib/pack.ts';
import { openShelf, drawerOf } from '#lib/shelf.ts';
import { makeContent, tempDir } from '../helpers/content.ts';

const text = '答案\r\n第二行';

/** A shelf folder that knows the length of one file, and that file. */
function filled(): { dir: string; file: string } {
  const file = join(makeContent({ 'a.mdx': text }), 'a.mdx');
  const dir = join(tempDir(), 'shelf');
  assert.deepEqual(ask(dir, file), { made: true, length: text.length });
  return { dir, file };
}

/** The length of the text of `file`, and whether it had to be made. */
function ask(dir: string, file: string, { key = '', version = '1' } = {}): { made: boolean; length: number } {
  const shelf = openShelf(dir, version);
  const leaf = shelf.take(file)!;
  let made = false;
  const { value } = leaf.keep('length', key, () => {
    made = true;
    return { length: leaf.bytes.toString().length };
  })!;
  shelf.save();
  return { made, ...value };
}

test('what was kept is found again, with the bytes of the file', () => {
  const { dir, file } = filled();
  assert.deepEqual(ask(dir, file), { made: false, length: text.length });
  assert.equal(openShelf(dir, '1').take(file)!.bytes.toString(), text);
});

test('another text, another key and another version are unknown', () => {
  const { dir, file } = filled();
  assert.deepEqual(ask(dir, file, { key: 'other' }), { made: true, length: text.length });
  assert.deepEqual(ask(dir, file, { version: '2' }), { made: true, length: text.length });
  writeFileSync(file, '别的答案');
  assert.deepEqual(ask(dir, file, { version: '2' }), { made: true, length: 4 });
});

test('a file that was written anew with the same bytes is the same, and one of the same size and time is not', () => {
  const { dir, file } = filled();
  const copy = `${file}.copy`;
  copyFileSync(file, copy);
  rmSync(file);
  copyFileSync(copy, file);
  assert.deepEqual(ask(dir, file), { made: false, length: text.length });
  const { size, atime, mtime } = statSync(file);
  writeFileSync(file, 'x'.repeat(size));
  utimesSync(file, atime, mtime);
  assert.deepEqual(ask(dir, file), { made: true, length: size });
});

test('a drawer that is cut off, altered, empty or no drawer at all counts as unknown', () => {
  const { dir, file } = filled();
  const drawer = join(dir, readdirSync(dir)[0]!);
  const good = readFileSync(drawer);
  const damaged: Buffer[] = [good.subarray(0, -1), good.subarray(0, 20), Buffer.alloc(0), Buffer.from('no drawer'), Buffer.concat([good, good])];
  for (let at = 0; at < good.length; at += 1) damaged.push(Buffer.from(good.map((byte, index) => (index === at ? byte ^ 1 : byte))));
  for (const bytes of damaged) {
    writeFileSync(drawer, bytes);
    assert.deepEqual(ask(dir, file), { made: true, length: text.length });
  }
  writeFileSync(drawer, good);
  assert.deepEqual(ask(dir, file), { made: false, length: text.length });
});

test('what is long is found again, and of what is damaged the rest', () => {
  const { dir, file } = filled();
  const long = '长答案'.repeat(200);
  const known = (otherText: string, otherLength: number) => {
    const shelf = openShelf(dir, '1', () => Date.now() + 3000);
    const leaf = shelf.take(file)!;
    const found = [leaf.keep('text', '', () => otherText)!.value, leaf.keep('size', '', () => otherLength)!.value, leaf.bytes.toString()];
    shelf.save();
    return found;
  };
  assert.deepEqual(known(long, 7), [long, 7, text]);
  assert.deepEqual(known('', 0), [long, 7, text]);
  for (const name of readdirSync(join(dir, 'long'))) writeFileSync(join(dir, 'long', name), '损坏');
  assert.deepEqual(known('新写的', 0), ['新写的', 7, text]);
});

/** Runs that each ask for what is long of `file` and save; `made` tells how often it was made. */
function reader(dir: string, file: string, long: string): { read(): string; made(): number } {
  let made = 0;
  return {
    read() {
      const shelf = openShelf(dir, '1', () => Date.now() + 3000);
      const { value } = shelf.take(file)!.keep('text', '', () => {
        made += 1;
        return long;
      })!;
      shelf.save();
      return value;
    },
    made: () => made,
  };
}

test('what is long and damaged where it lies is made again when it is asked for, once', () => {
  const { dir, file } = filled();
  const long = '长答案'.repeat(200);
  const { read, made } = reader(dir, file, long);
  assert.equal(read(), long);
  for (const name of readdirSync(join(dir, 'long'))) {
    const heap = readFileSync(join(dir, 'long', name));
    const at = heap.indexOf('长答案');
    if (at >= 0) writeFileSync(join(dir, 'long', name), heap.fill('坏', at, at + 3));
  }
  assert.deepEqual([read(), made()], [long, 2]);
  assert.deepEqual([read(), made()], [long, 2]);
});

test('what is long and could not be kept is found out by the next run, and kept as soon as that is possible', () => {
  const file = join(makeContent({ 'a.mdx': text }), 'a.mdx');
  const dir = tempDir();
  const long = '长答案'.repeat(200);
  const { read, made } = reader(dir, file, long);
  writeFileSync(join(dir, 'long'), '这里放不下文件夹');
  assert.deepEqual([read(), read(), made()], [long, long, 2]);
  rmSync(join(dir, 'long'));
  assert.deepEqual([read(), read(), made()], [long, long, 3]);
});

test('after many runs what is long is still known, and of a text that is no more nothing is left', () => {
  const { dir, file } = filled();
  const other = join(makeContent({ 'b.mdx': '' }), 'b.mdx');
  const long = (name: string) => `${name}的长答案`.repeat(200);
  for (let turn = 0; turn < 30; turn += 1) {
    writeFileSync(other, '乙'.repeat(turn));
    const shelf = openShelf(dir, '1', () => Date.now() + 3000);
    shelf.take(other)!.keep('text', '', () => long(`第${turn}版`));
    assert.equal(shelf.take(file)!.keep('text', '', () => (turn === 0 ? long('甲') : assert.fail('It is known.')))!.value, long('甲'));
    shelf.save();
  }
  const left = readdirSync(join(dir, 'long')).map((name) => readFileSync(join(dir, 'long', name), 'utf8')).join();
  assert.deepEqual(['甲', '第29版', '第5版'].map((name) => left.includes(long(name))), [true, true, false]);
});

test('after many runs what is long is known of files, too, that the last run did not ask for', () => {
  const dir = join(tempDir(), 'shelf');
  const folder = makeContent(Object.fromEntries(Array.from({ length: 20 }, (_, number) => [`${number}.mdx`, '答案'])));
  const [one, other] = [...new Map(readdirSync(folder).map((name) => join(folder, name)).map((path) => [drawerOf(path), path])).values()];
  const long = '长答案'.repeat(200);
  const learn = (path: string, key: string) => {
    const shelf = openShelf(dir, '1', () => Date.now() + 3000);
    shelf.take(path)!.keep('text', key, () => long + key);
    shelf.save();
  };
  learn(one!, '');
  for (let turn = 0; turn < 30; turn += 1) learn(other!, String(turn));
  const leaf = openShelf(dir, '1', () => Date.now() + 3000).take(one!)!;
  assert.equal(leaf.keep('text', '', () => assert.fail('It is known.'))!.value, long);
});

test('files that are gone are forgotten, folders are no files, and a folder that cannot be written does no harm', () => {
  const { dir, file } = filled();
  const shelf = openShelf(dir, '1');
  const other = join(makeContent({ 'b.mdx': '乙' }), 'b.mdx');
  for (let at = 0; at < 40; at += 1) {
    copyFileSync(other, `${other}.${at}`);
    shelf.take(`${other}.${at}`)!.keep('length', '', () => 1);
  }
  shelf.save();
  assert.equal(readdirSync(dir, { withFileTypes: true }).some((item) => item.isFile() && readFileSync(join(dir, item.name)).includes(file)), false);
  assert.equal(openShelf(dir, '1').take(dir), undefined);
  assert.equal(openShelf(dir, '1').take(join(dir, 'nothing')), undefined);
  const blocked = join(makeContent({ file: '' }), 'file', 'below');
  assert.deepEqual(ask(blocked, other), { made: true, length: 1 });
});

test('a file that has not been touched for a while is not read again', () => {
  const { dir, file } = filled();
  const later = () => Date.now() + 3000;
  const first = openShelf(dir, '1', later);
  first.take(file)!.keep('length', '', () => assert.fail('The length is known.'));
  first.save();
  const shelf = openShelf(dir, '1', later);
  const leaf = shelf.take(file)!;
  writeFileSync(file, '换了');
  assert.equal(leaf.bytes.toString(), text, 'the bytes come from the shelf');
  assert.equal(openShelf(dir, '1', later).take(file)!.bytes.toString(), '换了');
});

test('a fact takes the place of one of the same topic, before it is saved and after', () => {
  const { dir, file } = filled();
  const shelf = openShelf(dir, '1');
  const leaf = shelf.take(file)!;
  const keep = (topic: string, key: string, value: string) => leaf.keep(topic, key, () => value)!.value;
  for (const [topic, key, value] of [['length', 'other', '甲'], ['title', '', '乙'], ['title', 'new', '丙']] as const) keep(topic, key, value);
  for (let time = 0; time < 2; time += 1) {
    assert.deepEqual([keep('length', 'other', '?'), keep('title', 'new', '?'), leaf.bytes.toString()], ['甲', '丙', text]);
    shelf.save();
  }
  assert.equal(keep('title', '', '丁'), '丁');
});

test('a value can be asked for again, just learned or saved, and each time it is another object', () => {
  const { dir, file } = filled();
  const shelf = openShelf(dir, '1');
  for (const text of ['短', '长答案'.repeat(200)]) {
    const fact = shelf.take(file)!.keep(text, '', () => ({ text }))!;
    const values = [fact.value, fact.value];
    shelf.save();
    values.push(fact.value);
    assert.deepEqual(values, [{ text }, { text }, { text }]);
    assert.equal(new Set(values).size, 3);
  }
});

test('without a folder the bytes of a file and what is long stay as they were, as long as the process lasts', () => {
  const { file } = filled();
  const shelf = openShelf();
  const leaf = shelf.take(file)!;
  const made: string[] = [];
  const keep = (topic: string) => leaf.keep(topic, '', () => {
    made.push(topic);
    return topic.repeat(600);
  })!.value;
  const read = () => [keep('甲'), keep('乙'), leaf.bytes.toString()];
  assert.deepEqual(read(), ['甲'.repeat(600), '乙'.repeat(600), text]);
  shelf.save();
  writeFileSync(file, '换了');
  assert.deepEqual(read(), ['甲'.repeat(600), '乙'.repeat(600), text]);
  assert.deepEqual(made, ['甲', '乙']);
});

test('undefined is not kept', () => {
  const { dir, file } = filled();
  const shelf = openShelf(dir, '1');
  assert.equal(shelf.take(file)!.keep('nothing', '', () => undefined), undefined);
  assert.equal(shelf.take(file)!.keep('nothing', '', () => 1)?.value, 1);
});

test('a file of a pack of the same version is no drawer', () => {
  const { dir, file } = filled();
  const packs = join(tempDir(), 'packs');
  const pack = openPack<string>(packs, '1');
  pack.set(digest('甲'), '值');
  pack.save();
  for (const name of readdirSync(dir).filter((name) => name.length === 1)) copyFileSync(join(packs, readdirSync(packs)[0]!), join(dir, name));
  assert.deepEqual(ask(dir, file), { made: true, length: text.length });
});
