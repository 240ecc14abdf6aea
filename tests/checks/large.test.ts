/** Content that is large in one way: everything wrong with it is found, in time. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadSite } from '#site/load.ts';
import { answer, makeContent, minimalConfig } from '../helpers/content.ts';

/** What is wrong with an answer of that `body`: places and rules. */
function problemsOf(body: string): string[] {
  const dir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': `${answer()}\n${body}\n` });
  return loadSite({ contentDir: dir, today: '2026-06-01', checkOnly: true }).problems.flatMap(({ file, line, rule }) => (file === 'answers/a.mdx' ? `${line} ${rule}` : []));
}

const above = `${answer()}\n`.split('\n').length;

test('a row of digits is read once, however long: an embedding on one line', () => {
  const row = Array.from({ length: 40_000 }, (_, index) => index % 7).join(',');
  assert.deepEqual(problemsOf(`\`\`\`json\n[${row}]\n\`\`\`\n\n平均每次省下 ${'1'.repeat(9_000)} 元。`), [`${above + 4} claim/source`]);
  assert.deepEqual(problemsOf(`\`\`\`json\n[${'8'.repeat(190_000)}]\n\`\`\``), []);
});

test('a percentage is judged by the words before it, not by all that stands before', () => {
  const rows = Array.from({ length: 15_000 }, (_, index) => (index % 2 ? `先切 ${index}% 的流量` : `省 ${index}%`));
  assert.equal(problemsOf(rows.join('\n\n')).length, 7_500);
});

test('a circle of many entries is named by its ends, and one of ten in full', () => {
  const messages = (count: number) => {
    const ref = (index: number) => `answers/a-${String(index).padStart(3, '0')}`;
    const chapter = (index: number) => answer((text) => text.replace('category:', `related:\n${[...new Set([0, ...(index + 1 < count ? [index + 1] : [])])].filter((to) => to !== index).map((to) => `  - { to: ${ref(to)}, as: requires }\n`).join('')}category:`));
    const files = Object.fromEntries(Array.from({ length: count }, (_, index) => [`${ref(index)}.mdx`, chapter(index)]));
    const { problems } = loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, ...files }), today: '2026-06-01', checkOnly: true });
    return problems.flatMap(({ rule, message }) => (rule === 'relation/cycle' ? message.zh.replaceAll('answers/a-', '') : []));
  };
  assert.deepEqual(messages(10).at(-1), 'requires 绕成了一圈：000 → 001 → 002 → 003 → 004 → 005 → 006 → 007 → 008 → 009 → 000。');
  const many = messages(200);
  assert.deepEqual([many.length, many.at(-1), Math.max(...many.map((message) => message.length)) < 100], [199, 'requires 绕成了一圈：000 → 001 → 002 → 003 → 004 → … → 195 → 196 → 197 → 198 → 199 → 000。', true]);
});

test('a body of tags that nothing closes is refused, not read to its end from each of them', () => {
  assert.deepEqual(problemsOf(`省 5%。\n\n${'Map<A, '.repeat(40_000)}`).map((problem) => problem.split(' ')[1]), ['body/limit', 'claim/source']);
});
