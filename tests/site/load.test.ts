/** Loading again: what was kept from before never shows in what comes out. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openShelf } from '#lib/shelf.ts';
import { openMarkupCache } from '#markup/cache.ts';
import { loadSite, readSite, type Loaded } from '#site/load.ts';
import { openMemory, type Memory } from '#site/memory.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { corpusDay } from '../bench/corpus/site.ts';
import { answer, copySmallSite, makeContent, minimalConfig, tempDir } from '../helpers/content.ts';

/** A memory that knows nothing yet and is never written. */
function blank(): Memory {
  return { files: openShelf(), forms: openMarkupCache(tempDir()), keep: (_, make) => make(), save: () => undefined };
}

/** Everything of `loaded` that anybody can see. */
function shown({ edition, problems, files, lang, drafts }: Loaded): unknown {
  const { site, document, meaning } = edition ?? {};
  const items = [...(site?.entries ?? []), ...(site?.tombstones ?? []), ...(site?.pages ?? [])];
  return {
    problems, files, lang,
    drafts: drafts.map(({ ref }) => ref),
    items: items.map((item) => ({ ref: item.ref, data: item.data, source: { ...item.source }, document: { ...document!(item) }, code: 'kind' in item ? [Array.from(item.codeFiles, ([path, file]) => [path, { ...file }]), meaning!(item)] : [] })),
  };
}

/** A generator of numbers below `limit`, the same each time. */
function makeRandom(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % limit;
  };
}

type Edit = (text: string, random: (limit: number) => number) => string;

const edits: readonly Edit[] = [
  (text) => text.replace(/。/, '，平均每次省下 20 元。'),
  (text) => text.replace(/\ntitle: .*/, '\ntitle: 接口地址应该填什么？'),
  (text) => text.replace(/\ncategory: .*/, '\ncategory: nothing'),
  (text) => text.replace(/\nshortAnswer: .*/, '\nshortAnswer: 太短'),
  (text) => `${text}\n看[那一页](answers/nothing)。\n`,
  (text) => `${text}\n<script>\n`,
  (text) => text.replace(/\n---\n/, '\nwaivers: [{ rule: claim/source, reason: 来源下周补, until: 2099-12-31 }]\n---\n'),
  (text) => text.replace(/\n---\n/, '\n# 一行注释\n---\n'),
  (text) => text.replace(/\n---\n/, '\nredirectFrom: [/old/]\n---\n'),
  (text, random) => text.slice(0, random(text.length)),
  () => '',
];

test('after any edit a load with memory finds exactly what one without finds', () => {
  const dir = tempDir();
  writeCorpus(dir, { entries: 24, seed: 3 });
  const names = (readdirSync(dir, { recursive: true }) as string[]).filter((name) => /\.\w+$/.test(name) && !name.endsWith('.tmp')).sort();
  const kept = openMemory(dir);
  const random = makeRandom(7);
  const options = { contentDir: dir, today: corpusDay, checkOnly: true };
  loadSite(options, kept);
  for (let round = 0; round < 22; round += 1) {
    const path = join(dir, names[random(names.length)]!);
    const before = readFileSync(path, 'utf8');
    const edit = edits[random(edits.length)]!;
    if (round % 8 === 7) renameSync(path, `${path}.away`);
    else writeFileSync(path, path.endsWith('.mdx') ? edit(before, random) : `${before}\n# 第 ${round} 次`);
    const expected = shown(loadSite(options, blank()));
    assert.deepEqual(shown(loadSite(options, kept)), expected, `${path}, round ${round}, in one process`);
    assert.deepEqual(shown(loadSite(options, openMemory(dir))), expected, `${path}, round ${round}, in another`);
    if (round % 8 === 7) renameSync(`${path}.away`, path);
    // Some edits stay, so that later ones meet them.
    if (round % 3 !== 0) writeFileSync(path, before);
  }
});

for (const checkOnly of [true, false]) {
  test(`a site whose changed files alone are read again is the one that is read whole${checkOnly ? '' : ', with its pages'}`, () => {
    const dir = tempDir();
    writeCorpus(dir, { entries: 24, seed: 4 });
    const names = (readdirSync(dir, { recursive: true }) as string[]).filter((name) => /\.\w+$/.test(name)).sort();
    const random = makeRandom(9);
    const options = { contentDir: dir, today: corpusDay, checkOnly };
    let read = readSite(options, blank());
    const change = (path: string, make: () => void, label: string) => {
      make();
      read = read.reread(new Set([path]), corpusDay);
      const expected = readSite(options, blank());
      assert.deepEqual(shown(read.check()), shown(expected.check()), label);
      if (read.edition) assert.deepEqual(read.edition.site.entries.map(({ ref }) => [read.edition!.inbound(ref), read.edition!.uses(ref), read.edition!.site.relations(ref)]), expected.edition!.site.entries.map(({ ref }) => [expected.edition!.inbound(ref), expected.edition!.uses(ref), expected.edition!.site.relations(ref)]), label);
    };
    for (let round = 0; round < 22; round += 1) {
      const path = join(dir, names[random(names.length)]!);
      const before = readFileSync(path, 'utf8');
      const edit = edits[random(edits.length)]!;
      change(path, () => (round % 8 === 7 ? rmSync(path) : writeFileSync(path, path.endsWith('.mdx') ? edit(before, random) : `${before}\n# 第 ${round} 次`)), `${path}, round ${round}`);
      if (round % 3 !== 0 || round % 8 === 7) change(path, () => writeFileSync(path, before), `${path}, mended in round ${round}`);
    }
  });
}

test('two files that change at once are both read again, and what is mended is no problem any more', () => {
  const contentDir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer(), 'answers/b.mdx': answer((text) => text.replace('title: 接口', 'title: 另一个接口').replace('question: 我', 'question: 手机上我')) });
  const paths = ['a', 'b'].map((slug) => join(contentDir, `answers/${slug}.mdx`));
  const options = { contentDir, today: '2026-06-01' };
  let read = readSite(options, blank());
  const change = (some: readonly string[], from: string, to: string) => {
    for (const path of some) writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
    read = read.reread(new Set(some), '2026-06-01');
    return read.check().problems.filter(({ severity }) => severity === 'error').map(({ file, rule }) => `${file} ${rule}`);
  };
  assert.deepEqual(change(paths, 'category: access', 'category: acces'), ['answers/a.mdx taxonomy/category', 'answers/b.mdx taxonomy/category']);
  assert.deepEqual(change(paths.slice(0, 1), 'category: acces', 'category: access'), ['answers/b.mdx taxonomy/category']);
  assert.deepEqual(change(paths.slice(1), 'category: acces', 'category: access'), []);
});

test('a new term links in bodies that were read before, and a term that is gone no longer does; its page names those bodies alone', () => {
  const dir = copySmallSite();
  const body = () => read.edition!.document(read.edition!.site.entry('answers/overdue')!).html;
  const uses = () => read.edition!.uses('glossary/status');
  let read = readSite({ contentDir: dir, today: '2026-06-01' }, blank());
  const path = join(dir, 'glossary/status.mdx');
  const term = readFileSync(join(dir, 'glossary/base-url.mdx'), 'utf8');
  const name = /[\p{Script=Han}]{4}/u.exec(read.edition!.document(read.edition!.site.entry('answers/overdue')!).text)![0];
  assert.doesNotMatch(body(), /glossary\/status/);
  writeFileSync(path, term.replace(/^title: .*$/m, 'title: 另一个术语是什么').replace(/^term: .*$/m, `term: ${name}`).replace(/^(?:synonyms|abbreviation|english|redirectFrom): .*\n/gm, ''));
  read = read.reread(new Set([path]), '2026-06-01');
  assert.match(body(), /glossary\/status/);
  assert.ok(uses().includes('answers/overdue'));
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^term: .*$/m, 'term: 别的说法'));
  read = read.reread(new Set([path]), '2026-06-01');
  assert.doesNotMatch(body(), /glossary\/status/);
  assert.ok(!uses().includes('answers/overdue'));
});

test('a build gets whole documents, whether bodies were checked before or not', () => {
  const contentDir = copySmallSite();
  const options = { contentDir, today: '2026-06-01' };
  const expected = shown(loadSite(options, blank()));
  loadSite({ ...options, checkOnly: true });
  assert.deepEqual(shown(loadSite(options)), expected);
  assert.deepEqual(shown(loadSite(options)), expected);
});

test('other settings and another day are seen', () => {
  const contentDir = copySmallSite();
  const rules = (today: string) => loadSite({ contentDir, today, checkOnly: true }).problems.map(({ rule }) => rule);
  assert.ok(!rules('2026-01-20').includes('review/overdue'));
  assert.ok(rules('2030-01-01').includes('review/overdue'));
  writeFileSync(join(contentDir, 'posts/claim.mdx'), readFileSync(join(contentDir, 'posts/two-addresses.mdx'), 'utf8').replace(/^title: .*$/m, 'title: 换成流式之后能省多少').replace(/\n---\n\n/, '\n---\n\n平均省下 20 元。\n\n'));
  assert.ok(rules('2026-01-20').includes('claim/source'));
  writeFileSync(join(contentDir, 'site.yaml'), `${readFileSync(join(contentDir, 'site.yaml'), 'utf8')}checks: { claims: [answers] }\n`);
  assert.ok(!rules('2026-01-20').includes('claim/source'));
  rmSync(join(contentDir, 'posts/claim.mdx'));
});
