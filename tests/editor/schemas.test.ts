/** What editors' tools read: schemas that agree with the Zod ones, snippets that are entries, matchers that match. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { text as textReporter } from '#checks/reporters/text.ts';
import { kinds, pages } from '#kinds/index.ts';
import { readYaml } from '#lib/yaml.ts';
import { configSchema } from '#model/config.ts';
import type { Problem, Severity } from '#model/problem.ts';
import { readSettings } from '#model/read.ts';
import { schemaFiles, workspaceFiles } from '#site/editor/schemas/files.ts';
import type { Snippet } from '#site/editor/schemas/snippets.ts';
import { projectRoot } from '#site/project.ts';
import { smallSite } from '../helpers/content.ts';

const content = join(projectRoot, 'content');
const config = readSettings(content)!;
const schemas = schemaFiles(config);
// In strict mode a keyword that JSON Schema does not know is an error.
const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true });
addFormats.default(ajv);
const validators = new Map([...schemas].map(([file, text]) => [/([a-z]+)\.json$/.exec(file)![1]!, ajv.compile(JSON.parse(text) as object)]));

/** What ajv finds wrong with `data`, as place and keyword. */
function errorsOf(id: string, data: unknown): string[] {
  const validate = validators.get(id)!;
  return validate(data) ? [] : validate.errors!.map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

function frontmatterOf(file: string): unknown {
  const text = readFileSync(file, 'utf8');
  return readYaml(text.slice(4, text.indexOf('\n---\n', 4) + 1)).data;
}

test('the files in the repository are what the tool writes', () => {
  for (const [file, text] of schemas) assert.equal(readFileSync(join(content, file), 'utf8'), text, `${file}: run "npm run lede -- schemas".`);
  for (const [file, { text }] of workspaceFiles(config, 'content')) assert.equal(readFileSync(join(projectRoot, file), 'utf8'), text, `${file}: delete it, then run "npm run lede -- schemas".`);
});

test('every entry, page and site.yaml that the check accepts is valid', () => {
  for (const dir of [content, smallSite]) {
    assert.deepEqual(errorsOf('site', readYaml(readFileSync(join(dir, 'site.yaml'), 'utf8')).data), []);
    for (const { id, schema } of [...kinds, pages]) {
      if (!existsSync(join(dir, id))) continue;
      for (const name of readdirSync(join(dir, id)).filter((file) => file.endsWith('.mdx'))) {
        const data = frontmatterOf(join(dir, id, name));
        if (schema.safeParse(data).success) assert.deepEqual(errorsOf(id, data), [], `${id}/${name}`);
      }
    }
  }
});

test('what the check refuses is underlined', () => {
  const good = frontmatterOf(join(smallSite, 'answers/base-url.mdx')) as Record<string, unknown>;
  const broken: [change: Record<string, unknown>, expected: string][] = [
    [{ titel: '多余' }, ' additionalProperties'],
    [{ title: '短' }, '/title minLength'],
    [{ title: '长'.repeat(81) }, '/title maxLength'],
    [{ shortAnswer: undefined }, ' required'],
    [{ boundaries: { appliesTo: [], notFor: ['一种情况'] } }, '/boundaries/appliesTo minItems'],
    [{ nextSteps: [{ text: '去看看' }] }, '/nextSteps contains'],
    [{ nextSteps: [{ text: '去看看', to: '别处' }] }, '/nextSteps/0/to pattern'],
    [{ related: [{ to: 'answers/b', as: 'sameAs' }] }, '/related/0/as enum'],
    [{ related: [{ to: 'https://example.org/', as: 'seeAlso' }] }, '/related/0/to pattern'],
    [{ updated: '2026-02-30' }, '/updated format'],
    [{ draft: 'yes' }, '/draft type'],
    [{ sources: [{ title: '来源', url: 'http://example.org/', checked: '2026-01-01' }] }, '/sources/0/url pattern'],
  ];
  for (const [change, expected] of broken) {
    const data = JSON.parse(JSON.stringify({ ...good, ...change })) as unknown;
    assert.equal(kinds[0]!.schema.safeParse(data).success, false, expected);
    assert.ok(errorsOf('answers', data).includes(expected), `${expected}: ${errorsOf('answers', data).join(', ')}`);
  }
  assert.deepEqual(errorsOf('site', { ...(readYaml(readFileSync(join(smallSite, 'site.yaml'), 'utf8')).data as object), navigaton: [] }), [' additionalProperties']);
});

test('every field says its sentence, in the language of the site', () => {
  const sentences = (file: string) => [...schemas.get(file)!.matchAll(/"description": "(.*)"/g)].map(([, sentence]) => sentence!);
  assert.deepEqual(sentences('.schema/answers.json').filter((sentence) => !/\p{Script=Han}/u.test(sentence)), []);
  const english = schemaFiles({ ...config, language: 'en' });
  assert.match(english.get('.schema/answers.json')!, /"description": "The H1 of the page; for an answer, the question\."/);
  assert.doesNotMatch(english.get('.schema/answers.json')!, /"zh"/);
  const top = JSON.parse(schemas.get('.schema/site.json')!) as { properties: Record<string, { description?: string }> };
  assert.deepEqual(Object.keys(top.properties), Object.keys(configSchema.shape));
  assert.deepEqual(Object.entries(top.properties).filter(([, { description }]) => !description), []);
});

test('a snippet, filled in as VS Code does it, is a valid entry', () => {
  const snippets = JSON.parse(workspaceFiles(config, 'content').get('.vscode/lede.code-snippets')!.text) as Record<string, Snippet>;
  for (const { id, schema } of kinds) {
    const { body } = Object.values(snippets).find(({ prefix }) => prefix === `lede-${id}`)!;
    const text = body.join('\n')
      .replaceAll('${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}', '2026-06-01')
      .replaceAll('${TM_FILENAME_BASE}', 'free-quota')
      .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
      .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}/g, '$1')
      .replace(/\\([\\$}])/g, '$1');
    assert.doesNotMatch(text, /\$\{/);
    assert.deepEqual(schema.safeParse(readYaml(text.slice(4, text.indexOf('\n---\n', 4) + 1)).data).error?.issues, undefined, id);
  }
});

test('the problem matchers read what the check prints', () => {
  const problem = (severity: Severity, line: number): Problem => ({ file: 'answers/接口 地址.mdx', line, column: 3, rule: 'schema/length', severity, message: { zh: '"title" 有 1 个字。', en: '"title" has 1 character.' }, hint: { zh: '再写 3 个字。', en: 'Write 3 more.' } });
  for (const lang of ['zh', 'en'] as const) {
    const printed = textReporter([problem('error', 1), problem('warning', 2), problem('notice', 3)], { lang, files: 3, prefix: '', color: false }).split('\n');
    const { tasks } = JSON.parse(workspaceFiles({ ...config, language: lang }, 'content').get('.vscode/tasks.json')!.text) as { tasks: { problemMatcher: { severity: string; pattern: { regexp: string }[] }[] }[] };
    const found = tasks[0]!.problemMatcher.flatMap(({ severity, pattern: [first, second] }) => printed.flatMap((line, index) => {
      const match = new RegExp(first!.regexp).exec(line);
      return match ? [[severity, ...match.slice(1), new RegExp(second!.regexp).exec(printed[index + 1]!)![1]]] : [];
    }));
    const said = (severity: string, line: string) => [severity, 'answers/接口 地址.mdx', line, '3', 'schema/length', problem('error', 1).message[lang], problem('error', 1).hint[lang]];
    assert.deepEqual(found, [said('error', '1'), said('warning', '2'), said('info', '3')]);
  }
});
