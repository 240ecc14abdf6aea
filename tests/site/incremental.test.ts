/** After any edit, what an incremental build leaves is what a clean build makes, byte for byte. */
import assert from 'node:assert/strict';
import fs, { cpSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeSearch } from '#search/index/write.ts';
import { buildSite } from '#site/build.ts';
import { loadSite } from '#site/load.ts';
import { manifestPath } from '#site/own-tree.ts';
import type { ProductFile } from '#site/products/unit.ts';
import { assetUnits, collectingUnits, outputUnits, pageUnits } from '#site/products/units.ts';
import { templatesOf } from '#site/render/site-templates.ts';
import { createRenderer } from '#site/render/render.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { readTree } from '../helpers/build.ts';
import { copySmallSite, tempDir } from '../helpers/content.ts';

const today = '2026-11-20';
const runs = Number(process.env['RUNS'] ?? 200);

/** One edit of a content folder: what to do, to which entry, with what. */
type Edit = [kind: keyof typeof edits, entry: number, seed: number];

const edits = {
  body: change((text, seed) => text.replace(/\n## /, `\n第 ${seed} 次修订补上的一段话。\n\n## `)),
  shortAnswer: change((text, seed) => text.replace(/\nshortAnswer: (.{20})/, `\nshortAnswer: 第 ${seed} 版，$1`)),
  title: change((text, seed) => text.replace(/\ntitle: (.{4,12}).*\n/, `\ntitle: $1（${seed}）\n`)),
  updated: change((text, seed) => text.replace(/\nupdated: ('?)\d{4}-\d\d-\d\d/, `\nupdated: $12026-11-${String(1 + (seed % 9)).padStart(2, '0')}`)),
  category: change((text, seed) => text.replace(/\ncategory: \w+/, `\ncategory: ${['access', 'errors', 'billing', 'limits'][seed % 4]}`)),
  relation: change((text, seed) => text.replace(/\bas: \w+/, `as: ${['partOf', 'requires', 'seeAlso'][seed % 3]}`)),
  published: change((text, seed) => text.replace(/\npublished: ('?)\d{4}-\d\d-\d\d/, `\npublished: $12025-0${1 + (seed % 9)}-01`)),
  link: change((text, seed) => `${text}\n\n另见[那一页](answers/a-0000${seed % 2})。\n`),
  redirect: change((text, seed) => text.replace(/\npublished:/, `\nredirectFrom:\n  - /old/${seed}/\npublished:`)),
  term: change((text, seed) => text.replace(/\nterm: .*\n/, `\nterm: ${['请求编号', '限流', '密钥', '并发'][seed % 4]}\n`)),
  draft: change((text) => text.replace(/\npublished:/, '\ndraft: true\npublished:')),
  remove: (file: string) => rmSync(file),
  rename: (file: string, seed: number) => renameSync(file, file.replace(/([^/]+)\.mdx$/, `$1-n${seed}.mdx`)),
  settings: (file: string, seed: number) => rewrite(join(file, '../../site.yaml'), (text) => text.replace(/\ndescription: .*\n/, `\ndescription: 第 ${seed} 次改写的一句话介绍，说明这个站回答什么。\n`)),
  label: (file: string, seed: number) => rewrite(join(file, '../../site.yaml'), (text) => text.replace(/label: ([^\n,}]+)/, `label: 栏目${seed}`)),
};

test('after random edits an incremental build leaves what a build without a past makes, byte for byte', async () => {
  const base = tempDir();
  writeCorpus(base, { entries: 60, seed: 7 });
  const edit = fc.tuple(fc.constantFrom(...Object.keys(edits) as Edit[0][]), fc.nat(59), fc.nat(99));
  const work = join(tempDir(), 'content');
  const out = join(tempDir(), 'dist');
  const { site } = loadSite({ contentDir: base, today }).edition!;
  const templates = await templatesOf(site.config, site.base);
  const renderer = createRenderer(templates);
  let unsound = 0;
  for (const sequence of fc.sample(fc.array(edit, { minLength: 1, maxLength: 3 }), { numRuns: runs, seed: 1 })) {
    const said = JSON.stringify(sequence);
    rmSync(work, { recursive: true, force: true });
    cpSync(base, work, { recursive: true });
    for (const [kind, entry, seed] of sequence) {
      const files = entriesOf(work);
      edits[kind](files[entry % files.length]!, seed);
    }
    const { problems, differences, counts, loaded: { edition, assets } } = await buildSite({ contentDir: work, out, today });
    assert.deepEqual(differences, [], said);
    if (!counts) {
      assert.ok(problems.some(({ severity }) => severity === 'error'), said);
      unsound += 1;
      continue;
    }
    const now = readTree(out);
    const search = (await makeSearch(edition!, tempDir())).map(({ path, content }) => ({ path, content: typeof content === 'function' ? content() : content }));
    for (const unit of [...assetUnits(templates, assets.files), ...pageUnits(edition!, templates, () => renderer), ...outputUnits(edition!), { files: () => search }, ...collectingUnits(edition!)]) {
      for await (const file of unit.files()) {
        assert.equal(now.get(file.path), textOf(file), `${file.path} after ${said}`);
        now.delete(file.path);
      }
    }
    assert.deepEqual([...now.keys()], [manifestPath], said);
  }
  assert.ok(unsound < runs, `${unsound} of ${runs} sequences left errors`);
  const clean = join(tempDir(), 'dist');
  await buildSite({ contentDir: base, out, today });
  await buildSite({ contentDir: base, out: clean, today });
  assert.deepEqual(readTree(out), readTree(clean));
});

test('a piece that was copied counts for its file: what it is made of may change in the build after', async () => {
  const contentDir = copySmallSite();
  const out = join(tempDir(), 'dist');
  for (const slug of ['base-url', 'overdue']) {
    await buildSite({ contentDir, out, today: '2026-06-01' });
    rewrite(join(contentDir, `answers/${slug}.mdx`), (text) => text.replace('\nshortAnswer: ', `\nshortAnswer: 又改了${slug}，`));
  }
  const { problems, differences } = await buildSite({ contentDir, out, today: '2026-06-01' });
  assert.deepEqual([problems.filter(({ severity }) => severity === 'error'), differences], [[], []]);
  assert.match(readTree(out).get('/questions.json')!, /又改了overdue/);
});

test('after an edit no page of the old tree is read: files made of proven ones, such as the manifest, are none that it has lost', async (context) => {
  const contentDir = copySmallSite();
  const out = join(tempDir(), 'dist');
  await buildSite({ contentDir, out, today, compress: true });
  rewrite(join(contentDir, 'answers/base-url.mdx'), (text) => `${text}\n补上的一段话。\n`);
  const { mock } = context.mock.method(fs, 'readFileSync');
  syncBuiltinESMExports();
  const { counts } = await buildSite({ contentDir, out, today, compress: true });
  const read = mock.calls.map(({ arguments: [path] }) => String(path)).filter((path) => path.startsWith(out) && path.endsWith('.html'));
  mock.restore();
  syncBuiltinESMExports();
  assert.ok(counts);
  assert.deepEqual(read, []);
});

test('files of public/ that change and keep size and time, as out of an archive, and those that change places are copied again', async () => {
  const contentDir = copySmallSite();
  const out = join(tempDir(), 'dist');
  const assets = ['a.txt', 'b.txt'].map((name) => join(contentDir, 'public', name));
  const fill = (texts: readonly string[]) => assets.forEach((file, index) => {
    writeFileSync(file, texts[index]!);
    utimesSync(file, 1_700_000_000, 1_700_000_000);
  });
  const build = async () => {
    await buildSite({ contentDir, out, today: '2026-06-01' });
    return assets.map((file) => readTree(out).get(`/${basename(file)}`));
  };
  fill(['甲', '乙']);
  assert.deepEqual(await build(), ['甲', '乙']);
  fill(['丙', '乙']);
  assert.deepEqual(await build(), ['丙', '乙']);
  renameSync(assets[0]!, `${assets[0]}~`);
  renameSync(assets[1]!, assets[0]!);
  renameSync(`${assets[0]}~`, assets[1]!);
  assert.deepEqual(await build(), ['乙', '丙']);
});

test('links in the built tree give way to files, and nothing that lay behind one is lost', async () => {
  const contentDir = copySmallSite();
  const out = join(tempDir(), 'dist');
  const build = () => buildSite({ contentDir, out, today: '2026-06-01' });
  await build();
  const whole = readTree(out);
  const elsewhere = tempDir();
  for (const [number, path] of ['answers', 'guides/index.html'].entries()) {
    renameSync(join(out, path), join(elsewhere, String(number)));
    symlinkSync(join(elsewhere, String(number)), join(out, path));
  }
  await build();
  assert.deepEqual(readTree(out), whole);
  assert.ok(!['answers', 'guides/index.html'].some((path) => lstatSync(join(out, path)).isSymbolicLink()));
});

test('pieces of the search index that were lost or damaged come back, whether or not an edit concerns them', async () => {
  const contentDir = join(tempDir(), 'content');
  writeCorpus(contentDir, { entries: 60, seed: 7 });
  const out = join(tempDir(), 'dist');
  const pieces = () => readdirSync(join(out, '_search/index')).sort().map((name) => join(out, '_search/index', name));
  await buildSite({ contentDir, out, today });
  const whole = readTree(out);
  assert.ok(pieces().length > 10, String(pieces().length));
  pieces().forEach((file, index) => (index % 2 ? rmSync(file) : writeFileSync(file, '')));
  await buildSite({ contentDir, out, today });
  assert.deepEqual(readTree(out), whole);
  pieces().forEach((file) => rmSync(file));
  edits.body(entriesOf(contentDir)[3]!, 5);
  await buildSite({ contentDir, out, today });
  const clean = join(tempDir(), 'dist');
  await buildSite({ contentDir, out: clean, today });
  assert.deepEqual(readTree(out), readTree(clean));
});

function textOf(file: ProductFile): string {
  if ('from' in file) return readFileSync(file.from, 'utf8');
  assert.ok('content' in file);
  return typeof file.content === 'string' ? file.content : file.content instanceof Uint8Array ? Buffer.from(file.content).toString() : [...file.content].join('');
}

function change(make: (text: string, seed: number) => string) {
  return (file: string, seed: number) => rewrite(file, (text) => make(text, seed));
}

function rewrite(file: string, make: (text: string) => string): void {
  writeFileSync(file, make(readFileSync(file, 'utf8')));
}

function entriesOf(dir: string): string[] {
  return (readdirSync(dir, { recursive: true }) as string[]).filter((name) => name.endsWith('.mdx') && !name.startsWith('pages/')).sort().map((name) => join(dir, name));
}
