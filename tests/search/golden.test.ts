/** Golden questions: how they are read, measured and judged, and that the first real site keeps them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readQuestions, type Question } from '#model/questions.ts';
import { askAll, measure, type Outcome } from '#search/golden/evaluate.ts';
import { openFolder } from '#search/golden/folder.ts';
import { findShortfalls } from '#search/golden/judge.ts';
import { printMeasures, printMisses } from '#search/golden/report.ts';
import { loadSite } from '#site/load.ts';
import { today } from '../helpers/build.ts';
import { copySmallSite, makeContent } from '../helpers/content.ts';
import { makeIndex, realSite } from './indexes.ts';

const asked = (ask: string, expect?: string[], heldOut = false): Question => ({ ask, class: expect ? 'keyword' : 'unanswered', expect, heldOut });
const outcomes: Outcome[] = [
  { question: asked('一', ['answers/a']), found: ['answers/a'], rank: 1, verdict: 'results' },
  { question: asked('二', ['answers/b']), found: ['answers/a', 'answers/b'], rank: 2, verdict: 'related' },
  { question: asked('三'), found: ['answers/a'], rank: 0, verdict: 'related' },
  { question: asked('四', undefined, true), found: ['answers/a'], rank: 0, verdict: 'results' },
];

test('measures count first, first five, reciprocal rank, and how often a refusal is right', () => {
  assert.deepEqual(measure(outcomes), { answered: 2, success1: 0.5, success5: 1, mrr: 0.75, zero: 0, unanswered: 2, verdict: 0.5, recall: 0.5 });
});

test('falling short is said for each measure, against thresholds and against the baseline', () => {
  const thresholds = { success1: 0.85, success5: 0.96, verdict: 0.5 };
  assert.deepEqual(findShortfalls(outcomes, thresholds, { success1: 0.4, success5: 1, verdict: 0.75, mrr: 0.7, zero: 0 }), [
    { zh: '第一条就对：50.0 %，低于门槛 85.0 %。', en: 'first result right: 50.0 %, below the threshold of 85.0 %.' },
    { zh: '拒答得对：50.0 %，低于基线 75.0 %。', en: 'refused rightly: 50.0 %, below the baseline of 75.0 %.' },
  ]);
});

test('misses name query, expected and found; those held out are counted', () => {
  assert.equal(printMisses(outcomes, false, 'en'), '"二"\n  expected: answers/b\n  found:    answers/a, answers/b (refused)\n1 more in the held-out half; --held-out names them, after which they are no longer held out.');
  assert.equal(printMisses(outcomes, false, 'zh'), '"二"\n  应得：answers/b\n  实得：answers/a、answers/b（拒答）\n留出的一半里还有 1 题；--held-out 会说出是哪些，说出来就不再算留出。');
  assert.match(printMisses(outcomes, true, 'en'), /"四"\n {2}expected: not answered here\n {2}found: {4}answers\/a$/);
});

test('measures stand below the names of their columns, though Han characters are as wide as two others', () => {
  assert.deepEqual(printMeasures(outcomes, 'zh').split('\n').slice(0, 3), [
    '                   题数   第一条   前五条     MRR  落空         拒答得对     该拒的拒了',
    '全部                  4   50.0 %  100.0 %   0.750     0           50.0 %         50.0 %',
    '调过的一半            3   50.0 %  100.0 %   0.750     0           50.0 %        100.0 %',
  ]);
  assert.deepEqual(printMeasures(outcomes, 'en').split('\n').slice(0, 2), [
    '                  asked    first  first 5     MRR  zero  refused rightly  of unanswered',
    'all                   4   50.0 %  100.0 %   0.750     0           50.0 %         50.0 %',
  ]);
});

test('questions.yaml: what is wrong is said with line and column', () => {
  const dir = makeContent({ 'questions.yaml': "- { ask: 一, class: keyword, expect: [answers/basurl] }\n- { ask: 一, class: keyword }\n" });
  assert.deepEqual(readQuestions(dir, new Set(['answers/base-url'])).problems.map(({ line, rule }) => [line, rule]), [[1, 'schema/duplicate']]);
  writeFileSync(join(dir, 'questions.yaml'), '- ask: 一\n  class: keyword\n  expect: [answers/basurl]\n');
  const { problems } = readQuestions(dir, new Set(['answers/base-url']));
  assert.deepEqual(problems, [{ file: 'questions.yaml', line: 3, column: 12, severity: 'error', rule: 'reference/missing', message: { zh: '"answers/basurl" 指向的条目不存在。', en: '"answers/basurl" refers to no entry.' }, hint: { zh: '你是不是想写 answers/base-url？', en: 'Did you mean answers/base-url?' } }]);
  assert.deepEqual(readQuestions(makeContent({}), new Set()), { questions: [], problems: [] });
});

test('the first real site is found by its golden questions', async () => {
  const { questions, edition } = loadSite({ contentDir: realSite, today });
  assert.ok(questions.filter(({ expect }) => expect).length >= 150);
  assert.ok(questions.filter(({ expect }) => !expect).length >= 30);
  const all = await askAll(await openFolder(await makeIndex({ contentDir: realSite })), questions);
  const { thresholds } = edition!.site.config.search;
  assert.deepEqual(findShortfalls(all, thresholds, undefined), [], printMisses(all, false, 'en'));
  const { success1, success5, zero } = measure(all.filter(({ question }) => question.heldOut));
  assert.ok(success1 >= thresholds.success1 && success5 >= thresholds.success5 && zero === 0, `held out: ${success1}, ${success5}, ${zero}`);
});

test('lede ask explains, lede evaluate fails below the thresholds and without an index', async () => {
  const contentDir = copySmallSite();
  writeFileSync(join(contentDir, 'questions.yaml'), '- { ask: 接口地址应该填什么？, class: question, expect: [answers/base-url] }\n- { ask: 今天天气, class: keyword, expect: [answers/base-url], heldOut: true }\n');
  const out = await makeIndex({ contentDir });
  const lede = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, '../../src/cli/lede.js'), ...args], { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    return { status, stdout, stderr };
  };
  assert.match(lede('ask', '接口地址', '--out', out).stdout, /^查的词：接口、口地、地址\n第一条就是答案。\n 1\. (answers|glossary)\/base-url {2}.*\n {4}得分 [\d.]+，占问题的 \d+ %，强度 [\d.]+\n {4}接口 {2}[\d.]+ {2}短答和摘要、/);
  assert.match(lede('ask', '接口地址', '--out', out, '--lang', 'en').stdout, /^Terms: 接口, 口地, 地址\nThe first hit answers\.\n 1\. (answers|glossary)\/base-url {2}.*\n {4}score .*\n {4}接口 {2}[\d.]+ {2}answer, /);
  const answer = JSON.parse(lede('ask', '接口地址', '--out', out, '--json').stdout) as { verdict: string; hits: { ref: string; because: { fields: string[] }[] }[] };
  assert.equal(answer.verdict, 'results');
  assert.ok(answer.hits[0]!.because[0]!.fields.length > 0);
  const evaluated = lede('evaluate', '--content', contentDir, '--out', out);
  assert.equal(evaluated.status, 1);
  assert.match(evaluated.stderr, /^\n第一条就对：50\.0 %，低于门槛 85\.0 %。/);
  assert.match(evaluated.stdout, /留出的一半里还有 1 题/);
  assert.match(lede('evaluate', '--content', contentDir, '--out', makeContent({})).stderr, / 里没有带搜索索引的网站。先运行 lede build。\n$/);
  const half = makeContent({ '_search/current.json': '{ "format": 1 }' });
  assert.deepEqual(lede('ask', '接口地址', '--out', half), { status: 2, stdout: '', stderr: `读不出 ${half} 里的搜索索引（The index has format 1; this page knows 2）。再运行一次 lede build，或把整个文件夹重新复制一次。\n` });
  writeFileSync(join(contentDir, 'questions.yaml'), '[]\n');
  assert.deepEqual(lede('evaluate', '--content', contentDir, '--out', out), { status: 2, stdout: '', stderr: `${contentDir} 里没有可问的问题。在它的 questions.yaml 里写几个；写法见 src/model/questions.ts。\n` });
  writeFileSync(join(contentDir, 'questions.yaml'), '- 1\n');
  const { status, stderr } = lede('evaluate', '--content', contentDir, '--out', out);
  assert.equal(status, 1);
  assert.match(stderr, /questions\.yaml:1:3 {2}schema\//);
  writeFileSync(join(contentDir, 'site.yaml'), 'name: 1\nlanguage: zh\n');
  writeFileSync(join(contentDir, 'questions.yaml'), '[]\n');
  assert.deepEqual(lede('evaluate', '--content', contentDir, '--out', out), { status: 2, stdout: '', stderr: '读不出 site.yaml，不知道这个站的设置。先运行 lede check，改好它报告的问题。\n' });
});
