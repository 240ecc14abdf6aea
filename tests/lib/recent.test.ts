/** What is kept of sites and versions does not grow for ever. */
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { recentFolder } from '#lib/recent.ts';
import { tempDir } from '../helpers/content.ts';

test('those that were not written to for the longest time make room for a new one, and for a known one nobody does', () => {
  // Whatever the order is in which a disk lists them.
  for (const [newest, middle, oldest] of [['甲', '乙', '丙'], ['丙', '乙', '甲']] as const) {
    const parent = tempDir();
    for (const [age, name] of [newest, middle, oldest].entries()) {
      mkdirSync(join(parent, name));
      writeFileSync(join(parent, name, 'state'), name);
      utimesSync(join(parent, name), 1000 - age, 1000 - age);
    }
    assert.equal(recentFolder(parent, oldest, 3), join(parent, oldest));
    assert.equal(readdirSync(parent).length, 3);
    assert.equal(recentFolder(parent, '另一个', 3), join(parent, '另一个'));
    assert.deepEqual(readdirSync(parent).sort(), [newest, middle].sort());
  }
});

test('a folder of which nothing is there yet holds nothing', () => {
  const parent = join(tempDir(), 'builds');
  assert.equal(recentFolder(parent, 'a'), join(parent, 'a'));
});
