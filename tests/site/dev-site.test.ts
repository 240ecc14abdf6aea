/** The dev server's view of the site, without a server: what is asked for is there, and what is hostile is only looked up. */
import assert from 'node:assert/strict';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { outputs } from '#outputs/index.ts';
import { openDevSite } from '#site/dev/site.ts';
import { loadSite, type Loaded } from '#site/load.ts';
import type { EntryProps } from '#ui/props.ts';
import { today } from '../helpers/build.ts';
import { copySmallSite, smallSite } from '../helpers/content.ts';
import { filesOf } from '../helpers/outputs.ts';
import { makeUnreadable } from '../helpers/replace-fs.ts';

test('each file of each output is what a build writes', async () => {
  const { edition } = loadSite({ contentDir: smallSite, today });
  const site = openDevSite({ contentDir: smallSite, today: () => today }, '/docs');
  for (const output of outputs) {
    for (const [path, text] of await filesOf(output, edition!)) assert.equal(await site.file(`/docs${path}`, true), text, path);
  }
  assert.equal(await site.file('/docs/feed.xml', false), undefined);
});

test('an address that leads nowhere, or is none, shows the page that says so', async () => {
  const site = openDevSite({ contentDir: smallSite, today: () => today }, '');
  assert.equal(site.page('/answers/overdue')?.path, '/answers/overdue/');
  for (const address of ['/answers/%E0%A4%A/', '/answers/../../etc/passwd', '/__proto__/', '/answers/no-such-draft/', '/<script>/']) {
    assert.equal(site.page(address)?.path, '/404.html', address);
    assert.equal(await site.file(`${address}.md`, true), undefined, address);
  }
});

test('a draft is seen at its address and named on the home page, and nothing else knows of it', async () => {
  const contentDir = copySmallSite();
  const file = join(contentDir, 'answers/secret-draft.mdx');
  const site = openDevSite({ contentDir, url: 'https://small.example/docs', today: () => today }, '/docs');
  const { title } = site.page('/docs/answers/secret-draft')!.props as EntryProps;
  assert.equal(title, (loadSite({ contentDir, today }).drafts[0]!.data as { title: string }).title);
  assert.deepEqual(site.drafts('/docs/'), { words: '1 篇草稿', list: [{ href: '/docs/answers/secret-draft/', file: 'answers/secret-draft.mdx', title }] });
  assert.deepEqual(site.drafts('/docs/answers/secret-draft/'), { words: '草稿：只在这里看得到，删掉 draft: true 才会发布', list: [] });
  assert.equal(site.drafts('/docs/answers/overdue/'), undefined);
  assert.equal(await site.file('/docs/answers/secret-draft.md', true), undefined);
  for (const path of ['/docs/', '/docs/answers/', '/docs/newest/']) assert.doesNotMatch(JSON.stringify(site.page(path)), /secret-draft/, path);

  writeFileSync(file, readFileSync(file, 'utf8').replace(title, '改了标题的草稿'));
  site.reload(new Set([file]));
  assert.equal(site.isStale('/docs/answers/secret-draft'), true);
  assert.equal((site.page('/docs/answers/secret-draft/')!.props as EntryProps).title, '改了标题的草稿');

  writeFileSync(file, readFileSync(file, 'utf8').replace('category: ', 'category: no-such-'));
  site.reload(new Set([file]));
  assert.equal(site.page('/docs/answers/secret-draft/')!.path, '/404.html');
  assert.equal(site.drafts('/docs/answers/secret-draft/'), undefined);
});

test('a site of which nothing is known shows its pages at once, while all of it is read beside', async (t) => {
  const contentDir = copySmallSite();
  appendFileSync(join(contentDir, 'answers/overdue.mdx'), '\n再看[另一篇](posts/two-addresses)。\n');
  const site = openDevSite({ contentDir, today: () => today }, '');
  t.after(() => site.close());
  const propsOf = (path: string) => site.page(path)!.props as EntryProps;
  const mentions = () => propsOf('/posts/two-addresses/').mentionedBy.map(({ href }) => href);
  assert.match(propsOf('/answers/overdue/').body, /再看<a href="\/posts\/two-addresses\/">另一篇<\/a>/);
  assert.deepEqual([mentions(), site.isStale('/posts/two-addresses/')], [[], false]);
  site.check();
  const { problems } = await new Promise<Loaded>((resolve) => site.onCheck(resolve));
  assert.deepEqual(problems, loadSite({ contentDir, today }).problems);
  assert.equal(site.isStale('/posts/two-addresses/'), true);
  assert.deepEqual(mentions(), ['/answers/overdue/']);
});

test('a page is stale once what it shows is another, and no longer when it was shown again', () => {
  const contentDir = copySmallSite();
  const site = openDevSite({ contentDir, today: () => today }, '');
  for (const path of ['/answers/overdue/', '/answers/base-url/']) site.page(path);
  rmSync(join(contentDir, 'answers/base-url.mdx'));
  site.reload(new Set([join(contentDir, 'answers/base-url.mdx')]));
  assert.equal(site.isStale('/answers/base-url/'), true);
  assert.equal(site.page('/answers/base-url/')?.path, '/404.html');
  assert.equal(site.isStale('/answers/base-url/'), false);
  assert.equal(site.isStale('/answers/never-shown/'), false);
  site.close();
});

test('a site that is shown past midnight is of the new day with the next save', () => {
  const contentDir = copySmallSite();
  let day = today;
  const site = openDevSite({ contentDir, today: () => day }, '');
  const shown = () => JSON.stringify(site.page('/answers/base-url/')?.props);
  const before = shown();
  day = '2036-01-01';
  site.reload(new Set([join(contentDir, 'pages/about.mdx')]));
  assert.match(shown(), /"state":"overdue"/);
  assert.notEqual(shown(), before);
  site.close();
});

test('what cannot be read is told, and made up for with the next change', (t) => {
  const contentDir = copySmallSite();
  const failures: unknown[] = [];
  const site = openDevSite({ contentDir, today: () => today }, '', (error) => failures.push(error));
  const file = join(contentDir, 'answers/base-url.mdx');
  const mend = makeUnreadable(t, file);
  site.reload(new Set([file]));
  assert.deepEqual(failures.map((error) => (error as NodeJS.ErrnoException).code), ['EACCES']);
  assert.equal(site.page('/answers/base-url/')?.path, '/answers/base-url/', 'what was shown before stays');
  mend();
  rmSync(file);
  site.reload(new Set([join(contentDir, 'answers/overdue.mdx')]));
  assert.equal(site.page('/answers/base-url/')?.path, '/404.html');
  site.close();
});

test('a broken image is a problem like any other', async (t) => {
  const contentDir = copySmallSite();
  writeFileSync(join(contentDir, 'public/photo.png'), '没有图');
  appendFileSync(join(contentDir, 'answers/overdue.mdx'), '\n![控制台截图](/photo.png)\n');
  const site = openDevSite({ contentDir, today: () => today }, '');
  t.after(() => site.close());
  site.check();
  const { problems } = await new Promise<Loaded>((resolve) => site.onCheck(resolve));
  assert.deepEqual(problems.filter(({ severity }) => severity === 'error').map(({ file, rule }) => [file, rule]), [['answers/overdue.mdx', 'image/foreign']]);
  assert.equal(site.problems()[0]?.rule, 'image/foreign');
});
