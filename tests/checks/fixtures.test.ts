/** Every check against the fixture of its name: each marked line is reported, and nothing else of its rules is. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checks, rules } from '#checks/index.ts';
import { waiverRules } from '#checks/waivers.ts';
import { leakRules } from '#model/leak-rules.ts';
import { loadSite } from '#site/load.ts';
import { today } from '../helpers/build.ts';
import { readFixture } from '../helpers/fixture.ts';

/** Rules that no line of a fixture can carry, and where they are tested. */
const elsewhere: Record<string, string> = {
  'ledger/updated': 'outputs/ledger.test.ts', // JSON has no comments
  'ledger/unchanged': 'outputs/ledger.test.ts',
  'ledger/vanished': 'outputs/ledger.test.ts',
  // No file of the project may hold what these rules are about.
  ...Object.fromEntries(leakRules.filter(({ id }) => id !== 'secret/directive').map(({ id }) => [id, 'checks/public.test.ts'])),
  'prose/language': 'checks/prose.test.ts', // a mark would be the language
  'reach/far': 'checks/reach.test.ts', // takes more than a hundred files
};

for (const { id, rules: own } of [...checks, { id: 'waivers', rules: waiverRules }]) {
  const inFixture = own.map((rule) => rule.id).filter((rule) => !(rule in elsewhere));
  if (inFixture.length === 0) continue;
  test(id, () => {
    const dir = join(import.meta.dirname, 'fixtures', id);
    assert.ok(existsSync(dir), `${id} has no fixture: write tests/checks/fixtures/${id}/`);
    const fixture = readFixture(dir);
    const { problems } = loadSite({ contentDir: fixture.dir, today, checkOnly: true });
    const foreign = new Set([...checks.filter((check) => check.id !== id).flatMap((check) => check.rules), ...(id === 'waivers' ? [] : waiverRules)].map((rule) => rule.id));
    const found = problems.filter(({ rule }) => !foreign.has(rule)).map(({ file, line, rule }) => `${file}:${fixture.lineOf(file, line)} ${rule}`);
    assert.deepEqual(found.sort(), fixture.marks.sort());
    assert.deepEqual(inFixture.filter((rule) => !fixture.marks.some((mark) => mark.endsWith(` ${rule}`))), [], 'every rule is marked on some line');
  });
}

test('rules tested elsewhere are rules, and are tested there', () => {
  assert.deepEqual(Object.keys(elsewhere).filter((rule) => !rules.has(rule)), []);
  assert.deepEqual([...new Set(Object.values(elsewhere))].filter((file) => !existsSync(join(import.meta.dirname, '..', file))), []);
});
