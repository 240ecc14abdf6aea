/** Public means public, in every place of a content folder: what is found, how it is said, and that nothing turns it off. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { reporters } from '#checks/reporters/index.ts';
import { leakRules } from '#model/leak-rules.ts';
import { exampleIn } from '#model/rule.ts';
import { loadSite } from '#site/load.ts';
import { today } from '../helpers/build.ts';
import { answer, makeContent, minimalConfig } from '../helpers/content.ts';
import { creditCode, made } from '../helpers/leaks.ts';

const key = `sk-${made(48, 'check')}`;
const phone = ['199', '0000', '7316'].join('');
const company = creditCode('91110000MA00' + '001XY');

function find(files: Record<string, string>) {
  const { problems } = loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer(), ...files }), today, checkOnly: true });
  return problems.filter(({ rule }) => /^(secret|personal|company|internal|waiver|schema|check)\//.test(rule));
}

const places = (files: Record<string, string>) => find(files).map(({ file, line, column, rule }) => `${file}:${line}:${column} ${rule}`);

test('every place that people write into is searched', () => {
  const example = answer((text) => text.replace(/question:.*\n/, 'scenario: 在终端里发一次请求。\nprerequisites: [一个令牌]\nfiles: [{ path: hello/run.sh, language: bash }]\nrun: [bash run.sh]\nsuccess: [{ text: 打印一行。 }]\nerrors: [{ symptom: 返回 401, cause: 令牌错, fix: 换令牌 }]\n'));
  assert.deepEqual(
    places({
      'site.yaml': `${minimalConfig}# 值班 ${phone}\n`,
      'questions.yaml': `- { ask: ${key} 填在哪里, class: question, expect: [answers/a] }\n`,
      'answers/b.mdx': answer((text) => text.replace('正文。', `正文。\n\n令牌是${key}。`)),
      'answers/frontmatter.mdx': answer((text) => text.replace('category:', `basis: [打 ${phone} 问过。]\ncategory:`)),
      'answers/draft.mdx': answer((text) => text.replace('category:', 'draft: true\ncategory:').replace('正文。', phone)),
      'examples/hello.mdx': example,
      'examples/hello/run.sh': `curl -H 'Authorization: Bearer ${key}' 地址\n`,
      'public/notes/list.csv': `姓名,电话\n张三,${phone}\n`,
      'public/.env': 'A=1\n',
    }),
    [
      'answers/b.mdx:20:4 secret/token', 'answers/draft.mdx:19:1 personal/phone', 'answers/frontmatter.mdx:12:11 personal/phone', 'examples/hello/run.sh:1:32 secret/token',
      'public/.env:1:1 secret/file', 'public/notes/list.csv:2:4 personal/phone', 'questions.yaml:1:10 secret/token', 'site.yaml:8:6 personal/phone',
    ],
  );
});

test('what is known of a code file holds as long as that file stays', () => {
  const entry = answer((text) => text.replace(/question:.*\n/, 'scenario: 在终端里发一次请求。\nprerequisites: [一个令牌]\nfiles: [{ path: hello/run.sh, language: bash }, { path: hello/next.sh, language: bash }]\nrun: [bash run.sh]\nsuccess: [{ text: 打印一行。 }]\nerrors: [{ symptom: 返回 401, cause: 令牌错, fix: 换令牌 }]\n'));
  const contentDir = makeContent({ 'site.yaml': minimalConfig, 'examples/hello.mdx': entry, 'examples/hello/run.sh': `echo ${key}\n`, 'examples/hello/next.sh': 'echo\n' });
  const write = (name: string, text: string) => writeFileSync(join(contentDir, 'examples/hello', name), text);
  const found = () => loadSite({ contentDir, today, checkOnly: true }).problems.filter(({ rule }) => rule.startsWith('secret/')).map(({ file }) => file);
  assert.deepEqual([found(), found()], [['examples/hello/run.sh'], ['examples/hello/run.sh']]);
  write('next.sh', `echo ${key}\n`);
  assert.deepEqual(found(), ['examples/hello/next.sh', 'examples/hello/run.sh']);
  write('run.sh', 'echo\n');
  assert.deepEqual(found(), ['examples/hello/next.sh']);
});

test('a file with other faults is searched too', () => {
  assert.deepEqual(places({ 'answers/b.mdx': answer((text) => text.replace('category: access', `category: access\nkategory: ${key}`)) }).filter((place) => place.includes('secret/')), ['answers/b.mdx:13:11 secret/token']);
});

test('no format shows the value', () => {
  const problems = find({ 'answers/b.mdx': answer((text) => text.replace('正文。', `令牌${key}，电话${phone}。`)) });
  assert.deepEqual(problems.map(({ message }) => message), [
    { zh: `这里有密钥：“${key.slice(0, 4)}…${key.slice(-4)}”。`, en: `Here is a key: "${key.slice(0, 4)}…${key.slice(-4)}".` },
    { zh: '这里有手机号：“19…16”。', en: 'Here is a mobile number: "19…16".' },
  ]);
  for (const [name, report] of Object.entries(reporters)) {
    const text = report(problems, { lang: 'zh', prefix: '', files: 2, color: false });
    assert.ok(!text.includes(key.slice(4, 12)) && !text.includes(phone.slice(3, 8)), name);
  }
});

test('comments do not turn it off, and neither does a waiver', () => {
  const found = find({ 'answers/b.mdx': answer((text) => text.replace('category:', 'waivers: [{ rule: secret/token, reason: 只是例子, until: 2099-01-01 }]\ncategory:').replace('正文。', `{/* secretlint-disable */}\n\n${key}`)) });
  assert.deepEqual(found.map(({ line, rule, message }) => `${line} ${rule} ${message.zh}`), [
    '12 waiver/refused 规则 secret/token 不能豁免：公开过的东西收不回来。',
    '19 secret/directive "secretlint-disable" 想让检查不看这里。',
    `21 secret/token 这里有密钥：“${key.slice(0, 4)}…${key.slice(-4)}”。`,
  ]);
});

test('site.yaml may declare numbers public, but no secret', () => {
  const files = { 'answers/b.mdx': answer((text) => text.replace('正文。', `税号 ${company}，客服 ${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}，令牌 ${key}。`)) };
  assert.deepEqual(find(files).map(({ rule }) => rule), ['company/credit-code', 'personal/phone', 'secret/token']);
  const declared = `${minimalConfig}checks: { public: ["${company}", "${phone}", "${key}"] }\n`;
  assert.deepEqual(places({ ...files, 'site.yaml': declared }).map((place) => place.split(' ')[1]), ['secret/token', 'secret/token']);
});

test('the examples that lede explain prints are of their rule', () => {
  for (const { id, example } of leakRules.filter((rule) => rule.example)) {
    const found = (which: 'bad' | 'good') => {
      const shown = exampleIn(example![which], 'zh');
      return find(id === 'secret/file' ? { [shown]: '内容' } : { 'answers/b.mdx': answer((text) => text.replace('正文。', shown)) }).map(({ rule }) => rule);
    };
    assert.deepEqual([found('bad'), found('good')], [[id], []]);
  }
});

test('hints say what to do, in two languages', () => {
  const [found] = find({ 'answers/b.mdx': answer((text) => text.replace('正文。', '接口在 http://gateway.corp:8080/v1。')) });
  assert.deepEqual([found!.message, found!.hint], [
    { zh: '这里有内网主机名：“ga…rp”。', en: 'Here is an internal host: "ga…rp".' },
    { zh: '换成文档专用的写法，例如 192.0.2.10 或 api.example.com；本来就要公开的，写进 site.yaml 的 checks.public。', en: 'Write what is reserved for documentation, such as 192.0.2.10 or api.example.com; if it is meant to be public, list it in checks.public of site.yaml.' },
  ]);
});
