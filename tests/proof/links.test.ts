/** Links of built pages that lead nowhere. */
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { makeLinkReader } from '#proof/links.ts';
import { buildSite } from '#site/build.ts';
import { buildSmall, today } from '../helpers/build.ts';
import { copySmallSite, tempDir } from '../helpers/content.ts';
import { proveTree } from '../helpers/proof.ts';

type BuiltSmall = Awaited<ReturnType<typeof buildSmall>>;
let built: BuiltSmall;
before(async () => void (built = await buildSmall()));

/** The links that lead nowhere while `more` stands on the page of answers/base-url. */
async function deadLinks(more: string): Promise<string[]> {
  const file = join(built.out, 'answers/base-url/index.html');
  const original = readFileSync(file, 'utf8');
  writeFileSync(file, original.replace('</main>', `${more}</main>`));
  const problems = await proveTree(built.out, built.loaded);
  writeFileSync(file, original);
  return problems.filter(({ rule }) => rule === 'proof/link').map(({ file: page, message }) => `${page} ${message.zh}`);
}

const dead = (address: string) => [`answers/base-url/index.html 这一页的链接“${address}”在建好的站里没有去处。`];

test('what exists is let pass', async () => {
  assert.deepEqual(await deadLinks('<a href="/answers/overdue/">好</a><a href="#top">顶</a><a href="../overdue/">好</a><a href="https://elsewhere.example/x">外</a><a href="https://small.example/console/">同一主机上的别的东西</a><a href="mailto:a@small.example">信</a><img src="/site-icon.svg" alt="标志">'), []);
});

test('a page, a file and a candidate of a picture that are not there', async () => {
  assert.deepEqual(await deadLinks('<a href="/answers/overdu/">x</a>'), dead('/answers/overdu/'));
  assert.deepEqual(await deadLinks('<img class="wide" src="/shot.png" alt="图">'), dead('/shot.png'));
  assert.deepEqual(await deadLinks('<img src="/site-icon.svg" srcset="/site-icon.svg 1x, /site-icon-2.svg 2x" alt="图">'), dead('/site-icon-2.svg'));
});

test('a fragment without an id, on its own page and on another', async () => {
  assert.deepEqual(await deadLinks('<a href="#nothing">x</a>'), dead('#nothing'));
  assert.deepEqual(await deadLinks('<a href="/answers/overdue/#没有">x</a>'), dead('/answers/overdue/#没有'));
  assert.deepEqual(await deadLinks('<h3 id="甲&amp;乙">甲</h3><a href="#%E7%94%B2&amp;%E4%B9%99">x</a><a href="#甲&amp;乙">y</a>'), []);
});

test('an address of another encoding leads nowhere, and a percent sign may stand in an id', async () => {
  assert.deepEqual(await deadLinks('<a href="/%C4%E3/">x</a>'), dead('/%C4%E3/'));
  assert.deepEqual(await deadLinks('<p id="source-50%">源</p><a href="#source-50%25">x</a><a href="/answers/base-url/#source-50%25">y</a><a href="/answers/overdue/#50%25">z</a>'), dead('/answers/overdue/#50%'));
});

test('code that is shown is no link', async () => {
  assert.deepEqual(await deadLinks('<pre>&lt;a href="/nowhere/">x&lt;/a></pre>'), []);
});

test('a page that vanished is missed by those that lead to it', async () => {
  const file = join(built.out, 'site-icon.svg');
  const original = readFileSync(file);
  rmSync(file);
  const problems = await proveTree(built.out, built.loaded);
  writeFileSync(file, original);
  assert.ok(problems.some(({ rule, file: page }) => rule === 'proof/link' && page === 'index.html'));
});

test('a link that comes from the content is told at its place there', async () => {
  const contentDir = copySmallSite();
  const page = join(contentDir, 'answers/base-url.mdx');
  appendFileSync(page, '\n看[空的锚点](/answers/#没有)。\n');
  const line = readFileSync(page, 'utf8').split('\n').length - 1;
  const { problems, differences } = await buildSite({ contentDir, out: join(tempDir(), 'dist'), today });
  assert.deepEqual([...problems, ...differences].filter(({ rule }) => rule === 'proof/link').map(({ file, message, hint }) => [file, message.zh, hint.zh]), [
    ['answers/base-url/index.html', '这一页的链接“/answers/#没有”在建好的站里没有去处。', `它写在内容里的 answers/base-url.mdx:${line}:2：改成站里有的页面、文件或小标题，或删掉这个链接。`],
  ]);
});

test('of a page whose links were read nothing stays in memory but its addresses', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const readLinks = makeLinkReader(built.loaded.edition!.site, () => true);
  const pageBytes = 1_000_000;
  collect();
  const { heapUsed } = process.memoryUsage();
  for (let number = 0; number < 50; number += 1) {
    const page = Buffer.from(`<a href="/answers/read-before-${number}/">链接</a>${'字'.repeat(pageBytes / 2)}`).toString();
    assert.deepEqual(readLinks(`/answers/page-${number}/index.html`, page), { dead: [], fragments: [] });
  }
  collect();
  assert.ok(process.memoryUsage().heapUsed - heapUsed < 10 * pageBytes);
  assert.deepEqual(readLinks('/index.html', '<a href="/#x">').fragments, ['/#x']);
});
