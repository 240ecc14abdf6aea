/** Every page of the small site is valid HTML by a second opinion, html-validate. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { buildSmall, readTree } from '../helpers/build.ts';

const validator = new HtmlValidate(new StaticConfigLoader({
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // Pages are written without needless bytes.
    'no-trailing-whitespace': 'off',
    'doctype-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-implicit-close': 'off',
    'void-style': 'off',
    // A page title carries the site's name, and some questions are long.
    'long-title': 'off',
    // HTML allows any id without white space; footnotes use a colon so that they never meet a heading.
    'valid-id': ['error', { relaxed: true }],
  },
}));

test('every page is valid', async () => {
  const files = readTree((await buildSmall()).out);
  for (const [path, html] of files) {
    if (!path.endsWith('.html')) continue;
    const { results } = await validator.validateString(html, path);
    const messages = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`));
    assert.deepEqual(messages, []);
  }
});
