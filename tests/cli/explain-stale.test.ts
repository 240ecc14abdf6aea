/** What `lede explain` and `lede stale` print. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { rules } from '#checks/index.ts';
import { isWaivable } from '#checks/waivers.ts';
import { copySmallSite, smallSite, tempDir } from '../helpers/content.ts';

const launcher = join(import.meta.dirname, '../../src/cli/lede.js');

function lede(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8', cwd: tempDir(), env: { ...process.env, LEDE_CONTENT: '', SOURCE_DATE_EPOCH: '', NO_COLOR: '1', LC_ALL: 'C' } });
  return { status, stdout, stderr };
}

test('explain: a rule with its why, both examples and the waiver, in the language of the site or the one asked for', () => {
  assert.deepEqual(lede('explain', 'review/overdue', '--content', smallSite), {
    status: 0,
    stdout: `review/overdue  警告

过了复核日期的答案可能已经不成立；在重新核对之前，每一处都会注明它过期了。

不要这样写：
  review: { volatility: stable, by: 2026-05-05 }

这样写：
  published: 2020-01-02
  updated: 2020-01-02
  revisions:
    - { date: 2026-05-30, change: 照着做了一遍, reason: 按期复核 }
  review: { volatility: stable }

确有理由时，在这一篇里豁免它：
  waivers:
    - { rule: review/overdue, reason: 为什么这一篇可以例外, until: YYYY-MM-DD }
`,
    stderr: '',
  });
  assert.deepEqual(lede('explain', 'yaml/tag', '--lang', 'en'), { status: 0, stdout: 'yaml/tag  error\n\nTags can turn data into code, and content files never run anything.\n\nThis rule cannot be waived.\n', stderr: '' });
});

test('explain: a rule of site.yaml, of the ledger or of what is looked at after the checks offers no waiver: an entry could not use it', () => {
  const ofNoEntry = [...rules.keys()].filter((rule) => /^(?:theme|ai|security|image|social|external)\/|^(?:claim\/kind|reach\/far|ledger\/(?:vanished|broken|version))$/.test(rule));
  assert.equal(ofNoEntry.length, 17);
  assert.deepEqual(ofNoEntry.filter(isWaivable), []);
  assert.match(lede('explain', 'ai/agent', '--lang', 'zh').stdout, /\n\n这条规则不能豁免。\n$/);
  assert.deepEqual(['claim/source', 'reach/orphan', 'ledger/updated', 'link/page'].filter((rule) => !isWaivable(rule)), []);
});

test('explain: an unknown rule exits 2 and names the closest; without a rule all are listed', () => {
  assert.deepEqual(lede('explain', 'anser/alone'), { status: 2, stdout: '', stderr: 'There is no rule "anser/alone". Did you mean answer/alone?\n' });
  assert.equal(lede('explain', 'anser/alone', '--content', smallSite).stderr, '没有 "anser/alone" 这条规则。你是不是想写 answer/alone？\n');
  assert.deepEqual(lede('explain', 'x'), { status: 2, stdout: '', stderr: 'There is no rule "x". Run "lede explain" to see all of them.\n' });
  assert.deepEqual(lede('explain').stdout.trimEnd().split('\n').map((line) => line.split(' ')[0]), [...rules.keys()].sort());
});

test('stale: by owner, the most urgent first, those without one last', () => {
  const stale = (...args: string[]) => lede('stale', '--content', smallSite, '--today', '2026-07-25', ...args);
  assert.deepEqual(stale(), {
    status: 0,
    stdout: `值班编辑
  2026-01-31  过期 175 天  answers/overdue.mdx  返回 401 应该先查什么？

没有写负责人
  2026-07-31  还有 6 天  guides/first-call.mdx  第一次成功调用

1 篇过期，1 篇快到期。
`,
    stderr: '',
  });
  assert.match(stale('--lang', 'en').stdout, /^值班编辑\n {2}2026-01-31 {2}175 days late .*\n\nNo owner\n {2}2026-07-31 {2}in 6 days .*\n\n1 overdue, 1 due soon\.\n$/);
  assert.deepEqual((JSON.parse(stale('--format', 'json').stdout) as object[])[1], {
    owner: null, checked: '2026-02-01', due: '2026-07-31', state: 'soon', late: -6, id: 'guides/first-call', file: 'guides/first-call.mdx', title: '第一次成功调用', url: 'https://small.example/guides/first-call/',
  });
  assert.equal(stale('--format', 'ical').stdout.split('BEGIN:VEVENT\r\n')[1], [
    'UID:answers/overdue@small.example', 'DTSTAMP:20260101T000000Z', 'DTSTART;VALUE=DATE:20260131', 'SUMMARY:复核：返回 401 应该先查什么？',
    'DESCRIPTION:上次核对：2026-01-01\\nanswers/overdue.mdx', 'URL:https://small.example/answers/overdue/', 'CATEGORIES:值班编辑', 'TRANSP:TRANSPARENT', 'END:VEVENT', '',
  ].join('\r\n'));
  assert.equal(lede('stale', '--content', smallSite, '--today', '2026-01-03').stdout, '0 篇过期，0 篇快到期。\n');
  const onDay = (today: string, lang: string) => stale('--today', today, '--lang', lang).stdout.split('\n').find((line) => line.includes('guides/first-call.mdx'))!.split('  ')[2];
  assert.deepEqual(['2026-07-30', '2026-07-31', '2026-08-01'].map((day) => onDay(day, 'zh')), ['还有 1 天', '今天到期', '过期 1 天']);
  assert.deepEqual(['2026-07-30', '2026-07-31', '2026-08-01'].map((day) => onDay(day, 'en')), ['in 1 day', 'today', '1 day late']);
});

test('stale: a broken file does not hide the others, and is counted', () => {
  const dir = copySmallSite();
  writeFileSync(join(dir, 'posts/b.mdx'), '');
  const { status, stdout, stderr } = lede('stale', '--content', dir, '--today', '2026-06-01');
  assert.deepEqual([status, stdout.split('\n').at(-2), stderr], [0, '1 篇过期，0 篇快到期。', '有错误的 1 个文件不在这张表里。运行 lede check 看是哪些。\n']);
  writeFileSync(join(dir, 'site.yaml'), 'name: 1');
  assert.deepEqual(lede('stale', '--content', dir), { status: 2, stdout: '', stderr: 'site.yaml cannot be read, so the settings of the site are not known. Run lede check and mend what it reports.\n' });
});
