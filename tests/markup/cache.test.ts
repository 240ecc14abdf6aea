import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openMarkupCache } from '#markup/cache.ts';
import { compileBody, type BodySource, type Compiled } from '#markup/compile.ts';
import { markupVersion } from '#markup/version.ts';
import { projectRoot } from '#site/project.ts';
import { tempDir } from '../helpers/content.ts';
import { bodySource } from './body.ts';

const freshDir = (): string => join(tempDir(), 'cache');
const source = bodySource('## 甲\n\n**注：**见[乙](answers/b)与`c`[^s]。\n\n```js\nlet x = 1;\n```', { sources: ['s'] });

/** What the cache in `dir` gives, and how many files there are once it is saved. */
function compileIn(dir: string, body: BodySource, version?: string): { compiled: Compiled; files: number } {
  const cache = openMarkupCache(dir, version);
  const compiled = cache.compile(body);
  cache.save();
  return { compiled, files: readdirSync(dir).length };
}

test('a hit equals a miss, byte for byte, and writes nothing', () => {
  const dir = freshDir();
  const miss = compileIn(dir, source);
  const hit = compileIn(dir, source);
  assert.equal(JSON.stringify(hit), JSON.stringify(miss));
  assert.equal(JSON.stringify(hit.compiled), JSON.stringify(compileBody(source)));
  assert.equal(hit.files, 1);
});

test('whatever changes the document is kept for itself', () => {
  const dir = freshDir();
  const codeFiles = new Map([['a.js', { language: 'js', text: '1' }]]);
  const variants = [
    source,
    { ...source, text: `${source.text} ` },
    { ...source, text: `\n${source.text}`, bodyStart: source.bodyStart + 1 },
    { ...source, lang: 'en' as const },
    { ...source, self: 'answers/b' },
    { ...source, sources: ['t', 's'] },
    { ...source, codeFiles },
    { ...source, codeFiles: new Map([['a.js', { language: 'js', text: '2' }]]) },
  ];
  assert.deepEqual(variants.map((variant) => compileIn(dir, variant).files), variants.map((_, index) => index + 1));
  assert.equal(compileIn(dir, { ...source, file: 'answers/other.mdx', text: source.text.replace('title: 题', 'title: 目'), lang: 'zh' }).files, variants.length);
});

test('another compiler finds nothing', () => {
  const dir = freshDir();
  assert.deepEqual([compileIn(dir, source).files, compileIn(dir, source, 'other').files], [1, 2]);
  assert.match(markupVersion(), /^[0-9a-f]{32}$/);
});

test('a compiler is another one when code that it rests on changes, wherever that stands', () => {
  const copy = tempDir();
  for (const path of ['src/markup', 'src/lib', 'src/model', 'package.json']) cpSync(join(projectRoot, path), join(copy, path), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(copy, 'node_modules'));
  const module = pathToFileURL(join(copy, 'src/markup/version.ts')).href;
  const versionOf = () => execFileSync(process.execPath, ['--input-type=module', '--eval', `console.log((await import('${module}')).markupVersion())`], { encoding: 'utf8' });
  for (const path of ['markup/print/html.ts', 'lib/html.ts', 'lib/prose.ts']) {
    const before = versionOf();
    appendFileSync(join(copy, 'src', path), '\n');
    assert.notEqual(versionOf(), before, path);
  }
});

test('what is damaged is compiled again', () => {
  const dir = freshDir();
  const { compiled } = compileIn(dir, source);
  const path = join(dir, readdirSync(dir)[0]!);
  const good = readFileSync(path, 'utf8');
  for (const bad of [good.replace('甲', '丙'), good.slice(0, -1), good.slice(0, 20), '', `${good} `, '{}', good.slice(33), '\uFFFD'.repeat(50)]) {
    writeFileSync(path, bad);
    assert.deepEqual(openMarkupCache(dir).compile(source), compiled);
  }
});

test('a cache that holds more than it may lets go of what was compiled before', () => {
  const kept = (most: number) => {
    const dir = freshDir();
    for (let turn = 0; turn < 30; turn += 1) {
      const cache = openMarkupCache(dir, '1', most);
      cache.compile(bodySource(`第 ${turn} 版的正文。`));
      cache.save();
    }
    return readdirSync(dir).reduce((sum, name) => sum + (readFileSync(join(dir, name), 'utf8').match(/第 \d+ 版的正文。/g)?.length ?? 0), 0);
  };
  assert.ok(kept(Infinity) >= 30);
  assert.ok(kept(1000) < 20);
});

test('a file in the place of the cache only costs time', () => {
  const file = freshDir();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, 'x');
  const cache = openMarkupCache(file);
  assert.deepEqual(cache.compile(source), compileBody(source));
  cache.save();
  assert.equal(readFileSync(file, 'utf8'), 'x');
});

test('a body with problems is not kept', () => {
  const dir = freshDir();
  mkdirSync(dir, { recursive: true });
  const broken = bodySource('# 甲');
  const { compiled, files } = compileIn(dir, broken);
  assert.deepEqual([compiled, files], [compileBody(broken), 0]);
});
