/** Every page of the test sites is valid HTML by two opinions: html-validate, and the Nu HTML Checker where there is a Java. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { buildSite } from '#site/build.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { tempDir } from '../helpers/content.ts';

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

let trees: string[];

before(async () => {
  const english = join(tempDir(), 'dist');
  await buildSite({ contentDir: fileURLToPath(new URL('../fixtures/english', import.meta.url)), out: english, today });
  trees = [(await buildSmall()).out, english];
});

test('html-validate finds nothing', async () => {
  for (const [path, html] of trees.flatMap((dir) => [...readTree(dir)])) {
    if (!path.endsWith('.html')) continue;
    const { results } = await validator.validateString(html, path);
    const messages = results.flatMap(({ messages }) => messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`));
    assert.deepEqual(messages, []);
  }
});

const hasJava = spawnSync('java', ['-version']).status === 0;

test('the Nu HTML Checker finds nothing', { skip: hasJava ? false : 'it needs a Java: on Debian type "apt-get install default-jre-headless"' }, () => {
  const jar = join(dirname(createRequire(import.meta.url).resolve('vnu-jar')), 'build/dist/vnu.jar');
  const { stderr } = spawnSync('java', ['-jar', jar, '--errors-only', '--skip-non-html', '--format', 'json', ...trees], { encoding: 'utf8', maxBuffer: 1 << 26 });
  const { messages } = JSON.parse(stderr) as { messages: { url: string; lastLine: number; message: string }[] };
  assert.deepEqual(messages.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`), []);
});
