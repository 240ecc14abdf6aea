/** What readers see comes from the dictionaries of model/words, from kinds and from outputs, each in both languages; never from the code of pages. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { words } from '#model/words/index.ts';
import * as search from '#model/words/search.ts';
import * as later from '#model/words/tools-later.ts';
import * as tools from '#model/words/tools.ts';

test('the code of pages and scripts has no Chinese outside its comments', () => {
  for (const folder of ['src/ui', 'src/site/pages', 'src/search/query']) {
    for (const name of (readdirSync(folder, { recursive: true }) as string[]).filter((file) => /\.(ts|astro|css)$/.test(file))) {
      const code = readFileSync(join(folder, name), 'utf8').replace(/\/\*[^]*?\*\/|\/\/ .*/g, '');
      assert.deepEqual(code.match(/.*\p{Script=Han}.*/u), null, `${folder}/${name}`);
    }
  }
});

test('every Chinese text has Chinese in it, and no English one has', () => {
  const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'function' ? [(value as (...of: unknown[]) => string)(1, 1)] : Object.values(value as object).flatMap(texts));
  assert.deepEqual([words.en, search.en, tools.en, later.en].flatMap(texts).filter((text) => /[\p{Script=Han}，。：；、（）]/u.test(text)), []);
  assert.deepEqual([words.zh, search.zh, tools.zh, later.zh].flatMap(texts).filter((text) => !/[\p{Script=Han}\u3000-\u303f\uff01-\uff20]/u.test(text)), ['English summary', 'JSON Schema']);
});

test('numbers are written as readers write them', () => {
  assert.equal(words.en.count(12345), '12,345 entries');
  assert.equal(words.zh.count(12345), '12,345 篇');
});
