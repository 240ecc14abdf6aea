/** A file in pieces holds what was given, whatever of it is copied out of the old file, and only what is new is printed. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { digest } from '#lib/hash.ts';
import { Piece } from '#lib/piece.ts';
import { splice, type OldFile } from '#site/products/splice.ts';
import { makeRandom } from '../bench/corpus/random.ts';
import { tempDir } from '../helpers/content.ts';

/** What stands between pieces, or the name and the text of one. */
type Part = string | readonly [id: string, text: string];

/** Pieces that rest on nothing are not looked up. */
const restless = '静';

/** Writes files, each out of the one before, and tells what that took. */
function openWriter() {
  const dir = tempDir();
  const lists: (readonly [id: string, text: string])[] = [];
  let files = 0;
  let old: OldFile | undefined;
  return {
    forget: () => (old = undefined),
    cut: (size: number) => truncateSync(old!.file, size),
    write(parts: readonly Part[]) {
      const file = join(dir, String((files += 1)));
      const texts = new Map(parts.filter((part) => typeof part !== 'string'));
      const printed: string[] = [];
      let isNew = false;
      const { pieces, hash } = splice(parts.map((part) => (typeof part === 'string' ? part : new Piece('', part[0], () => part[1]))), old, {
        create() {
          isNew = true;
          return file;
        },
        numberOf: ({ id }) => id.codePointAt(0)!,
        isSame: (reads) => texts.get(lists[reads]![0]) === lists[reads]![1],
        print({ id, print }) {
          printed.push(id);
          return { text: print(), reads: id === restless ? undefined : lists.push([id, print()]) - 1 };
        },
      });
      assert.equal(hash !== undefined, isNew);
      const bytes = readFileSync(isNew ? file : old!.file);
      assert.equal(bytes.toString(), parts.map((part) => (typeof part === 'string' ? part : part[1])).join(''));
      if (isNew) assert.equal(hash, digest(bytes));
      old = { file: isNew ? file : old!.file, size: bytes.length, pieces };
      return { printed, isNew };
    },
  };
}

test('what is the same as before is neither printed nor written', () => {
  const { write } = openWriter();
  const parts: Part[] = ['头', [restless, '不变'], ['甲', '一'], '、', ['乙', '二'], '尾'];
  assert.deepEqual(write(parts), { printed: [restless, '甲', '乙'], isNew: true });
  assert.deepEqual(write(parts), { printed: [restless], isNew: false });
  assert.deepEqual(write(parts.with(2, ['甲', '二'])), { printed: [restless, '甲'], isNew: true });
  assert.deepEqual(write(parts.slice(0, -1).with(2, ['甲', '二'])), { printed: [restless], isNew: true }, 'the beginning of the old file is another file');
});

test('an empty file is a file', () => {
  const { write } = openWriter();
  assert.deepEqual([write([]), write([]), write(['字']), write([])].map(({ isNew }) => isNew), [true, false, true, true]);
});

test('pieces of any length that come, go, change and change places, one time after the other', () => {
  const { int, pick } = makeRandom(11, 0);
  const { write, forget } = openWriter();
  const lengths = [0, 1, 30, 3000, 30_000, 360_000];
  const textOf = () => pick(['字', '母', '答', '案']).repeat(pick(lengths));
  let parts: Part[] = [];
  for (let round = 0; round < 40; round += 1) {
    const known = new Map(parts.filter((part) => typeof part !== 'string'));
    const at = int(0, parts.length);
    const id = String.fromCodePoint(0x4e00 + round);
    const change = int(0, 5);
    if (change === 0) parts = parts.toSpliced(at, 1);
    else if (change === 1) parts = parts.toSpliced(at, 0, textOf());
    else if (change === 2) parts = [...parts.slice(at), ...parts.slice(0, at)];
    else if (change === 3) parts = parts.map((part, place) => (typeof part === 'string' || place !== at ? part : [part[0], textOf()]));
    else parts = parts.toSpliced(at, 0, [id, textOf()]);
    if (parts.length > 8) parts = parts.slice(3);
    if (round % 20 === 19) {
      forget();
      known.clear();
    }
    const { printed } = write(parts);
    assert.deepEqual(printed, parts.flatMap((part) => (typeof part === 'string' || known.get(part[0]) === part[1] ? [] : part[0])), `round ${round}`);
  }
});

test('no file stays open', { skip: existsSync('/proc/self/fd') ? false : 'Only Linux tells which files are open.' }, () => {
  const { write } = openWriter();
  const before = readdirSync('/proc/self/fd').length;
  for (const text of ['一', '一', '二']) write([['甲', text]]);
  assert.equal(readdirSync('/proc/self/fd').length, before);
});

test('an old file that became shorter is not copied from', () => {
  const { write, cut } = openWriter();
  const parts: Part[] = ['头', ['甲', '一二三'], ['乙', '四五六']];
  write(parts);
  cut(5);
  assert.throws(() => write(parts.toReversed()), /is shorter than it was a moment ago\.$/);
});
