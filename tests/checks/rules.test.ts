/** The catalogue of rules: whole, and with examples that are what they say. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checks, rules } from '#checks/index.ts';
import { exampleIn } from '#model/rule.ts';
import { loadSite } from '#site/load.ts';
import { today } from '../helpers/build.ts';
import { makeContent, minimalConfig } from '../helpers/content.ts';
import { fill } from '../helpers/fixture.ts';

const src = join(import.meta.dirname, '../../src');

test('every rule that the source reports can be explained', () => {
  const named = (readdirSync(src, { recursive: true }) as string[])
    .filter((name) => /^(model|markup|checks|site)\/.*\.ts$/.test(name))
    .flatMap((name) => [...readFileSync(join(src, name), 'utf8').matchAll(/(?:\brule: |error\(|report\(|missing\()'([a-z]+\/[a-z-]+)'/g)].map(([, rule]) => rule!));
  assert.ok(new Set(named).size > 40);
  assert.deepEqual(named.filter((rule) => !rules.has(rule)), []);
});

test('no two rules share a name but with themselves', () => {
  const owners = Map.groupBy(checks.flatMap((check) => check.rules), ({ id }) => id);
  assert.deepEqual([...owners].filter(([, same]) => same.length > 1).map(([id]) => id), []);
  assert.deepEqual([...rules.keys()].filter((id) => !/^[a-z]+\/[a-z-]+$/.test(id)), []);
});

test('why is one or two whole sentences in both languages', () => {
  const wrong = [...rules.values()].filter(({ why }) => !/^[^。]+。(?:[^。]+。)?$/.test(why.zh.replaceAll('.mdx', '')) || !/\.$/.test(why.en));
  assert.deepEqual(wrong.map(({ id }) => id), []);
});

test('every rule of a check shows what breaks it and what to write instead', () => {
  assert.deepEqual(checks.flatMap((check) => check.rules).filter(({ example }) => !example).map(({ id }) => id), []);
});

/** Rules whose example takes more than one file, or a ledger. */
const told = ['reach/far', 'redirect/loop', 'secret/file', 'ledger/updated', 'ledger/unchanged', 'ledger/vanished'];

for (const { id, example } of rules.values()) {
  if (!example || told.includes(id)) continue;
  test(`the examples of ${id}`, () => {
    for (const lang of ['zh', 'en'] as const) {
      assert.ok(breaks(exampleIn(example.bad, lang), id), `bad in ${lang} breaks the rule`);
      assert.ok(!breaks(exampleIn(example.good, lang), id), `good in ${lang} does not`);
    }
  });
}

/** Whether `rule` is reported when `example` is the frontmatter or the body of answers/a (of glossary/a for a term), or stands in site.yaml. */
function breaks(example: string, rule: string): boolean {
  const first = /^([a-z]\w*):/i.exec(example)?.[1];
  const isSetting = ['checks', 'ai', 'contact', 'navigation', 'theme'].includes(first ?? '');
  const entry = isSetting ? '---\n---\n' : first ? `---\n${example}\n---\n` : `---\n---\n\n${example}\n`;
  const isCircle = rule === 'relation/cycle';
  const files = {
    [`${first === 'term' ? 'glossary' : 'answers'}/a.mdx`]: entry,
    'glossary/c.mdx': '---\npublished: 2020-01-01\nterm: 接口地址\navoid: [接口网址]\n---\n',
    'answers/b.mdx': `---\nasks: [密钥要放在请求头的哪里？]\npublished: 2020-01-01${isCircle ? '\nrelated: [{ to: answers/a, as: requires }]' : ''}\n---\n`,
    'answers/old.mdx': '---\nsupersededBy: { to: answers/b, reason: 内容已并入, since: 2026-05-01 }\n---\n',
    'answers/draft.mdx': '---\ndraft: true\n---\n',
    'pages/about.mdx': '---\n---\n',
    'public/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  };
  const dir = makeContent({ 'site.yaml': isSetting ? `${minimalConfig}${example}\n` : minimalConfig, ...Object.fromEntries(Object.entries(files).map(([name, text]) => [name, name.endsWith('.mdx') ? fill(name, text).text : text])) });
  const { problems } = loadSite({ contentDir: dir, today, checkOnly: true });
  return problems.some((problem) => problem.rule === rule && (isCircle || ['answers/a.mdx', 'glossary/a.mdx', 'site.yaml'].includes(problem.file)));
}
