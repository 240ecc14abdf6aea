/** What the build promises of `dist/`: the same bytes every time, whole or untouched, right below any path. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { buildSite } from '#site/build.ts';
import { openStaging } from '#site/publish.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { copySmallSite, smallSite, tempDir } from '../helpers/content.ts';

test('two builds of the same content are byte-identical, on another day too', async () => {
  const first = readTree((await buildSmall()).out);
  const again = readTree((await buildSmall()).out);
  assert.deepEqual(again, first);
  const nextDay = readTree((await buildSmall({ today: '2026-06-02' })).out);
  assert.deepEqual(nextDay, first);
});

test('a day on which an entry falls due changes what shows that entry, and nothing else', async () => {
  const on = async (day: string) => {
    const out = join(tempDir(), 'dist');
    await buildSite({ contentDir: smallSite, out, today: day });
    // Files of the search index are named after their content, and the manifest names them all.
    return new Map([...readTree(out)].filter(([path]) => !path.startsWith('/_search/') && path !== '/dist-manifest.json'));
  };
  const before = await on('2026-01-31');
  const after = await on('2026-02-01');
  const changed = [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  assert.ok(changed.includes('/answers/overdue/index.html') && changed.includes('/answers/overdue.md') && changed.includes('/rss.xml'));
  for (const path of changed) assert.match(after.get(path)!, /已过复核日期|目前已过期|"state":"overdue"/, path);
  assert.deepEqual([...before.keys()], [...after.keys()]);
});

test('a site below a path has right links in every surface', async () => {
  const files = readTree((await buildSmall({ url: 'https://someone.example/docs' })).out);
  for (const [path, text] of files) {
    assert.doesNotMatch(text, /small\.example\/(answers|about|rss|llms|sitemap)/, path);
    if (!path.endsWith('.html')) continue;
    for (const [, address] of text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
      if (address!.startsWith('/')) assert.ok(address!.startsWith('/docs/'), `${path}: ${address}`);
      const local = address!.replace('https://someone.example', '');
      if (!local.startsWith('/docs/')) continue;
      const file = decodeURIComponent(local.slice('/docs'.length).split(/[?#]/)[0]!);
      assert.ok(files.has(file.endsWith('/') ? `${file}index.html` : file), `${path}: ${address}`);
    }
  }
  assert.match(files.get('/robots.txt')!, /^User-agent: \*\nContent-Signal: .+\nDisallow: \/docs\/search\/\n[^]*\n\nSitemap: https:\/\/someone\.example\/docs\/sitemap-index\.xml\n$/);
  assert.match(files.get('/sitemap-0.xml')!, /<loc>https:\/\/someone\.example\/docs\/answers\/base-url\/<\/loc>/);
  assert.match(files.get('/sitemap-index.xml')!, /<loc>https:\/\/someone\.example\/docs\/sitemap-0\.xml<\/loc>/);
  assert.match(files.get('/llms.txt')!, /\(https:\/\/someone\.example\/docs\/answers\/base-url\.md\)/);
});

test('a build whose content has an error writes nothing', async () => {
  const contentDir = copySmallSite();
  const { out } = await buildSmall({ contentDir });
  const before = readTree(out);
  writeFileSync(join(contentDir, 'answers/broken.mdx'), '没有字段的文件');
  const { problems, counts } = await buildSite({ contentDir, out, today });
  assert.equal(counts, undefined);
  assert.deepEqual(problems.map(({ rule }) => rule), ['frontmatter/missing']);
  assert.deepEqual(readTree(out), before);
});

test('a file in public/ where the site makes one itself is a problem that names it, and nothing is written', async () => {
  const contentDir = copySmallSite();
  writeFileSync(join(contentDir, 'public/robots.txt'), 'User-agent: *');
  const out = join(tempDir(), 'dist');
  const { problems, counts } = await buildSite({ contentDir, out, today });
  assert.equal(counts, undefined);
  assert.deepEqual(problems, [{
    file: 'public/robots.txt', line: 1, column: 1, rule: 'file/taken', severity: 'error',
    message: { zh: 'public/robots.txt 的地址已经归生成器自己写的文件所有。', en: 'The address of public/robots.txt belongs to a file that the generator writes.' },
    hint: { zh: '把它改名或删掉；robots.txt、feed 这样的文件由 site.yaml 和内容决定。', en: 'Rename or delete it; site.yaml and the content decide what such files say.' },
  }]);
  assert.deepEqual(readdirSync(join(out, '..')), []);
});

test('so is one that has to be a folder of the site, or a folder that has to be a file, in a first build and in one after an edit', async () => {
  for (const path of ['answers', 'robots.txt/a.txt']) {
    const contentDir = copySmallSite();
    const { out } = await buildSmall({ contentDir });
    const before = readTree(out);
    mkdirSync(dirname(join(contentDir, 'public', path)), { recursive: true });
    writeFileSync(join(contentDir, 'public', path), '不该在这里');
    for (const folder of [out, join(tempDir(), 'dist')]) {
      const { problems, counts } = await buildSite({ contentDir, out: folder, today });
      assert.equal(counts, undefined);
      assert.deepEqual(problems.map(({ file, rule }) => [file, rule]), [[`public/${path}`, 'file/taken']]);
      assert.deepEqual(readdirSync(dirname(folder)), folder === out ? ['dist'] : []);
    }
    assert.deepEqual(readTree(out), before);
  }
});

test('a build that fails half-way leaves the old tree, and nothing beside it', () => {
  const parent = tempDir();
  const out = join(parent, 'dist');
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), '旧');
  const staging = openStaging(out);
  staging.write('/index.html', '新');
  assert.throws(() => staging.write('/index.html', '又一个'), /Two files want to be \/index\.html/);
  staging.discard();
  assert.deepEqual(readdirSync(parent), ['dist']);
  assert.equal(readTree(out).get('/index.html'), '旧');
});

test('what a killed build left is put right by the next one', () => {
  const parent = tempDir();
  const out = join(parent, 'dist');
  const { pid: gone } = spawnSync('true');
  mkdirSync(join(parent, `.dist.next-${gone}`));
  mkdirSync(join(parent, `.dist.old-${gone}`));
  writeFileSync(join(parent, `.dist.old-${gone}`, 'index.html'), '旧');
  openStaging(out).discard();
  assert.deepEqual(readdirSync(parent), ['dist']);
  assert.equal(readTree(out).get('/index.html'), '旧');
});

test('a second build into the same folder is refused while the first one runs', (t) => {
  const parent = tempDir();
  const running = spawn(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
  t.after(() => running.kill());
  mkdirSync(join(parent, `.dist.next-${running.pid}`));
  assert.throws(() => openStaging(join(parent, 'dist')), { message: `Another build is writing to ${join(parent, 'dist')} right now. Wait until it ends, or give this one another --out.` });
});

test('a build that is killed leaves the old tree as it was', async () => {
  const out = join(tempDir(), 'dist');
  await buildSmall({ out });
  const before = readTree(out);
  const contentDir = copySmallSite();
  rmSync(join(contentDir, 'posts'), { recursive: true });
  for (const stage of ['pages', 'outputs', 'publish']) {
    const script = `
      import { buildSite } from '#site/build.ts';
      await buildSite({ contentDir: ${JSON.stringify(contentDir)}, out: ${JSON.stringify(out)}, today: '${today}', onStage: (stage) => stage === '${stage}' && process.kill(process.pid, 'SIGKILL') });
    `;
    const { signal } = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', script], { cwd: join(import.meta.dirname, '../..') });
    assert.equal(signal, 'SIGKILL');
    assert.deepEqual(readTree(out), before, stage);
  }
  await buildSmall({ out });
  assert.deepEqual(readdirSync(join(out, '..')), ['dist']);
  assert.ok(existsSync(join(out, 'index.html')));
});
