/** The files of a drawer are told apart, wherever the facts of it are read. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, readlinkSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { openShelf, drawerOf, type Shelf } from '#lib/shelf.ts';
import { tempDir } from '../helpers/content.ts';

const later = () => Date.now() + 3000;

/** `count` files that one drawer keeps. */
function inOneDrawer(count: number): string[] {
  const dir = tempDir();
  const paths = Array.from({ length: 40 * count }, (_, number) => join(dir, `${number}.mdx`)).filter((path, _, [first]) => drawerOf(path) === drawerOf(first!)).slice(0, count);
  for (const path of paths) writeFileSync(path, '答案');
  return paths;
}

/** The only drawer in a shelf folder. */
function drawerIn(dir: string): string {
  return readdirSync(dir, { withFileTypes: true }).filter((item) => item.isFile()).map(({ name }) => join(dir, name))[0]!;
}

test('files of one drawer keep apart what is known of them', () => {
  const dir = join(tempDir(), 'shelf');
  const paths = inOneDrawer(3);
  const topics = ['题', '无', '文'];
  const valueOf = (path: string, topic: string) => (topic === '无' ? [] : [topic, path]);
  const ask = (make: (path: string, topic: string) => string[]) => {
    const shelf = openShelf(dir, '1', later);
    const leaves = paths.map((path) => ({ path, leaf: shelf.take(path)! }));
    const found = topics.map((topic) => leaves.map(({ path, leaf }) => leaf.keep(topic, '', () => make(path, topic))!.value));
    shelf.save();
    return found;
  };
  const wanted = topics.map((topic) => paths.map((path) => valueOf(path, topic)));
  assert.deepEqual(ask(valueOf), wanted);
  assert.deepEqual(ask(() => assert.fail('It is known.')), wanted);
});

/** A shelf folder with one drawer, of which more is known than is held in memory. */
function large() {
  const dir = join(tempDir(), 'shelf');
  const paths = inOneDrawer(200);
  const topics = Array.from({ length: 20 }, (_, number) => String(number));
  const ask = (shelf: Shelf, make: (path: string, topic: string) => string[]) => {
    const leaves = paths.map((path) => ({ path, leaf: shelf.take(path)! }));
    return topics.map((topic) => leaves.map(({ path, leaf }) => leaf.keep(topic, '', () => make(path, topic))!.value));
  };
  const valueOf = (path: string, topic: string) => (topic.endsWith('7') ? [] : [topic, path, '答'.repeat(400)]);
  const first = openShelf(dir, '1', later);
  ask(first, valueOf);
  first.save();
  const drawer = drawerIn(dir);
  assert.ok(statSync(drawer).size > 1 << 22, 'It has more than is held in memory.');
  return { dir, drawer, path: paths[0]!, ask, wanted: topics.map((topic) => paths.map((path) => valueOf(path, topic))) };
}

test('facts of a large drawer are read where they lie, those that were opened even after another run wrote it anew', () => {
  const { dir, path, ask, wanted } = large();
  const opened = openShelf(dir, '1', later);
  assert.deepEqual(opened.take(path)!.keep('0', '', () => assert.fail('It is known.'))!.value, wanted[0]![0]);
  const other = openShelf(dir, '1', later);
  ask(other, () => assert.fail('It is known.'));
  other.take(path)!.keep('0', 'new', () => ['新的']);
  other.save();
  assert.deepEqual(ask(opened, () => assert.fail('It is known.')), wanted);
  const last = openShelf(dir, '1', later);
  assert.deepEqual(last.take(path)!.keep('0', 'new', () => assert.fail('It is known.'))!.value, ['新的']);
  assert.deepEqual(ask(last, () => ['0']), wanted.map((values, topic) => (topic === 0 ? [['0'], ...values.slice(1)] : values)));
});

const skip = existsSync('/proc/self/fd') ? false : 'Only Linux tells which files are open.';

/** How many open files stand at `path`, or did before others took their place. */
function countOpen(path: string): number {
  return readdirSync('/proc/self/fd').filter((name) => linkOf(`/proc/self/fd/${name}`).startsWith(path)).length;
}

/** Where the link `path` leads; nowhere where it is gone. */
function linkOf(path: string): string {
  return existsSync(path) ? readlinkSync(path) : '';
}

test('the file of a drawer that is held in memory, or that is damaged, does not stay open', { skip }, () => {
  const dir = join(tempDir(), 'shelf');
  const [path] = inOneDrawer(1);
  const read = () => {
    const shelf = openShelf(dir, '1', later);
    assert.equal(shelf.take(path!)!.keep('题', '', () => '答案')!.value, '答案');
    shelf.save();
  };
  read();
  const drawer = drawerIn(dir);
  assert.equal(countOpen(drawer), 0);
  writeFileSync(drawer, readFileSync(drawer).fill(0, 0, 1));
  read();
  assert.equal(countOpen(drawer), 0);
});

test('the file of a large drawer is open as long as somebody holds what is in it', { skip }, async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { dir, drawer, path, wanted } = large();
  const read = (shelf: Shelf) => shelf.take(path)!.keep('0', '', () => assert.fail('It is known.'))!.value;
  const held = openShelf(dir, '1', later);
  for (const shelf of [held, ...Array.from({ length: 9 }, () => openShelf(dir, '1', later))]) assert.deepEqual(read(shelf), wanted[0]![0]);
  assert.ok(countOpen(drawer) >= 10);
  for (let tries = 0; tries < 20 && countOpen(drawer) > 2; tries += 1) {
    collect();
    await setImmediate();
  }
  assert.ok([1, 2].includes(countOpen(drawer)));
  assert.deepEqual(read(held), wanted[0]![0]);
});
