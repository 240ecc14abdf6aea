/** The proof after an edit misses nothing that the whole proof finds, whatever a build wrote, and whatever it forgot to write. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import fc from 'fast-check';
import type { Proven } from '#proof/proven.ts';
import { buildSite } from '#site/build.ts';
import type { Loaded } from '#site/load.ts';
import { readTree, today } from '../helpers/build.ts';
import { copySmallSite, tempDir } from '../helpers/content.ts';
import { proofOf, proveAll, treeOf } from '../helpers/proof.ts';

const runs = Number(process.env['RUNS'] ?? 100);

type Texts = ReadonlyMap<string, string>;

interface Version {
  texts: Texts;
  loaded: Loaded;
}

let contentDir: string;
let first: Version;
let proven: Proven;

before(async () => {
  contentDir = copySmallSite();
  first = await build();
  const proof = proofOf(treeOf(first.texts), first.loaded);
  proven = JSON.parse(JSON.stringify(proof.conclude([proof.read()]).proven())) as Proven;
});

async function build(): Promise<Version> {
  const out = join(tempDir(), 'dist');
  const { loaded, counts } = await buildSite({ contentDir, out, today });
  assert.ok(counts, JSON.stringify(loaded.problems));
  const texts = readTree(out);
  texts.delete('/dist-manifest.json'); // it comes after the proof
  return { texts, loaded };
}

/** Both proofs of `texts`, which came after the first version. Short files are read by stretches too. */
function compareProofs(texts: Texts, loaded: Loaded, said: string): number {
  const written = new Set([...texts].flatMap(([path, text]) => (first.texts.get(path) === text ? [] : [path])));
  const whole = proveAll(treeOf(texts), loaded);
  const since = proofOf(treeOf(texts), loaded).since({ proven, before: treeOf(first.texts), isIntact: () => true, written, short: 0 });
  assert.deepEqual(since.differences, whole, said);
  if (whole.length === 0) {
    const proof = proofOf(treeOf(texts), loaded);
    assert.deepEqual(inOrder(since.proven()), inOrder(proof.conclude([proof.read()]).proven()), said);
  }
  return whole.length;
}

function inOrder({ subjects, speaks, fragments, drafts }: Proven) {
  return JSON.parse(JSON.stringify({ subjects, speaks: [...speaks].sort(), fragments: [...fragments].sort(), drafts })) as unknown;
}

/** Ways to spoil one file, each at a place that `seed` chooses. */
const spoilings: Record<string, (text: string, seed: number) => string> = {
  'a line lost': (text, seed) => onLines(text, (lines) => lines.toSpliced(seed % lines.length, 1)),
  'a line twice': (text, seed) => onLines(text, (lines) => lines.toSpliced(seed % lines.length, 0, lines[seed % lines.length]!)),
  'a line elsewhere': (text, seed) => onLines(text, (lines) => {
    const [line] = lines.splice(seed % lines.length, 1);
    return lines.toSpliced((seed * 7) % (lines.length + 1), 0, line!);
  }),
  'a stretch lost': (text, seed) => text.slice(0, seed % text.length) + text.slice((seed % text.length) + (seed % 90)),
  'a stretch twice': (text, seed) => text.slice(0, (seed % text.length) + (seed % 400)) + text.slice(seed % text.length),
  'another digit': (text, seed) => replaceNth(text, /\d/g, seed, (digit) => String((Number(digit) + 1) % 10)),
  'another word': (text, seed) => replaceNth(text, /\p{Script=Han}{2}/gu, seed, () => '别的'),
  'another address': (text, seed) => replaceNth(text, /answers\/base-url/g, seed, () => 'answers/overdue'),
};

function onLines(text: string, change: (lines: string[]) => string[]): string {
  return change(text.split('\n')).join('\n');
}

function replaceNth(text: string, pattern: RegExp, seed: number, change: (found: string) => string): string {
  const count = text.match(pattern)?.length ?? 0;
  let index = 0;
  return text.replace(pattern, (found) => (index++ === seed % count ? change(found) : found));
}

test('whatever stands in one file, what the whole proof finds is found', () => {
  const files = [...first.texts.keys()].filter((path) => /\.(txt|json|xml|md)$|_redirects$|\/index\.html$/.test(path) && !/^\/(_search|schemas)\//.test(path));
  let found = 0;
  for (const [path, what, seed] of fc.sample(fc.tuple(fc.constantFrom(...files), fc.constantFrom(...Object.keys(spoilings)), fc.nat(100_000)), { numRuns: runs, seed: 3 })) {
    const text = first.texts.get(path)!;
    found += Number(compareProofs(new Map(first.texts).set(path, spoilings[what]!(text, seed)), first.loaded, `${path}: ${what} ${seed}`) > 0);
  }
  assert.ok(found > runs / 6, `${found} of ${runs} spoilt`);
});


/** Edits of the content: which file, and what it becomes; undefined deletes it. */
const contentEdits: [what: string, file: string, change: (text: string) => string | undefined][] = [
  ['a body', 'answers/base-url.mdx', (text) => `${text}\n补上的一段话。\n`],
  ['a title', 'answers/overdue.mdx', (text) => text.replace(/\ntitle: .*/, '\ntitle: 换过的标题是什么？')],
  ['a short answer', 'answers/base-url.mdx', (text) => text.replace(/\nshortAnswer: /, '\nshortAnswer: 换过的开头，')],
  ['dates', 'posts/two-addresses.mdx', (text) => text.replace(/\nupdated: .*/, '\nupdated: 2026-05-20')],
  ['the name of the site', 'site.yaml', (text) => text.replace(/^name: .*/m, 'name: 大站')],
  ['an entry that is taken back', 'posts/two-addresses.mdx', (text) => text.replace('\npublished:', '\ndraft: true\npublished:')],
];

for (const [what, name, change] of contentEdits) {
  test(`after another version of ${what}, a file that was not written, lost or left is missed as by the whole proof`, async () => {
    const file = join(contentDir, name);
    const original = readFileSync(file, 'utf8');
    const edited = change(original);
    if (edited === undefined) rmSync(file);
    else writeFileSync(file, edited);
    try {
      const { texts, loaded } = await build();
      assert.equal(compareProofs(texts, loaded, what), 0);
      let found = 0;
      for (const path of new Set([...texts.keys(), ...first.texts.keys()])) {
        const [then, now] = [first.texts.get(path), texts.get(path)];
        if (then === now || path.startsWith('/_search/')) continue;
        const wrong = new Map(texts);
        if (then === undefined) wrong.delete(path);
        else wrong.set(path, then);
        found += compareProofs(wrong, loaded, `${what}: ${path}`);
      }
      assert.ok(found > 0);
    } finally {
      writeFileSync(file, original);
    }
  });
}

test('a place that another page leads to, and that goes away', () => {
  const [from, to] = ['/answers/base-url/index.html', '/answers/overdue/index.html'];
  const add = (path: string, more: string) => first.texts.get(path)!.replace('</main>', `${more}</main>`);
  const texts = new Map(first.texts).set(from, add(from, '<a href="/answers/overdue/#place">x</a>')).set(to, add(to, '<p id="place">x</p>'));
  const proof = proofOf(treeOf(texts), first.loaded);
  const { differences, proven: provenThen } = proof.conclude([proof.read()]);
  assert.deepEqual(differences, []);
  const since = (now: Texts, written: string[]) => proofOf(treeOf(now), first.loaded).since({ proven: provenThen(), before: treeOf(texts), isIntact: () => true, written: new Set(written) }).differences;
  assert.deepEqual(since(new Map(texts).set(to, first.texts.get(to)!), [to]), [{ rule: 'link', file: from, surface: 'links', field: 'links', found: '/answers/overdue/#place' }]);
  assert.deepEqual(since(new Map(texts).set(to, first.texts.get(to)!).set(from, first.texts.get(from)!), [from, to]), []);
});

test('a page at an old path that somebody deleted is written again', async () => {
  const dir = copySmallSite();
  const out = join(tempDir(), 'dist');
  const page = join(out, 'old/base-url/index.html');
  await buildSite({ contentDir: dir, out, today });
  rmSync(page);
  assert.deepEqual((await buildSite({ contentDir: dir, out, today })).differences, []);
  assert.match(readFileSync(page, 'utf8'), /refresh/);
});
