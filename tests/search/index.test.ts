/** The index of a site as it is written: what is in it, that it is always the same, and what happens when it is not whole. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openFolder } from '#search/golden/folder.ts';
import { variantsOf } from '#search/index/variants.ts';
import { SearchUnavailable } from '#search/query/open.ts';
import { search } from '#search/query/search.ts';
import { readTree } from '../helpers/build.ts';
import { copySmallSite, tempDir } from '../helpers/content.ts';
import { makeIndex } from './indexes.ts';

const out = await makeIndex();
const { index: name } = JSON.parse(readFileSync(join(out, '_search/current.json'), 'utf8')) as { index: string };
const folder = join(out, '_search', name);

async function ask(query: string, filters?: Record<string, string>) {
  const index = await openFolder(out);
  const answer = await search(index, query, filters);
  return { ...answer, refs: answer.hits.map(({ card }) => card.ref) };
}

test('two builds write the same bytes, and the second takes what the first kept', async () => {
  const cache = tempDir();
  const first = await makeIndex({ cache });
  const made = statSync(join(cache, name)).birthtimeMs;
  const second = await makeIndex({ cache });
  assert.deepEqual(readTree(first), readTree(out));
  assert.deepEqual(readTree(second), readTree(out));
  assert.equal(statSync(join(cache, name)).birthtimeMs, made);
});

test('another word in an entry makes another index; the old one is gone from the site', async () => {
  const contentDir = copySmallSite();
  const file = join(contentDir, 'answers/base-url.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace('question:', 'aliases: [新的别名]\nquestion:'));
  const other = await makeIndex({ contentDir });
  assert.equal(existsSync(join(other, '_search', name)), false);
});

test('the index holds every entry and trust page, no draft, no tombstone, and only what browsers load', async () => {
  const cards = [...readTree(join(folder, 'cards')).values()].map((text) => (JSON.parse(text) as { ref: string }).ref).sort();
  assert.deepEqual(cards, ['answers/base-url', 'answers/overdue', 'checklists/before-launch', 'examples/hello', 'glossary/base-url', 'guides/first-call', 'pages/about', 'posts/two-addresses']);
  assert.deepEqual([...new Set([...readTree(folder).keys()].map((path) => path.replace(/^\/(cards|index|filter)\/.*/, '/$1/').replace(/_[0-9a-f]+/, '')))], ['/cards/', '/filter/', '/index/', '/lexicon.json', '/pagefind-entry.json', '/pagefind.js', '/pagefind.unknown.pf_meta', '/suggestions.json', '/wasm.unknown.pagefind']);
});

test('a card says what the page says first', () => {
  const card = [...readTree(join(folder, 'cards')).values()].map((text) => JSON.parse(text) as { ref: string; overdue: boolean; href: string }).find(({ ref }) => ref === 'answers/overdue')!;
  assert.equal(card.href, '/answers/overdue/');
  assert.equal(card.overdue, true);
});

test('below a path the index is the same but for its addresses', async () => {
  const below = await makeIndex({ url: 'https://small.example/docs' });
  const index = await openFolder(below);
  const { hits } = await search(index, '接口地址');
  assert.match(hits[0]!.card.href, /^\/docs\//);
});

test('questions find their answers; a filter narrows them', async () => {
  const { verdict, refs } = await ask('接口地址应该填什么');
  assert.equal(verdict, 'results');
  assert.equal(refs[0], 'answers/base-url');
  assert.deepEqual((await ask('接口地址', { kind: 'glossary' })).refs, ['glossary/base-url']);
});

test('what the site does not know is refused, with or without something near', async () => {
  assert.equal((await ask('kubernetes')).verdict, 'none');
  assert.deepEqual((await ask('？！…')).hits, []);
  assert.notEqual((await ask('红烧肉的做法')).verdict, 'results');
});

test('variants are those of what the site says, and only those', () => {
  const variants = variantsOf(new Map([['密钥', 3], ['钥z', 1], ['服务', 1], ['务器', 1], ['请求', 2]]));
  assert.equal(variants.from.includes('鑰'), true);
  assert.equal(variants.from.includes('龍'), false);
  assert.deepEqual(variants.phrases.filter(([from]) => from === '金钥' || from === '伺服器'), [['伺服器', '服务器'], ['金钥', '密钥']]);
});

for (const [what, damage] of [
  ['the name of the index', (dir: string) => rmSync(join(dir, '_search/current.json'))],
  ['the start files of Pagefind', (dir: string) => writeFileSync(join(dir, '_search', name, 'wasm.unknown.pagefind'), 'not wasm')],
  ['the lexicon', (dir: string) => writeFileSync(join(dir, '_search', name, 'lexicon.json'), '{')],
  ['a piece of the index, missing', (dir: string) => rmSync(join(dir, '_search', name, 'index'), { recursive: true })],
  ['a piece of the index, damaged', (dir: string) => [...readTree(join(dir, '_search', name, 'index')).keys()].forEach((path) => writeFileSync(join(dir, '_search', name, 'index', path), Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])))],
  ['an index of another format', (dir: string) => writeFileSync(join(dir, '_search/current.json'), '{"format":99,"index":"x","start":[]}')],
] as const) {
  test(`${what}: half an answer is no answer`, async () => {
    const dir = await makeIndex();
    damage(dir);
    await assert.rejects(async () => search(await openFolder(dir), '接口地址'), SearchUnavailable);
  });
}
