/** Stretches of files, by their bytes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Tree } from '#lib/tree.ts';
import { findChanges, findReplaced, stretchesOf, widenTo } from '#proof/stretch.ts';
import { treeOf } from '../helpers/proof.ts';

const text = fc.array(fc.constantFrom('\n## ', '甲', '乙', 'a', 'b', '\n', '😀'), { maxLength: 60 }).map((parts) => parts.join(''));
const tree = (content: string) => treeOf(new Map([['/f', content]]));

test('around what was replaced all bytes are the same, and nothing more could be left out', () => {
  fc.assert(fc.property(text, text, (a, b) => {
    const [before, after] = [Buffer.from(a), Buffer.from(b)];
    const { now, before: was } = findReplaced('/f', tree(b), tree(a));
    assert.deepEqual(Buffer.concat([before.subarray(0, was.start), after.subarray(now.start, now.end), before.subarray(was.end)]), after);
    if (a === b) assert.equal(now.end - now.start + was.end - was.start, 0);
    else assert.notEqual(before[was.start] ?? -1, after[now.start] ?? -1);
  }));
});

test('widened, both begin with a mark and end before one, or with the file', () => {
  fc.assert(fc.property(text, text, text, text, (head, a, b, tail) => {
    const [before, now] = [tree(`${head}${a}${tail}`), tree(`${head}${b}${tail}`)];
    const wide = widenTo('\n## ', findReplaced('/f', now, before), '/f', now);
    if (!wide) return;
    for (const [of, { start, end }] of [[now, wide.now], [before, wide.before]] as const) {
      assert.ok(of.read('/f').subarray(start).toString().startsWith('\n## '));
      assert.ok(end === of.size('/f') || of.read('/f').subarray(end).toString().startsWith('\n## '));
    }
  }));
});

const items = fc.array(text.filter((part) => !part.includes('#')), { minLength: 1, maxLength: 6 });

test('item by item, what lies between changes is the same, and what is changed begins and ends with an item', () => {
  fc.assert(fc.property(text, items, items, (head, a, b) => {
    const print = (parts: readonly string[]) => `${head}${parts.map((part) => `\n## ${part}`).join('')}`;
    const [before, now] = [print(a), print(b)].map(tree) as [Tree, Tree];
    const changes = findChanges('\n## ', findReplaced('/f', now, before), '/f', now, before);
    if (!changes) return;
    const bytes = before.read('/f');
    const parts = changes.map((change, index) => [bytes.subarray(index === 0 ? 0 : changes[index - 1]!.before.end, change.before.start), now.read('/f').subarray(change.now.start, change.now.end)]);
    assert.deepEqual(Buffer.concat([...parts.flat(), bytes.subarray(changes.at(-1)?.before.end ?? 0)]), now.read('/f'));
    for (const { now: { start, end } } of changes) {
      const text = now.read('/f').subarray(start).toString();
      assert.ok(text.startsWith('\n## '));
      assert.ok(end === now.size('/f') || now.read('/f').subarray(end).toString().startsWith('\n## '));
    }
  }));
});

test('what stands in the first and the last item is two changes, and what came and went is one', () => {
  const find = (a: string, b: string) => findChanges('\n## ', findReplaced('/f', tree(b), tree(a)), '/f', tree(b), tree(a))?.map(({ now: { start, end } }) => Buffer.from(b).subarray(start, end).toString());
  assert.deepEqual(find('头\n## 旧甲\n## 乙\n## 见旧甲', '头\n## 新的甲\n## 乙\n## 见新的甲'), ['\n## 新的甲', '\n## 见新的甲']);
  assert.deepEqual(find('头\n## 甲\n## 乙\n## 丙', '头\n## 甲二\n## 丙'), ['\n## 甲二']);
  assert.deepEqual(find('头\n## 甲\n## 乙\n## 丙', '头\n## 乙\n## 甲\n## 丁\n## 丙丙'), ['\n## 乙\n## 甲\n## 丁\n## 丙丙']);
});

test('a file in stretches is the file, and each of them but the first begins with a mark', () => {
  fc.assert(fc.property(text, fc.integer({ min: 1, max: 30 }), (content, length) => {
    const stretches = [...stretchesOf('/f', '\n## ', tree(content), length)];
    assert.equal(stretches.join(''), content);
    assert.ok(stretches.slice(1).every((stretch) => stretch.startsWith('\n## ')));
  }));
});
