/** What stands in the folder of a site is told from what a build wrote, whoever looks at it. */
import assert from 'node:assert/strict';
import { mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lookAside, lookAt } from '#site/old-tree.ts';
import { tempDir } from '../helpers/content.ts';

test('a file is there with its size and time; a link is not, nor what lies behind one', async () => {
  const out = tempDir();
  mkdirSync(join(out, '答案'));
  writeFileSync(join(out, '答案/页.html'), '先回答');
  symlinkSync(join(out, '答案/页.html'), join(out, '链接.html'));
  symlinkSync(join(out, '答案'), join(out, '别处'));
  const { size, mtimeMs: mtime } = statSync(join(out, '答案/页.html'));
  for (const old of [lookAt(out), await lookAside(out)]) {
    assert.deepEqual([...old.paths()].sort(), ['/别处', '/答案/页.html', '/链接.html'].sort());
    assert.ok(old.has('/答案/页.html', { size, mtime }));
    assert.ok(!old.has('/答案/页.html', { size: size + 1, mtime }));
    assert.ok(!old.has('/答案/页.html', { size, mtime: mtime + 1 }));
    assert.ok(!old.has('/链接.html', { size, mtime }));
    assert.ok(!old.has('/答案', { size, mtime }));
  }
});

test('of a folder that is not there nothing is seen', async () => {
  const out = join(tempDir(), '没有');
  for (const old of [lookAt(out), await lookAside(out)]) assert.deepEqual([...old.paths()], []);
});
