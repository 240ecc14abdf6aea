/** A build where nothing changed says what the last one said and does nothing; whatever may change the tree makes it build. */
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { BuildOptions } from '#site/build.ts';
import { buildFolder } from '#site/project.ts';
import { renewSite, type Said } from '#site/renew.ts';
import { readTree, today } from '../helpers/build.ts';
import { copySmallSite, tempDir } from '../helpers/content.ts';

const contentDir = copySmallSite();
const out = join(tempDir(), 'dist');
const entry = join(contentDir, 'answers/base-url.mdx');
const page = join(out, 'answers/base-url/index.html');

/** So far ahead that no file counts as changed just now. */
const later = () => Date.now() + 3_600_000;

/** What a build says, and whether it did anything. */
async function renew(options: Partial<BuildOptions> = {}, now = later): Promise<{ said: Said; isBuilt: boolean }> {
  let isBuilt = false;
  const said = await renewSite({ contentDir, out, today, ...options, onStage: () => (isBuilt = true) }, now);
  return { said, isBuilt };
}

test('where nothing changed, the same is said again, warnings too, and nothing is done', async () => {
  writeFileSync(entry, readFileSync(entry, 'utf8').replace('\n---\n\n', '\n---\n\n他说：“这样，可以 。”\n\n'));
  const first = await renew();
  assert.ok(first.isBuilt);
  assert.notDeepEqual(first.said.problems, []);
  const tree = readTree(out);
  assert.deepEqual(await renew(), { said: first.said, isBuilt: false });
  assert.deepEqual(readTree(out), tree);
});

const asset = join(contentDir, 'public/new.txt');
const changes: Record<string, { change?: () => void; options?: Partial<BuildOptions> }> = {
  'an edit': { change: () => writeFileSync(entry, readFileSync(entry, 'utf8').replace('可以', '也行')) },
  'an edit that keeps size and time': { change: () => keepingTime(entry, () => writeFileSync(entry, readFileSync(entry, 'utf8').replace('也行', '可以'))) },
  'a touch': { change: () => utimesSync(entry, 1_700_000_001, 1_700_000_001) },
  'a new file in public/': { change: () => writeFileSync(asset, '一') },
  'another name for it': { change: () => renameSync(asset, `${asset}.md`) },
  'a file in public/ that is gone': { change: () => rmSync(`${asset}.md`) },
  'an empty folder that is no kind': { change: () => mkdirSync(join(contentDir, 'answer')) },
  'that folder gone': { change: () => rmSync(join(contentDir, 'answer'), { recursive: true }) },
  'a page deleted': { change: () => rmSync(page) },
  'a page changed': { change: () => writeFileSync(page, `${readFileSync(page, 'utf8')} `) },
  'a stray file in the tree': { change: () => writeFileSync(join(out, 'stray.html'), '') },
  'a stray file below a page': { change: () => writeFileSync(join(out, 'answers/base-url/stray.html'), '') },
  'the tree gone': { change: () => rmSync(out, { recursive: true }) },
  'the tree copied': { change: () => cpSync(out, `${out}-copy`, { recursive: true }), options: { out: `${out}-copy` } },
  'another address': { options: { url: 'https://example.org/docs' } },
  'another day': { options: { today: '2027-06-01' } },
  'compressed files': { options: { compress: true } },
};

for (const [name, { change, options }] of Object.entries(changes)) {
  test(`${name}: it is built`, async () => {
    change?.();
    assert.ok((await renew(options)).isBuilt);
    await renew(); // back to what the next one starts from
    assert.ok(!(await renew()).isBuilt);
  });
}

test('a day on which an entry falls due changes the tree, and the day before builds the former one again', async () => {
  const tree = readTree(out);
  await renew({ today: '2027-06-01' });
  assert.notDeepEqual(readTree(out), tree);
  assert.ok((await renew()).isBuilt);
  assert.deepEqual(readTree(out), tree);
});

test('what was changed just now, and what stands behind a link to a folder, is never taken for unchanged', async () => {
  writeFileSync(asset, '二');
  const soon = () => statSync(asset).mtimeMs + 1000;
  assert.ok((await renew({}, soon)).isBuilt);
  assert.ok((await renew({}, soon)).isBuilt);
  rmSync(asset);
  symlinkSync(tempDir(), join(contentDir, 'public/elsewhere'));
  assert.ok((await renew()).isBuilt);
  assert.ok((await renew()).isBuilt);
  rmSync(join(contentDir, 'public/elsewhere'));
});

test('a link that leads to itself is a problem, and no failure', async () => {
  const link = join(contentDir, 'public/round.txt');
  symlinkSync('round.txt', link);
  assert.deepEqual((await renew()).said.problems.filter(({ severity }) => severity === 'error').map(({ file, rule }) => `${file} ${rule}`), ['public/round.txt file/outside']);
  rmSync(link);
});

test('a build with errors is never taken for done', async () => {
  const text = readFileSync(entry, 'utf8');
  writeFileSync(entry, '');
  const first = await renew();
  assert.equal(first.said.counts, undefined);
  assert.deepEqual(await renew(), first);
  writeFileSync(entry, text);
  assert.ok((await renew()).said.counts);
});

function keepingTime(file: string, change: () => void): void {
  const { atime, mtime } = statSync(file);
  change();
  utimesSync(file, atime, mtime);
}

test('a seal of which a byte is damaged counts for nothing', async () => {
  const { said } = await renew();
  const file = join(buildFolder(out), 'seal');
  const seal = readFileSync(file, 'latin1');
  for (const [from, to] of [['"entries":7', '"entries":9'], ['"said"', '"sait"'], ['"paths"', '"path5"']] as const) {
    writeFileSync(file, seal.replace(from, to), 'latin1');
    assert.deepEqual(await renew(), { said, isBuilt: true }, from);
  }
});
