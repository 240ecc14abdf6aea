/** After any edit, what an incremental build leaves is what a clean build makes, byte for byte. */
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { buildSite } from '#site/build.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { readTree } from '../helpers/build.ts';
import { tempDir } from '../helpers/content.ts';

const today = '2026-11-20';

/** One edit of a content folder: what to do, to which entry, with what. */
type Edit = [kind: keyof typeof edits, entry: number, seed: number];

const edits = {
  body: change((text, seed) => text.replace(/\n## /, `\n第 ${seed} 次修订补上的一段话。\n\n## `)),
  shortAnswer: change((text, seed) => text.replace(/\nshortAnswer: (.{20})/, `\nshortAnswer: 第 ${seed} 版，$1`)),
  title: change((text, seed) => text.replace(/\ntitle: (.{4,12}).*\n/, `\ntitle: $1（${seed}）\n`)),
  updated: change((text, seed) => text.replace(/\nupdated: ('?)\d{4}-\d\d-\d\d/, `\nupdated: $12026-11-${String(1 + (seed % 9)).padStart(2, '0')}`)),
  category: change((text, seed) => text.replace(/\ncategory: \w+/, `\ncategory: ${['access', 'errors', 'billing', 'limits'][seed % 4]}`)),
  link: change((text, seed) => `${text}\n\n另见[那一页](answers/a-0000${seed % 2})。\n`),
  redirect: change((text, seed) => text.replace(/\npublished:/, `\nredirectFrom:\n  - /old/${seed}/\npublished:`)),
  term: change((text, seed) => text.replace(/\nterm: .*\n/, `\nterm: ${['请求编号', '限流', '密钥', '并发'][seed % 4]}\n`)),
  draft: change((text) => text.replace(/\npublished:/, '\ndraft: true\npublished:')),
  remove: (file: string) => rmSync(file),
  rename: (file: string, seed: number) => renameSync(file, file.replace(/([^/]+)\.mdx$/, `$1-n${seed}.mdx`)),
  settings: (file: string, seed: number) => rewrite(join(file, '../../site.yaml'), (text) => text.replace(/\ndescription: .*\n/, `\ndescription: 第 ${seed} 次改写的一句话介绍，说明这个站回答什么。\n`)),
  label: (file: string, seed: number) => rewrite(join(file, '../../site.yaml'), (text) => text.replace(/label: ([^\n,}]+)/, `label: 栏目${seed}`)),
};

test('after random edits an incremental build and a clean build are the same', async () => {
  const base = tempDir();
  writeCorpus(base, { entries: 60, seed: 7 });
  const edit = fc.tuple(fc.constantFrom(...Object.keys(edits) as Edit[0][]), fc.nat(59), fc.nat(99));
  const work = join(tempDir(), 'content');
  const out = join(tempDir(), 'dist');
  const clean = join(tempDir(), 'dist');
  let unsound = 0;
  for (const sequence of fc.sample(fc.array(edit, { minLength: 1, maxLength: 3 }), { numRuns: Number(process.env['RUNS'] ?? 20), seed: 1 })) {
    rmSync(work, { recursive: true, force: true });
    cpSync(base, work, { recursive: true });
    for (const [kind, entry, seed] of sequence) {
      const files = entriesOf(work);
      edits[kind](files[entry % files.length]!, seed);
    }
    const { problems, differences, counts } = await buildSite({ contentDir: work, out, today });
    assert.deepEqual(differences, [], JSON.stringify(sequence));
    if (!counts) {
      assert.ok(problems.some(({ severity }) => severity === 'error'), JSON.stringify(sequence));
      unsound += 1;
      continue;
    }
    rmSync(clean, { recursive: true, force: true });
    await buildSite({ contentDir: work, out: clean, today });
    const [now, wanted] = [readTree(out), readTree(clean)];
    assert.deepEqual([...now.keys()], [...wanted.keys()], JSON.stringify(sequence));
    for (const [path, text] of wanted) assert.equal(now.get(path), text, `${path} after ${JSON.stringify(sequence)}`);
  }
  console.log({ unsound });
});

function change(make: (text: string, seed: number) => string) {
  return (file: string, seed: number) => rewrite(file, (text) => make(text, seed));
}

function rewrite(file: string, make: (text: string) => string): void {
  writeFileSync(file, make(readFileSync(file, 'utf8')));
}

function entriesOf(dir: string): string[] {
  return (readdirSync(dir, { recursive: true }) as string[]).filter((name) => name.endsWith('.mdx') && !name.startsWith('pages/')).sort().map((name) => join(dir, name));
}
