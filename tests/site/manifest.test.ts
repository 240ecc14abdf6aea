/** The list of files of a build, and what two of them tell. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { diffManifests, readManifest } from '#site/manifest.ts';
import { buildSmall, readTree } from '../helpers/build.ts';
import { copySmallSite, tempDir } from '../helpers/content.ts';

const launcher = join(import.meta.dirname, '../../src/cli/lede.js');

test('the manifest names every file of the tree but itself, with its hash, size and type', async () => {
  const { out } = await buildSmall();
  const { files } = readManifest(out)!;
  assert.deepEqual(files.map(({ path }) => path).sort(), [...readTree(out).keys()].filter((path) => path !== '/dist-manifest.json').sort());
  for (const { path, hash, size } of files) {
    const bytes = readFileSync(join(out, path));
    assert.deepEqual({ hash, size }, { hash: createHash('sha256').update(bytes).digest('hex').slice(0, 32), size: bytes.length }, path);
  }
  assert.equal(files.find(({ path }) => path === '/answers/base-url.md')!.type, 'text/markdown; charset=utf-8');
});

test('two manifests tell what was added, changed and removed', () => {
  const manifest = (files: Record<string, string>) => ({ version: 1 as const, files: Object.entries(files).map(([path, hash]) => ({ path, hash, size: 1, type: 'text/html' })) });
  assert.deepEqual(diffManifests(manifest({ '/甲': '1', '/乙': '1', '/丙': '1' }), manifest({ '/乙': '2', '/丙': '1', '/丁': '1' })), { added: ['/丁'], changed: ['/乙'], removed: ['/甲'] });
});

test('lede diff prints what one edited page changes, and says what is no build', async () => {
  const contentDir = copySmallSite();
  const { out: old } = await buildSmall({ contentDir });
  const file = join(contentDir, 'pages/about.mdx');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n多出来的一段话。\n`);
  const { out } = await buildSmall({ contentDir });
  const diff = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, 'diff', '--lang', 'zh', ...args], { encoding: 'utf8' });
    return { status, lines: stdout.split('\n').filter((line) => !line.includes(' /_search/') && !/^新增 \d+ 个，改动 \d+ 个，删去 \d+ 个。$/.test(line)), stderr };
  };
  assert.deepEqual(diff(old, join(out, 'dist-manifest.json')), { status: 0, lines: ['~ /about.md', '~ /about/index.html', '~ /llms-full.txt', ''], stderr: '' });
  const empty = tempDir();
  assert.deepEqual(diff(old, empty), { status: 2, lines: [''], stderr: `${empty} 既不是生成好的网站，也不是它的 dist-manifest.json。用 lede build 生成它，或写随它而来的那个文件。\n` });
});
