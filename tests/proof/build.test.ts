/** The proof as the last step of a build, and as a command. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { buildSite } from '#site/build.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { copySmallSite, smallSite, tempDir } from '../helpers/content.ts';
import { proveAll } from '../helpers/proof.ts';

const launcher = join(import.meta.dirname, '../../src/cli/lede.js');

test('a build whose surfaces disagree publishes nothing', async () => {
  const { out } = await buildSmall();
  rmSync(join(out, 'answers/rss.xml')); // so that it is made again
  const before = readTree(out);
  const spoilStaged = (stage: string) => {
    if (stage !== 'proof') return;
    const staged = readdirSync(dirname(out)).find((name) => name.startsWith('.dist.next-'))!;
    const file = join(dirname(out), staged, 'answers/rss.xml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('<description>返回 401', '<description>返回 403'));
  };
  const { counts, problems, differences } = await buildSite({ contentDir: smallSite, out, today, onStage: spoilStaged });
  assert.equal(counts, undefined);
  assert.deepEqual(problems, []);
  assert.deepEqual(differences.map(({ file, rule }) => `${file} ${rule}`), ['answers/rss.xml proof/value']);
  assert.deepEqual(readTree(out), before);
  assert.deepEqual(readdirSync(dirname(out)), ['dist']);
});

test('a site below a path agrees, and so does one in English', async () => {
  const contentDir = copySmallSite();
  edit(contentDir, 'site.yaml', (text) => text.replace('language: zh-CN', 'language: en'));
  const { differences } = await buildSite({ contentDir, out: join(tempDir(), 'dist'), today, url: 'https://someone.example/docs' });
  assert.deepEqual(differences, []);
});

test('a site below a path with parentheses, which addresses have encoded, agrees', async () => {
  const { differences } = await buildSite({ contentDir: smallSite, out: join(tempDir(), 'dist'), today, url: 'https://small.example/文档(二)' });
  assert.deepEqual(differences, []);
});

test('a site that asks search engines or AI to stay away has fewer surfaces, and they agree', async () => {
  const contentDir = copySmallSite();
  edit(contentDir, 'site.yaml', (text) => text.replace('ai: {', 'ai: { search: deny, answers: deny,'));
  const out = join(tempDir(), 'dist');
  const { differences, counts } = await buildSite({ contentDir, out, today });
  assert.deepEqual(differences, []);
  assert.equal(counts?.entries, 7);
  assert.deepEqual(readdirSync(out).filter((name) => /^(llms|answers\.json|questions\.json|sitemap)/.test(name)), []);
  assert.doesNotMatch(readFileSync(join(out, 'for-machines.md'), 'utf8'), /answers\.json|questions\.json|llms/);
});

test('texts full of what some format takes for syntax are the same on every surface', async () => {
  const contentDir = copySmallSite();
  const hostile = `a < b && c > d ]]> &amp; [x] (y) {z} 'q' "r" \\_ * # | ~ 1. </p 😀 עברית`;
  edit(contentDir, 'site.yaml', (text) => text.replace(/^name: .*/m, 'name: 小站 <svg> <nav x'));
  edit(contentDir, 'answers/overdue.mdx', (text) => text
    .replace(/^title: .*$/m, () => `title: ${JSON.stringify(`标题：${hostile}`)}`)
    .replace(/^shortAnswer: /m, () => `shortAnswer: ${hostile.replace(/[:#{}[\]]/g, '')}`)
    .replace('[状态码是 403 或 429。]', () => JSON.stringify([`${hostile} \`code\` 其他情况。`, '- 另一种'])));
  const { problems, differences } = await buildSite({ contentDir, out: join(tempDir(), 'dist'), today });
  assert.deepEqual(problems.filter(({ severity }) => severity === 'error'), []);
  assert.deepEqual(differences, []);
});

test('a short answer may begin with the words of the warning that an entry is overdue, whether it is or not', async () => {
  const contentDir = copySmallSite();
  for (const path of ['answers/overdue.mdx', 'answers/base-url.mdx']) edit(contentDir, path, (text) => text.replace(/^shortAnswer: (.*)$/m, (_, answer: string) => `shortAnswer: ${JSON.stringify(`已过复核日期 (2026-01-02)：${answer}`)}`));
  const out = join(tempDir(), 'dist');
  const { problems, differences, loaded } = await buildSite({ contentDir, out, today });
  assert.deepEqual(problems.filter(({ severity }) => severity === 'error'), []);
  assert.deepEqual(differences, []);
  edit(out, 'llms.txt', (text) => text.replace(/(overdue\.md\): )[^：]*：/, '$1'));
  assert.deepEqual(proveAll(out, loaded).map(({ file, field, found }) => `${file} ${field} ${found}`), ['/llms.txt state current']);
});

test('a page about the site may begin with a list of what is published, checked and updated, and when', async () => {
  const contentDir = copySmallSite();
  edit(contentDir, 'pages/about.mdx', (text) => text.replace(/\n---\n/, '\n---\n\n- 发布：编辑读过之后。\n- 核对：每 90 天一次。\n- 下次复核：写在每一页上。\n'));
  const { problems, differences } = await buildSite({ contentDir, out: join(tempDir(), 'dist'), today });
  assert.deepEqual(problems.filter(({ severity }) => severity === 'error'), []);
  assert.deepEqual(differences, []);
});

test('an old path whose last part looks like the name of a file, with a slash behind it, is the same path for every host', async () => {
  const contentDir = copySmallSite();
  edit(contentDir, 'answers/base-url.mdx', (text) => text.replace('/old/base-url/', '/文档/v1.2/, /old/base.html, /old/base-url/'));
  const { problems, differences } = await buildSite({ contentDir, out: join(tempDir(), 'dist'), today, url: 'https://small.example/文档(二)' });
  assert.deepEqual(problems.filter(({ severity }) => severity === 'error'), []);
  assert.deepEqual(differences, []);
});

test('an entry that shows how an entry of llms-full.txt looks is one entry', async () => {
  const contentDir = copySmallSite();
  const example = '上一篇的结尾。\n\n---\n\n# 另一篇\n\n- URL：https://small.example/answers/other/\n';
  edit(contentDir, 'answers/base-url.mdx', (text) => `${text}\n\`\`\`\`md\n\`\`\`sh\n${example}\n\`\`\`\`\n\n~~~md title="又一次"\n${example}  ~~~\n\n- \`\`\`\n  在列表里\n  \`\`\`\n`);
  const { problems, differences } = await buildSite({ contentDir, out: join(tempDir(), 'dist'), today });
  assert.deepEqual(problems.filter(({ severity }) => severity === 'error'), []);
  assert.deepEqual(differences, []);
});

test('lede prove: exits 0 for a tree that agrees, 1 with every difference, 2 where there is no tree', async () => {
  const { out } = await buildSmall();
  const prove = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, 'prove', '--content', smallSite, '--today', today, '--lang', 'en', ...args], { encoding: 'utf8', cwd: dirname(out), env: { ...process.env, NO_COLOR: '1' } });
    return { status, stdout, stderr };
  };
  assert.deepEqual(prove('--out', out), { status: 0, stdout: `${readTree(out).size} files, no problems.\n`, stderr: '' });
  writeFileSync(join(out, 'freshness.json'), readFileSync(join(out, 'freshness.json'), 'utf8').replace('"overdue"', '"soon"'));
  assert.deepEqual(prove('--out', out), {
    status: 1,
    stdout: `dist/freshness.json:1:1  proof/value  In freshness, the state of https://small.example/answers/overdue/ is "soon"; in the content it is "overdue".
  Run lede build again; if it stays, it is a fault of the generator: report it with this line.

${readTree(out).size} files, 1 error.
`,
    stderr: '',
  });
  rmSync(join(out, 'opensearch.xml'));
  rmSync(join(out, 'freshness.json'));
  assert.deepEqual(prove('--out', out).stdout.split('\n').filter((line) => /proof\/file/.test(line)), [
    'dist/freshness.json:1:1  proof/file  This file is not there; according to freshness it should be.',
    'dist/opensearch.xml:1:1  proof/file  This file is not there; according to dist-manifest.json it should be.',
  ], 'also where nothing in the content stands behind a file, and each once');
  assert.deepEqual(prove('--out', 'nowhere'), { status: 2, stdout: '', stderr: 'nowhere does not exist yet. Run "lede build" first.\n' });
});

function edit(dir: string, path: string, change: (text: string) => string): void {
  const file = join(dir, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}
