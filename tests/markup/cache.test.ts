import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { openMarkupCache } from '#markup/cache.ts';
import { compileBody } from '#markup/compile.ts';
import { markupVersion } from '#markup/version.ts';
import { bodySource } from './body.ts';

const root = mkdtempSync(join(tmpdir(), 'lede-markup-'));
after(() => rmSync(root, { recursive: true }));

let count = 0;
const freshDir = (): string => join(root, `${(count += 1)}`, 'cache');
const entriesIn = (dir: string): string[] => (readdirSync(dir, { recursive: true, encoding: 'utf8' })).filter((name) => name.endsWith('.json')).sort();
const source = bodySource('## 甲\n\n**注：**见[乙](answers/b)与`c`[^s]。\n\n```js\nlet x = 1;\n```', { sources: ['s'] });

test('a hit equals a miss, byte for byte', () => {
  const dir = freshDir();
  const miss = openMarkupCache(dir).compile(source);
  const [entry] = entriesIn(dir);
  const time = statSync(join(dir, entry!)).mtimeMs;
  const hit = openMarkupCache(dir).compile(source);
  assert.equal(JSON.stringify(hit), JSON.stringify(miss));
  assert.equal(JSON.stringify(hit), JSON.stringify(compileBody(source)));
  assert.equal(statSync(join(dir, entry!)).mtimeMs, time);
  assert.match(entry!, /^[0-9a-f]{2}\/[0-9a-f]{30}\.json$/);
});

test('whatever changes the document is another entry', () => {
  const dir = freshDir();
  const cache = openMarkupCache(dir);
  const codeFiles = new Map([['a.js', { language: 'js', text: '1' }]]);
  const variants = [
    source,
    { ...source, text: `${source.text} ` },
    { ...source, text: `\n${source.text}`, bodyStart: source.bodyStart + 1 },
    { ...source, lang: 'en' as const },
    { ...source, sources: ['t', 's'] },
    { ...source, codeFiles },
    { ...source, codeFiles: new Map([['a.js', { language: 'js', text: '2' }]]) },
  ];
  for (const variant of variants) cache.compile(variant);
  assert.equal(entriesIn(dir).length, variants.length);
  cache.compile({ ...source, file: 'answers/other.mdx', text: source.text.replace('title: 题', 'title: 目'), lang: 'zh' });
  assert.equal(entriesIn(dir).length, variants.length);
});

test('another compiler finds nothing', () => {
  const dir = freshDir();
  openMarkupCache(dir).compile(source);
  openMarkupCache(dir, 'other').compile(source);
  assert.equal(entriesIn(dir).length, 2);
  assert.match(markupVersion(), /^[0-9a-f]{32}$/);
});

test('a damaged, truncated, emptied or foreign entry is rebuilt', () => {
  const dir = freshDir();
  const expected = openMarkupCache(dir).compile(source);
  const path = join(dir, entriesIn(dir)[0]!);
  const good = readFileSync(path, 'utf8');
  const otherDir = freshDir();
  openMarkupCache(otherDir).compile(bodySource('别的'));
  const foreign = readFileSync(join(otherDir, entriesIn(otherDir)[0]!), 'utf8');
  for (const bad of [good.replace('甲', '丙'), good.slice(0, -1), good.slice(0, 20), '', `${good} `, foreign, '{}', good.slice(33), '\uFFFD'.repeat(50)]) {
    writeFileSync(path, bad);
    assert.deepEqual(openMarkupCache(dir).compile(source), expected);
    assert.equal(readFileSync(path, 'utf8'), good);
  }
});

test('a folder in the place of an entry, and a file in the place of the cache, only cost time', () => {
  const dir = freshDir();
  const expected = openMarkupCache(dir).compile(source);
  const path = join(dir, entriesIn(dir)[0]!);
  rmSync(path);
  mkdirSync(path);
  assert.deepEqual(openMarkupCache(dir).compile(source), expected);
  const file = freshDir();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'x');
  assert.deepEqual(openMarkupCache(file).compile(source), expected);
  assert.equal(readFileSync(file, 'utf8'), 'x');
});

test('a body with problems is not kept', () => {
  const dir = freshDir();
  mkdirSync(dir, { recursive: true });
  const broken = bodySource('# 甲');
  assert.deepEqual(openMarkupCache(dir).compile(broken), compileBody(broken));
  assert.deepEqual(entriesIn(dir), []);
});
