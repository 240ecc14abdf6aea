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
