/** SARIF as its own schema wants it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { sarif } from '#checks/reporters/sarif.ts';
import { loadSite } from '#site/load.ts';
import { answer, makeContent, minimalConfig } from '../helpers/content.ts';

const schema = fileURLToPath(import.meta.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

test('a report of problems of every severity, and an empty one, are valid', () => {
  const contentDir = makeContent({
    'site.yaml': minimalConfig,
    'answers/a.mdx': answer((text) => text.replace('category: access', 'basis: [平均每次省下 20 元。]\ncategory: access')),
    'answers/空 格.mdx': answer(),
    'posts/b.mdx': '',
  });
  const { problems } = loadSite({ contentDir, today: '2026-06-01', checkOnly: true });
  assert.deepEqual([...new Set(problems.map(({ severity }) => severity))].sort(), ['error', 'warning']);
  for (const list of [problems, []]) {
    assert.ok(validate(JSON.parse(sarif(list, { lang: 'zh', prefix: '内容/', files: 3, color: false }))), JSON.stringify(validate.errors, null, 1));
  }
});
