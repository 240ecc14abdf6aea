/** Four machines, each with a share of the entries, and a fifth that merges: the site of one machine, byte for byte. */
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { before, test } from 'node:test';
import { isInShare } from '#site/shards.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { readTree } from '../helpers/build.ts';
import { makeCache, runLede, startLede, type Ran } from '../helpers/command.ts';
import { answer, tempDir } from '../helpers/content.ts';
import { runScript, scriptOf } from '../helpers/pipelines.ts';

const count = 4;
const numbers = [1, 2, 3, 4];
const dir = tempDir();
const content = join(dir, 'content');
const whole = join(dir, 'whole');
const cache = makeCache();
const shares = numbers.map((number) => join(dir, 'shares', String(number)));
const common = ['--content', content];

before(async () => {
  writeCorpus(content, { entries: 40, seed: 3 });
  rewrite(join(content, 'site.yaml'), (text) => `${text}\nsocial: { pictures: true }\n`);
  for (const number of numbers) assertDone(await runScript(['bash', '-euc'], scriptOf('share', 'Build the share'), dir, { SHARE: String(number), SHARES: String(count), LEDE_CACHE: makeCache() }));
  await succeed(['build', ...common, '--out', whole], cache);
});

test('merged shares are the site that one machine builds, proven, with nothing beside it', async () => {
  const out = join(dir, 'dist');
  assertDone(await runScript(['bash', '-euc'], scriptOf('merge', 'Merge the shares'), dir, { LEDE_CACHE: makeCache() }));
  assertSameTree(out);
  assert.equal(await runLede(['prove', '--out', out, ...common], { LEDE_CACHE: cache }).then(({ status }) => status), 0);
  assert.deepEqual(readdirSync(dir).sort(), ['content', 'dist', 'shares', 'whole']);
});

test('what shares made is taken over and not made again, and the shares stay as they are', async () => {
  const out = join(dir, 'dist');
  const pages = shares.flatMap((path) => [...readTree(path).keys()].filter((name) => name.endsWith('.html')).map((name) => [join(path, name), join(out, name)] as const));
  assert.equal(pages.length, 40);
  for (const [from, to] of pages) assert.equal(statSync(to).ino, statSync(from).ino, to);
});

test('merging again over the site, and building over it, changes nothing', async () => {
  const out = join(dir, 'dist');
  await succeed(['merge', ...shares, '--out', out, ...common], cache);
  assertSameTree(out);
  await succeed(['build', ...common, '--out', out], cache);
  assertSameTree(out);
});

test('shares that were copied, with other times and in another order, are merged over another tree', async () => {
  const out = join(dir, 'over');
  mkdirSync(join(out, 'robots.txt'), { recursive: true });
  writeFileSync(join(out, 'answers'), 'a file where a folder must be');
  writeFileSync(join(out, 'left.html'), 'of another site');
  writeFileSync(join(out, 'dist-manifest.json'), 'by which it is known as a site');
  const copies = shares.map((path) => join(tempDir(), basename(path)));
  for (const [index, path] of shares.entries()) cpSync(path, copies[index]!, { recursive: true, preserveTimestamps: false });
  await succeed(['merge', ...copies.reverse(), '--out', out, ...common], cache);
  assertSameTree(out);
});

test('every entry is in one share, with its page and its twin, and stays there when another comes', async () => {
  const paths = shares.map((path) => [...readTree(path).keys()].filter((name) => name !== '/lede-shard.state'));
  assert.equal(new Set(paths.flat()).size, paths.flat().length);
  assert.deepEqual(paths.flat().filter((name) => !/\.(?:html|md)$/.test(name)), []);
  assert.ok(paths.every((list) => list.length > 0));
  const more = join(tempDir(), 'content');
  cpSync(content, more, { recursive: true });
  writeFileSync(join(more, 'answers/brand-new.mdx'), answer());
  const owner = numbers.find((number) => isInShare('/answers/brand-new/', { number, count }))!;
  for (const number of numbers.filter((other) => other === owner || other === (owner % count) + 1)) {
    const out = join(tempDir(), 'share');
    await succeed(['build', '--shard', `${number}/${count}`, '--out', out, '--content', more], cache);
    const now = [...readTree(out).keys()].filter((name) => name !== '/lede-shard.state');
    assert.deepEqual(now.filter((name) => !paths[number - 1]!.includes(name)), number === owner ? ['/answers/brand-new.md', '/answers/brand-new/index.html'] : []);
    assert.deepEqual(paths[number - 1]!.filter((name) => !now.includes(name)), []);
  }
});

test('shares of another day or of other contents give the site of the merge all the same', async () => {
  const other = join(tempDir(), 'content');
  cpSync(content, other, { recursive: true });
  const changed = readdirSync(join(other, 'answers')).filter((name) => name.endsWith('.mdx')).map((name) => join(other, 'answers', name));
  for (const file of changed) rewrite(file, (text) => text.replace(/\ntitle: (.{4,12}).*\n/, '\ntitle: $1（旧）\n'));
  const old = join(tempDir(), 'share');
  await succeed(['build', '--shard', '2/4', '--out', old, '--content', other, '--today', '2026-06-02'], cache);
  const out = join(dir, 'mended');
  await succeed(['merge', shares[0]!, old, shares[2]!, shares[3]!, '--out', out, ...common], cache);
  assertSameTree(out);
});

test('shares that are no whole are refused with what to type, and nothing is written', async () => {
  const out = join(tempDir(), 'dist');
  const refuse = async (...list: string[]) => {
    const { status, stderr } = await runLede(['merge', ...list, '--out', out, ...common], { LEDE_CACHE: cache });
    assert.deepEqual({ status, beside: readdirSync(dirname(out)) }, { status: 2, beside: [] });
    return stderr.trim();
  };
  const [one, two, three, four] = shares as [string, string, string, string];
  assert.equal(await refuse(one, two, four), 'Share 3 of 4 is missing among the 3 folders. Build it with "lede build --shard 3/4" and name its folder too.');
  assert.equal(await refuse(one, two, three, four, two), 'Share 2 of 4 is there twice. Name each share once.');
  assert.equal(await refuse(one, whole, three, four), `${whole} holds no share of a site. Make it with "lede build --shard 1/4 --out ${whole}".`);
  const other = join(tempDir(), 'other');
  await succeed(['build', '--shard', '4/4', '--out', other, '--site', 'https://other.example', ...common], cache);
  assert.equal(await refuse(one, two, three, other), `${other} and ${one} are not of one build: code, settings or number of shares differ. Build all shares from the same commit with the same options.`);
  const damaged = join(tempDir(), 'damaged');
  cpSync(two, damaged, { recursive: true });
  const file = join(damaged, [...readTree(damaged).keys()].find((name) => name.endsWith('.html'))!);
  rewrite(file, (text) => text.replace('</title>', '!</title>'));
  assert.equal(await refuse(one, damaged, three, four), `${file} is not as it was built. Copy the folder again, or build that share again.`);
  rmSync(file);
  assert.equal(await refuse(one, damaged, three, four), `${file} is not as it was built. Copy the folder again, or build that share again.`);
  rewrite(join(damaged, 'lede-shard.state'), (text) => text.slice(0, -9));
  assert.match(await refuse(one, damaged, three, four), /holds no share of a site\./);
});

test('a share that is killed while it is published is built again, and whole from then on', async () => {
  for (const stage of ['Preparing templates', 'Publishing']) {
    const out = join(tempDir(), 'share');
    const args = ['build', '--shard', '2/4', '--out', out];
    cpSync(shares[1]!, out, { recursive: true, preserveTimestamps: true });
    const other = join(tempDir(), 'content');
    cpSync(content, other, { recursive: true });
    for (const name of readdirSync(join(other, 'answers'))) rewrite(join(other, 'answers', name), (text) => `${text}\n补上一句话。\n`);
    const running = startLede([...args, '--content', other], { LEDE_CACHE: cache });
    for await (const line of createInterface({ input: running.stdout })) if (line.startsWith(stage)) running.kill('SIGKILL');
    assert.ok(existsSync(join(out, 'lede-shard.state')), stage);
    await succeed([...args, ...common], cache);
    assert.deepEqual(readdirSync(dirname(out)), ['share']);
    for (const [path, text] of readTree(out)) if (path !== '/lede-shard.state') assert.equal(text, readFileSync(join(whole, path), 'utf8'), path);
  }
});

test('a share whose state was damaged where it lies is built again', async () => {
  const out = join(tempDir(), 'share');
  const args = ['build', '--shard', '2/4', '--out', out, ...common];
  await succeed(args, cache);
  const state = join(out, 'lede-shard.state');
  rewrite(state, (text) => text.slice(0, -9));
  await succeed(args, cache);
  await succeed(['merge', shares[0]!, out, shares[2]!, shares[3]!, '--out', join(dirname(out), 'dist'), ...common], cache);
});

test('a share that is none is refused', async () => {
  for (const wrong of ['0/4', '5/4', '3', '1/0', 'a/b']) {
    const { status, stderr } = await runLede(['build', '--shard', wrong, ...common]);
    assert.deepEqual({ status, stderr }, { status: 2, stderr: `error: option '--shard <share>' argument '${wrong}' is invalid. Write which share of how many, such as 3/8.\n` });
  }
});

async function succeed(args: readonly string[], LEDE_CACHE: string): Promise<void> {
  assertDone(await runLede(args, { LEDE_CACHE }));
}

function assertDone({ status, stdout, stderr }: Ran): void {
  assert.equal(status, 0, stdout + stderr);
}

function assertSameTree(out: string): void {
  const [found, wanted] = [readTree(out), readTree(whole)];
  assert.deepEqual([...found.keys()], [...wanted.keys()]);
  for (const [path, text] of wanted) assert.equal(found.get(path), text, path);
}

function rewrite(file: string, make: (text: string) => string): void {
  writeFileSync(file, make(readFileSync(file, 'utf8')));
}
