/** Much that is wrong at once: everything is said, in order, in bounded time. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { sortProblems, type Problem } from '#model/problem.ts';
import { loadSite } from '#site/load.ts';
import { projectRoot } from '#site/project.ts';
import { answer, makeContent, minimalConfig } from '../helpers/content.ts';

function check(...files: [string, string][]): Problem[] {
  return loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, ...Object.fromEntries(files) }), today: '2026-06-01', checkOnly: true }).problems;
}

const ways: readonly ((text: string) => string)[] = [
  () => '',
  (text) => text.replace('category: access', 'category: [access'),
  (text) => text.replace('shortAnswer: 接', 'shortAnswer: "接'),
  (text) => text.replace('title:', 'titel:'),
  (text) => text.replace('正文。', '<div>\n\n{alert(1)}\n\n<Note>'),
  (text) => text.slice(0, 300),
  (text) => text.replace('  appliesTo', '\tappliesTo'),
  (text) => text.replace('category: access', 'category: acess'),
];

test('a folder of 500 files, all of them broken: each is named, in order, and the command exits 1', () => {
  const names = Array.from({ length: 500 }, (_, index) => `answers/a-${String(index).padStart(3, '0')}.mdx`);
  const files = Object.fromEntries(names.map((name, index) => [name, answer(ways[index % ways.length]!)]));
  const dir = makeContent({ 'site.yaml': minimalConfig, ...files });
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(projectRoot, 'src/cli/lede.js'), 'check', '--content', dir, '--format', 'json'], { encoding: 'utf8', maxBuffer: 64e6 });
  assert.equal(stderr, '');
  assert.equal(status, 1);
  const problems = JSON.parse(stdout) as (Problem & { file: string })[];
  const errors = problems.filter(({ severity }) => severity === 'error');
  assert.deepEqual([...new Set(errors.map(({ file }) => file))], names);
  assert.deepEqual(sortProblems(problems), problems);
  assert.ok(errors.length >= 500 && errors.length < 2500, String(errors.length));
});

test('an entry with sixty problems: all of them, none twice, in the order of their lines', () => {
  const links = Array.from({ length: 60 }, (_, index) => `第 ${index} 段看[这里](answers/nothing-${index})。`).join('\n\n');
  const problems = check(['answers/a.mdx', answer((text) => text.replace('正文。', links))]).filter(({ rule }) => rule === 'reference/missing');
  assert.deepEqual(problems.map(({ line, column }) => `${line}:${column}`), Array.from({ length: 60 }, (_, index) => `${18 + 2 * index}:${index < 10 ? 7 : 8}`));
  const tags = Array.from({ length: 60 }, (_, index) => `nothing-${index}`).join(', ');
  const undeclared = check(['answers/a.mdx', answer((text) => text.replace('category:', `tags: [${tags}]\ncategory:`))]);
  assert.equal(undeclared.filter(({ rule, line }) => rule === 'taxonomy/tag' && line === 12).length, 60);
});

test('a field that is wrong hides nothing else: what the others refer to and what the body says are told in the same run', () => {
  const wrong = answer((text) => text
    .replace(/title: .*/, 'title: 短')
    .replace('to: "https://test.example/help"', 'to: answers/b')
    .replace('category: access', 'category: acces\ntags: [none]\nsources: [{ id: rfc, title: 规范, url: "http://a.example", checked: 2026-01-01 }]')
    .replace('volatility: stable', 'volatility: stabel')
    .replace('updated: 2026-01-03', 'updated: 2026-01-01')
    .replace('正文。', '{1 + 1}\n\n<Nota>甲</Nota>\n\n乙[^rfc]。'));
  const page = '---\ntitle: 关于本站\ndescription: 短\nupdated: 2026-01-01\nrole: about\n---\n\n<Nota>甲</Nota>\n';
  assert.deepEqual(check(['answers/a.mdx', wrong], ['answers/b-.mdx', answer((text) => text.replace('正文。', '{1 + 1}'))], ['pages/about.mdx', page]).map(({ file, line, rule }) => `${file}:${line} ${rule}`), [
    'answers/a.mdx:2 schema/length',
    'answers/a.mdx:10 reference/missing',
    'answers/a.mdx:12 taxonomy/category',
    'answers/a.mdx:13 taxonomy/tag',
    'answers/a.mdx:14 schema/address',
    'answers/a.mdx:16 schema/date-order',
    'answers/a.mdx:17 taxonomy/review-class',
    'answers/a.mdx:20 body/code',
    'answers/a.mdx:22 body/component',
    'answers/b-.mdx:1 file/slug',
    'answers/b-.mdx:18 body/code',
    'pages/about.mdx:3 schema/length',
    'pages/about.mdx:8 body/component',
  ]);
});

test('what is typed wrongly is not called missing, and what is missing is', () => {
  const rulesOf = (text: string) => check(['answers/a.mdx', answer((whole) => whole.replace(/title: .*/, 'title: 短').replace(/englishSummary: .*\n/, text))]).map(({ rule }) => rule);
  assert.deepEqual(rulesOf('englishSummary: [short]\n'), ['schema/length', 'schema/length']);
  assert.deepEqual(rulesOf(''), ['schema/required', 'schema/length']);
  assert.deepEqual(rulesOf('constructor: 1\nenglishSummary: 1\n').sort(), ['schema/length', 'schema/type', 'schema/unknown-key']);
});

test('a broken file makes no broken links, neither by reference nor by path; a draft does', () => {
  const page = '---\ntitle: 关于本站\ndescription: 短\nupdated: 2026-01-01\nrole: about\n---\n\n正文。\n';
  const other = answer((text) => text.replace(/title: .*/, 'title: 两个地址分别在哪里？').replace(/question: .*/, 'question: 两个地址在哪里').replace('正文。', '看[甲](/answers/a/)、[乙](answers/a)和[丙](/answers/c/)。'));
  const problems = loadSite({
    contentDir: makeContent({
      'site.yaml': minimalConfig.replace('author: { name: 编辑部 }', 'author: { name: 编辑部, page: /about/ }'),
      'answers/a.mdx': answer((text) => text.replace(/title: .*/, 'title: 短')),
      'answers/b.mdx': other,
      'answers/c.mdx': answer((text) => text.replace('category:', 'draft: true\ncategory:')),
      'pages/about.mdx': page,
    }),
    today: '2026-06-01',
    checkOnly: true,
  }).problems;
  assert.deepEqual(problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`), ['answers/a.mdx:2 schema/length', 'answers/b.mdx:18 link/page', 'pages/about.mdx:3 schema/length']);
});

test('an entry that refers to nothing, or whose body is wrong, still tells where else it leads wrongly', () => {
  const wrong = answer((text) => text.replace('category: access', 'category: acces\nredirectFrom: ["/old?id=1"]').replace('正文。', '看[甲](answers/none)、[乙](/nowhere/)和[丙](answers/c)。\n\n<Nota>丁</Nota>'));
  const problems = check(['answers/a.mdx', wrong], ['answers/c.mdx', answer((text) => text.replace('category:', 'draft: true\ncategory:'))]);
  assert.deepEqual(problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`), [
    'answers/a.mdx:12 taxonomy/category',
    'answers/a.mdx:13 redirect/path',
    'answers/a.mdx:19 reference/missing',
    'answers/a.mdx:19 link/page',
    'answers/a.mdx:19 reference/draft',
    'answers/a.mdx:21 body/component',
  ]);
});
