/** The index of a site as it is written: what is in it, that it is always the same, and what happens when it is not whole. */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { digest } from '#lib/hash.ts';
import { openFolder } from '#search/golden/folder.ts';
import { variantsOf } from '#search/index/variants.ts';
import { SearchUnavailable, type Current } from '#search/query/open.ts';
import { search } from '#search/query/search.ts';
import { editCorpus, writeCorpus } from '../bench/corpus.ts';
import { readTree } from '../helpers/build.ts';
import { copySmallSite, tempDir } from '../helpers/content.ts';
import { makeIndex } from './indexes.ts';

const out = await makeIndex();
const folder = join(out, '_search');
const current = JSON.parse(readFileSync(join(folder, 'current.json'), 'utf8')) as Current;

async function ask(query: string, filters?: Record<string, string>) {
  const index = await openFolder(out);
  const answer = await search(index, query, filters);
  return { ...answer, refs: answer.hits.map(({ card }) => card.ref) };
}

test('two builds write the same bytes, with and without what the first kept', async () => {
  const cache = tempDir();
  assert.deepEqual(readTree(await makeIndex({ cache })), readTree(out));
  assert.deepEqual(readTree(await makeIndex({ cache })), readTree(out));
});

const edits: [string, (dir: string) => void][] = [
  ['another word in an entry', (dir) => edit(dir, 'answers/base-url.mdx', 'question:', 'aliases: [新的别名]\nquestion:')],
  ['another name of a term', (dir) => edit(dir, 'glossary/base-url.mdx', 'synonyms: [', 'synonyms: [根地址, ')],
  ['an entry less', (dir) => rmSync(join(dir, 'posts/two-addresses.mdx'))],
  ['traditional characters', (dir) => edit(dir, 'answers/base-url.mdx', 'question:', 'aliases: [憑證與金鑰]\nquestion:')],
];
for (const [what, change] of edits) {
  test(`${what}: what is patched from the last build is what a clean build writes`, async () => {
    const cache = tempDir();
    const contentDir = copySmallSite();
    const before = readTree(await makeIndex({ contentDir, cache }));
    change(contentDir);
    const after = readTree(await makeIndex({ contentDir, cache }));
    assert.deepEqual(after, readTree(await makeIndex({ contentDir, cache: tempDir() })));
    assert.notDeepEqual(after, before);
  });
}

test('edit after edit, the pieces that are left where they were are those of a clean build', async () => {
  const cache = tempDir();
  const contentDir = join(tempDir(), 'content');
  writeCorpus(contentDir, { entries: 120, seed: 3 });
  const entries = readdirSync(join(contentDir, 'answers')).filter((name) => name.endsWith('.mdx')).sort();
  let before = readTree(await makeIndex({ contentDir, cache }));
  const changes: [string, () => void][] = [
    ['another sentence', () => editCorpus(contentDir, 5)],
    ['another short answer', () => edit(contentDir, `answers/${entries[4]}`, '\nshortAnswer: ', '\nshortAnswer: 量子纠缠，')],
    ['two entries at once', () => [entries[0], entries.at(-1)].forEach((name) => edit(contentDir, `answers/${name}`, '\n---\n\n', '\n---\n\n玄武岩与花岗岩。\n\n'))],
    ['the words taken back', () => edit(contentDir, `answers/${entries[4]}`, '量子纠缠，', '')],
    ['an entry less', () => rmSync(join(contentDir, 'answers', entries[2]!))],
  ];
  for (const [what, change] of changes) {
    change();
    const after = readTree(await makeIndex({ contentDir, cache }));
    assert.deepEqual(after, readTree(await makeIndex({ contentDir, cache: tempDir() })), what);
    const stayed = [...after.keys()].filter((path) => path.includes('/index/') && before.has(path));
    assert.ok(stayed.length > 10 || what === 'an entry less', `${what}: ${stayed.length} pieces stayed`); // every page behind it has another number
    assert.notDeepEqual(after, before);
    before = after;
  }
});

function edit(dir: string, name: string, from: string, to: string): void {
  const file = join(dir, name);
  const text = readFileSync(file, 'utf8');
  assert.ok(text.includes(from), `${name} has no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

test('a damaged memory of the last build is as good as none', async () => {
  const cache = tempDir();
  await makeIndex({ cache });
  for (const path of readTree(cache).keys()) writeFileSync(join(cache, path), readFileSync(join(cache, path)).subarray(0, -40));
  assert.deepEqual(readTree(await makeIndex({ cache })), readTree(out));
});

test('what is kept of a site that was not built for the longest time makes room, as each preview may have an address of its own', async () => {
  const cache = tempDir();
  const sites = Array.from({ length: 30 }, (_, number) => join(cache, `第${number}站`));
  for (const [age, site] of sites.entries()) {
    mkdirSync(site);
    utimesSync(site, 1000 - age, 1000 - age);
  }
  await makeIndex({ cache });
  assert.deepEqual(sites.filter((site) => !existsSync(site)), sites.slice(-1));
  assert.equal(readdirSync(cache).length, 30);
});

test('every piece is named after its content', () => {
  for (const [path] of readTree(folder)) {
    if (path !== '/current.json') assert.ok(path.includes(digest(readFileSync(join(folder, path))).slice(0, 12)), path);
  }
});

test('the index holds every entry and trust page, no draft, no tombstone, and only what browsers load', async () => {
  const cards = [...readTree(join(folder, 'cards')).values()].map((text) => (JSON.parse(text) as { ref: string }).ref).sort();
  assert.deepEqual(cards, ['answers/base-url', 'answers/overdue', 'checklists/before-launch', 'examples/hello', 'glossary/base-url', 'guides/first-call', 'pages/about', 'posts/two-addresses']);
  assert.deepEqual([...new Set([...readTree(folder).keys()].map((path) => path.replace(/[0-9a-f]{12}/, '#')))].sort(), ['/cards/#.json', '/current.json', '/filter/#.pf_filter', '/index/#.pf_index', '/lexicon.#.json', '/pagefind.#.js', '/pagefind.#.pf_meta', '/suggestions.#.json', '/wasm.#.pagefind']);
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

test('what is corrected makes no more terms than may be searched, and none of them twice', async () => {
  const names = ['量子纠缠设备', '玄武岩石样本', '花岗岩层剖面', '珊瑚礁石样方', '冰川融水流量'];
  const contentDir = copySmallSite();
  edit(contentDir, 'answers/base-url.mdx', 'question:', `aliases: [${names.join(', ')}]\nquestion:`);
  const index = await openFolder(await makeIndex({ contentDir, cache: tempDir() }));
  const { terms, hits } = await search(index, names.map((name) => `${name.slice(0, 3)}龘${name.slice(4)}`).join(' '));
  assert.equal(hits[0]!.card.ref, 'answers/base-url');
  assert.ok(terms.some(({ trust = 1 }) => trust < 1), 'something is corrected');
  const tokens = terms.map(({ token }) => token);
  assert.deepEqual(tokens, [...new Set(tokens)]);
  assert.ok(tokens.length <= 12, tokens.join(' '));
});

test('what the site does not know is refused, with or without something near', async () => {
  assert.equal((await ask('kubernetes')).verdict, 'none');
  assert.deepEqual((await ask('？！…')).hits, []);
  assert.notEqual((await ask('红烧肉的做法')).verdict, 'results');
});

test('words that only ask find what holds them, and nothing answers them', async () => {
  const { verdict, hits } = await ask('是什么');
  assert.ok(hits.length > 0);
  assert.equal(verdict, 'related');
  assert.equal((await ask('接口地址是什么')).verdict, 'results');
});

test('variants are those of what the site says, and only those', () => {
  const variants = variantsOf(['务器', '密钥', '服务', '请求', '钥z']);
  assert.equal(variants.from.includes('鑰'), true);
  assert.equal(variants.from.includes('龍'), false);
  assert.deepEqual(variants.phrases.filter(([from]) => from === '金钥' || from === '伺服器'), [['伺服器', '服务器'], ['金钥', '密钥']]);
});

const { hash, wasm } = Object.values(current.entry.languages)[0]!;
const pieces = [...readTree(join(folder, 'index')).keys()].map((path) => `index${path}`);
const damaged = Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]);
for (const [what, paths, content] of [
  ['the list of the files, missing', ['current.json'], undefined],
  ['an index of another format', ['current.json'], '{"format":99}'],
  ['what Pagefind runs', [`wasm.${wasm}.pagefind`], 'not wasm'],
  ['what Pagefind starts with', [`pagefind.${hash}.pf_meta`], damaged],
  ['the lexicon', [current.lexicon], '{'],
  ['a piece of the index, missing', pieces, undefined],
  ['a piece of the index, damaged', pieces, damaged],
] as const) {
  test(`${what}: half an answer is no answer`, async () => {
    const dir = await makeIndex();
    for (const path of paths) {
      if (content === undefined) rmSync(join(dir, '_search', path));
      else writeFileSync(join(dir, '_search', path), content);
    }
    await assert.rejects(async () => search(await openFolder(dir), '接口地址'), SearchUnavailable);
  });
}
