/** Checks that fail, and what that does to the others, to waivers and to the command. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checks, rules } from '#checks/index.ts';
import type { Check, CheckContext } from '#checks/check.ts';
import { runChecks } from '#checks/run.ts';
import { exitCodeOf } from '#cli/report.ts';
import { loadSite } from '#site/load.ts';
import { answer, makeContent, minimalConfig } from '../helpers/content.ts';

const claim = checks.find(({ id }) => id === 'claims')!;

function contextOf(files: Record<string, string>): CheckContext {
  const { edition } = loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, ...files }), today: '2026-06-01', checkOnly: true });
  return { edition: edition!, unsound: [], known: new Set(), assets: new Set(), made: () => new Set(), resources: () => [], texts: () => [], drafts: new Set(), ledger: undefined, settings: () => ({ file: 'site.yaml', line: 1, column: 1 }), keep: (_, make) => make(), keepIn: (_item, _topic, _basis, make) => make() };
}

const unsourced = (more = '') => answer((text) => text.replace('category:', `basis: [平均每次省下 20 元。]\n${more}category:`));
const waived = unsourced('waivers: [{ rule: claim/source, reason: 来源下周补, until: 2026-12-31 }]\n');

test('a check that throws is one problem, and the others go on', () => {
  const broken: Check = { id: 'broken', rules: [], find: () => { throw new Error('nothing to read\nsecond line'); } };
  const found = runChecks([broken, claim], rules, contextOf({ 'answers/a.mdx': unsourced() }));
  assert.deepEqual(found.map(({ file, line, rule, severity, message, hint }) => ({ file, line, rule, severity, message: { zh: message.zh.replace(/run\.test\.ts:\d+/, 'FILE:LINE'), en: message.en.replace(/run\.test\.ts:\d+/, 'FILE:LINE') }, hint: rule === 'check/fault' ? hint : undefined })), [
    {
      file: 'site.yaml',
      line: 1,
      rule: 'check/fault',
      severity: 'error',
      message: { zh: '检查 "broken" 自己出错了：nothing to read (FILE:LINE)。', en: 'The check "broken" itself failed: nothing to read (FILE:LINE).' },
      hint: { zh: '这不是内容的错；把这两行交给维护程序的人。', en: 'The content is not at fault; give these two lines to whoever maintains the generator.' },
    },
    { file: 'answers/a.mdx', line: 12, rule: 'claim/source', severity: 'warning', message: { zh: '“20 元”没有来源。', en: '"20 元" has no source.' }, hint: undefined },
  ]);
  assert.equal(exitCodeOf(found), 2);
  assert.ok(rules.has('check/fault'), 'lede explain knows it');
});

test('a file that a check may not read, or that went meanwhile, is no fault of the check', () => {
  const refused = Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'open', path: '/站/public/图.txt' });
  const reading: Check = { id: 'reading', rules: [], find: () => { throw refused; } };
  assert.throws(() => runChecks([reading], rules, contextOf({ 'answers/a.mdx': answer() })), refused);
});

test('a check at fault in one entry says so in every run, hides nothing that others find there, and is silent itself', () => {
  const kept = new Map<string, unknown>();
  const keepIn: CheckContext['keepIn'] = (item, topic, basis, make) => {
    const key = [item.ref, topic, basis].join();
    const value = kept.has(key) ? (kept.get(key) as ReturnType<typeof make>) : make();
    if (value !== undefined) kept.set(key, value);
    return value;
  };
  const context = { ...contextOf({ 'answers/a.mdx': unsourced(), 'answers/b.mdx': unsourced(), 'answers/c.mdx': unsourced() }), keepIn };
  const [rule] = claim.rules;
  const broken: Check = {
    id: 'broken', rules: [{ ...rule!, id: 'broken/rule' }],
    findIn: (item, config) => {
      if (item.ref === 'answers/b') throw new Error('x');
      return claim.findIn!(item, config)!.map((found) => ({ ...found, rule: 'broken/rule' }));
    },
  };
  for (const run of ['first', 'second']) {
    const found = runChecks([broken, claim], rules, context).map((problem) => `${problem.file} ${problem.rule}`);
    assert.deepEqual(found, ['site.yaml check/fault', ...['a', 'b', 'c'].map((slug) => `answers/${slug}.mdx claim/source`)], run);
  }
});

test('a check that reports what is not its own is at fault', () => {
  const stray: Check = { id: 'stray', rules: [], findIn: claim.findIn };
  const [problem, ...others] = runChecks([stray], rules, contextOf({ 'answers/a.mdx': unsourced() }));
  assert.match(problem!.message.en, /^The check "stray" itself failed: it reports claim\/source, which is not among its rules \(run\.ts:\d+\)\.$/);
  assert.deepEqual(others, []);
});

test('a waiver holds through its last day, and a check at fault does not make it unused', () => {
  assert.deepEqual(runChecks([claim], rules, contextOf({ 'answers/a.mdx': waived })), []);
  assert.deepEqual(runChecks([claim], rules, contextOf({ 'answers/a.mdx': waived.replace('2026-12-31', '2026-06-01') })), []);
  assert.deepEqual(runChecks([claim], rules, contextOf({ 'answers/a.mdx': waived.replace('2026-12-31', '2026-05-31') })).map(({ rule }) => rule), ['claim/source', 'waiver/expired']);
  const broken: Check = { ...claim, find: () => { throw new Error('x'); } };
  assert.deepEqual(runChecks([broken], rules, contextOf({ 'answers/a.mdx': waived })).map(({ rule }) => rule), ['check/fault']);
});

test('one fault of an entry hides no other, and a waiver holds beside it', () => {
  const check = (text: string) => loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': text, 'answers/b.mdx': answer() }), today: '2026-06-01', checkOnly: true }).problems.flatMap(({ file, rule }) => (file === 'answers/a.mdx' ? rule : []));
  const faulty = (text: string) => text.replace('category: access', 'category: acces').replace(/(\n---\n)[^]*$/, '$1\n[这里](javascript:alert)打开，用API接口。\n');
  assert.deepEqual(check(faulty(unsourced())), ['claim/source', 'taxonomy/category', 'body/link', 'prose/spacing']);
  assert.deepEqual(check(faulty(waived)), ['taxonomy/category', 'body/link', 'prose/spacing']);
});

test('an entry that only points to its successor is held to nothing that is asked of answers', () => {
  const faulty = unsourced().replace(/shortAnswer: .*/, 'shortAnswer: 如上所述，接口地址填文档里给出的那一个，我们保证它长期不变；填成网站首页的地址会怎样？程序收到的是一段 HTML。').replace('notFor: [', 'notFor: [其他情况, ').replace(/englishSummary: .*/, 'englishSummary: [接口地址填文档里给出的那一个，不要填网站首页的地址；前者返回数据，后者返回网页，填错时程序收到的是网页的源码。]').replace('正文。', '用API接口。');
  const found = (text: string) => runChecks(checks, rules, contextOf({ 'answers/a.mdx': text, 'answers/b.mdx': answer() })).flatMap(({ file, rule }) => (file === 'answers/a.mdx' ? rule : [])).filter((rule) => !/^(question|reach)/.test(rule)).sort();
  assert.deepEqual(found(faulty), ['answer/alone', 'answer/promise', 'answer/question', 'boundary/vague', 'claim/source', 'english/language', 'prose/spacing']);
  assert.deepEqual(found(faulty.replace('category:', 'supersededBy: { to: answers/b, reason: 并入新页, since: 2026-05-01 }\ncategory:')), []);
});

test('a waiver is of one entry and of one rule', () => {
  const context = contextOf({ 'answers/a.mdx': waived, 'answers/b.mdx': unsourced() });
  assert.deepEqual(runChecks(checks, rules, context).filter(({ rule }) => /^(claim|waiver)/.test(rule)).map(({ file, rule }) => `${file} ${rule}`), ['answers/b.mdx claim/source']);
});

test('the exit code says whether the content or a check is at fault', () => {
  const [warning] = runChecks([claim], rules, contextOf({ 'answers/a.mdx': unsourced() }));
  assert.equal(exitCodeOf([]), 0);
  assert.equal(exitCodeOf([warning!]), 0);
  assert.equal(exitCodeOf([{ ...warning!, severity: 'error' }]), 1);
});
