/** Threads share the work where it pays and has room, and nobody can tell from the tree that they did. */
import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { traceNow } from '#lib/trace.ts';
import type { Edition } from '#markup/edition.ts';
import { traceEdition } from '#markup/traced.ts';
import { buildSite } from '#site/build.ts';
import { loadSite } from '#site/load.ts';
import { lookAt, seeTree } from '#site/old-tree.ts';
import { makeUnits } from '#site/make-units.ts';
import { openMaker } from '#site/products/make.ts';
import { packState } from '#site/products/packed-state.ts';
import { openState } from '#site/products/state.ts';
import { openBuckets } from '#site/products/units.ts';
import { openTreeProof } from '#site/prove.ts';
import { stageIn } from '#site/publish.ts';
import { proveBuilt, readMade } from '#site/read-back.ts';
import { templatesOf } from '#site/render/site-templates.ts';
import { claimFile, mainReader, openClaims } from '#site/threads/claims.ts';
import { countThreads, startThreads, type Laid, type Made, type Threads } from '#site/threads/threads.ts';
import { openTree } from '#site/tree.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { corpusDay } from '../bench/corpus/site.ts';
import { buildSmall, readTree } from '../helpers/build.ts';
import { smallSite, tempDir } from '../helpers/content.ts';

/** No tree stands where these are to be. */
const nothing = () => lookAt(join(tempDir(), 'none'));

test('--memory and the processors decide how many threads there are', () => {
  assert.equal(countThreads(1000, 64e9, 2), 0, 'too little to share');
  assert.equal(countThreads(1000, 64e9, 4), 3, 'with more processors more is saved');
  assert.equal(countThreads(5000, 64e9, 1), 0, 'one processor');
  assert.equal(countThreads(5000, 64e9, 2), 1);
  assert.equal(countThreads(5000, 64e9, 3), 2);
  assert.equal(countThreads(5000, 64e9, 64), 7);
  assert.equal(countThreads(10_000, 2e9, 8), 3, '460 MB each, the main thread too');
  assert.equal(countThreads(10_000, 800e6, 8), 0);
  assert.equal(countThreads(100_000, 4e9, 8), 1, '1.9 GB each');
  assert.equal(countThreads(110_000, 4e9, 8), 0);
});

test('what threads make is what one makes, and the next build finds it', async () => {
  const contentDir = tempDir();
  writeCorpus(contentDir, { entries: 300, seed: 5 });
  const [alone, out] = [join(tempDir(), 'dist'), join(tempDir(), 'dist')];
  await buildSite({ contentDir, out: alone, today: corpusDay, cores: 1 });
  await buildSite({ contentDir, out, today: corpusDay, cores: 10, memory: 1.3e9 }); // 305 MB each: four of them
  const tree = readTree(out);
  assert.deepEqual(tree, readTree(alone));
  const numbers = () => [...tree.keys()].map((path) => statSync(join(out, path)).ino);
  const before = numbers();
  await buildSite({ contentDir, out, today: corpusDay });
  assert.deepEqual(numbers(), before);
});

test('threads begin before the site is checked, and nothing is left of what they made for one that is not sound', async () => {
  const contentDir = tempDir();
  writeCorpus(contentDir, { entries: 300, seed: 5 });
  appendFileSync(join(contentDir, 'answers/a-00001.mdx'), '\n见[没有的一篇](answers/mei-you)。\n');
  const parent = tempDir();
  const { problems, counts } = await buildSite({ contentDir, out: join(parent, 'dist'), today: corpusDay, cores: 10, memory: 1.3e9 });
  assert.deepEqual(problems.filter(({ severity }) => severity === 'error').map(({ file, rule }) => `${file} ${rule}`), ['answers/a-00001.mdx reference/missing']);
  assert.equal(counts, undefined);
  assert.deepEqual(readdirSync(parent), []);
});

test('each file is taken by one, and what somebody has taken stays with that one', () => {
  const claims = openClaims();
  const later = ['/llms-full.txt', '/answers/llms-full.txt'];
  const paths = [...later, ...Array.from({ length: 20_000 }, (_, number) => `/answers/第${number}篇/index.html`)];
  for (const path of later) assert.ok(claimFile(claims, mainReader, path));
  const others = [mainReader + 1, mainReader + 2];
  const takers = new Map(paths.map((path, number) => [path, [others[number % 2]!, others[1 - (number % 2)]!, mainReader].filter((reader) => claimFile(claims, reader, path))]));
  assert.deepEqual(later.map((path) => takers.get(path)), [[mainReader], [mainReader]]);
  const again = new Map(paths.map((path) => [path, [mainReader, ...others].filter((reader) => claimFile(claims, reader, path))]));
  for (const path of paths) assert.deepEqual([takers.get(path)!.length, again.get(path)], [1, takers.get(path)], path);
});

test('differences are found in what a thread read back and in what nobody had taken, once each', async () => {
  const { out, loaded } = await buildSmall();
  const [taken, left] = ['/answers/base-url/index.html', '/guides/first-call/index.html'] as const;
  for (const path of [taken, left]) writeFileSync(join(out, path), readFileSync(join(out, path), 'utf8').replace('</h1>', '？</h1>'));
  const tree = openTree(out);
  const open = () => openTreeProof(tree, loaded.edition!, loaded);
  const claims = openClaims();
  const others = [(await open()).read((path) => path === taken && claimFile(claims, mainReader + 1, path))];
  const before = openState('');
  const maker = openMaker(traceEdition(loaded.edition!, before.names), '', before, stageIn(tempDir(), out, nothing));
  const { differences } = await proveBuilt(await open(), { tree, maker, out, before, reading: { claims, others: Promise.resolve(others) } });
  assert.deepEqual(differences.map(({ file, rule }) => `/${file} ${rule}`), [`${taken} proof/value`, `${left} proof/value`]);
});

test('no thread reads back what collects, which is still being made', async () => {
  const { edition } = loadSite({ contentDir: smallSite, today: corpusDay });
  const before = openState('');
  const maker = openMaker(traceEdition(edition!, before.names), '', before, stageIn(tempDir(), tempDir(), nothing));
  let laid: Laid | undefined;
  const threads: Threads = { begin: () => undefined, made: async () => [], stop: async () => undefined, read: async (tree) => (laid = tree, []) };
  await readMade(threads, maker, edition!);
  assert.ok(laid!.files.includes('/llms-full.txt'));
  assert.deepEqual(laid!.files.filter((path) => claimFile(laid!.claims, mainReader + 1, path)), []);
});

test('what a thread throws, the build throws; one that finds no site any more says so', async () => {
  const contentDir = tempDir();
  const shell = { base: '/', compressHTML: false, styles: [], scripts: [], entries: {}, inlined: [], metadata: [], headInTree: false, propagates: false, csp: null };
  const order = { templates: { seal: '', server: '', client: '', assets: [], shell }, pictures: new Map(), version: '', stateFile: join(contentDir, 'none'), out: contentDir, dir: contentDir, old: seeTree(join(contentDir, 'none')), buckets: openBuckets() };
  const made = async () => {
    const threads = startThreads({ contentDir, today: corpusDay }, 2);
    threads.begin(order);
    return threads.made().finally(threads.stop);
  };
  assert.deepEqual(await made(), [undefined, undefined]);
  writeCorpus(contentDir, { entries: 20, seed: 5 });
  await assert.rejects(made(), { code: 'ERR_MODULE_NOT_FOUND' });
});

test('a site of which threads read another content than the main one is not made', async () => {
  const contentDir = tempDir();
  writeCorpus(contentDir, { entries: 20, seed: 5 });
  const load = () => loadSite({ contentDir, today: corpusDay }).edition!;
  const edition = load();
  const file = join(contentDir, 'answers/a-00000.mdx');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/\ntitle: .*/, '\ntitle: 改了的标题是什么？'));
  const changed = load();
  const templates = await templatesOf(edition.site.config, edition.site.base);
  const open = (of: Edition) => {
    const before = openState('');
    const traced = traceEdition(of, before.names);
    return { traced, maker: openMaker(traced, '', before, stageIn(tempDir(), contentDir, nothing)) };
  };
  /** What a thread made that had loaded `of`. */
  const madeOf = async (of: Edition): Promise<Made> => {
    const { traced, maker } = open(of);
    await maker.make({ id: 'title', files: () => [{ path: '/title.txt', content: traced.site.find('answers/a-00000')!.brief.title }] });
    return { state: packState(maker.state), kept: maker.kept };
  };
  const make = async (made: Made | undefined) => {
    const { traced, maker } = open(edition);
    const threads: Threads = { begin: () => undefined, made: async () => [made], read: async () => [], stop: async () => undefined };
    return makeUnits({ edition: traced, templates, copies: new Map(), share: { number: 1, count: 1 }, maker, buckets: openBuckets(), threads }, undefined, undefined);
  };
  assert.ok((await make(await madeOf(edition))).pages > 0);
  const refused = { message: 'The content was changed while the site was being made of it, and nothing was published. Run it again.' };
  await assert.rejects(make(await madeOf(changed)), refused);
  await assert.rejects(make(undefined), refused);
});

test('what a thread wrote can be read, and whoever reads it has read what its unit has', async () => {
  const contentDir = tempDir();
  writeCorpus(contentDir, { entries: 20, seed: 5 });
  const before = openState('');
  const edition = traceEdition(loadSite({ contentDir, today: corpusDay }).edition!, before.names);
  const staging = stageIn(tempDir(), contentDir, nothing);
  const [one, other] = [openMaker(edition, '', before, staging), openMaker(edition, '', before, stageIn(staging.dir, contentDir, nothing))];
  await other.make({ id: 'twin', files: () => [{ path: '/a.md', content: edition.site.entries[0]!.data.title }] });
  one.take(other.state, other.kept);
  const { value, reads } = traceNow(() => one.text('/a.md'));
  assert.equal(value, edition.site.entries[0]!.data.title);
  assert.ok(reads.size > 0);
});

test('two threads that want the same file are refused', () => {
  const contentDir = tempDir();
  writeCorpus(contentDir, { entries: 20, seed: 5 });
  const before = openState('');
  const edition = traceEdition(loadSite({ contentDir, today: corpusDay }).edition!, before.names);
  const maker = openMaker(edition, '', before, stageIn(contentDir, contentDir, nothing));
  const made = { ...openState(''), files: new Map([['/a.html', { hash: '', size: 0, mtime: 0 }]]) };
  maker.take(made, []);
  assert.throws(() => maker.take(made, []), { message: 'Two files want to be /a.html.' });
});
