/** Stretches of files, by their bytes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findReplaced, stretchesOf, widenTo } from '#proof/stretch.ts';
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

test('a file in stretches is the file, and each of them but the first begins with a mark', () => {
  fc.assert(fc.property(text, fc.integer({ min: 1, max: 30 }), (content, length) => {
    const stretches = [...stretchesOf('/f', '\n## ', tree(content), length)];
    assert.equal(stretches.join(''), content);
    assert.ok(stretches.slice(1).every((stretch) => stretch.startsWith('\n## ')));
  }));
});
