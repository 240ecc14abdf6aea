/** The documents of data: each keeps to the schema served beside it, and all of them say the same of an entry. */
import assert from 'node:assert/strict';
import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { z } from 'zod';
import { cleanLine } from '#lib/text.ts';
import type { Edition } from '#markup/edition.ts';
import { assembleSite } from '#model/assemble.ts';
import type { Contract } from '#model/contract.ts';
import { datasetFiles, defineDataset } from '#model/dataset.ts';
import { outputs, resourcesOf } from '#outputs/index.ts';
import { loadSite } from '#site/load.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { copySmallSite, makeContent, minimalConfig, answer, smallSite } from '../helpers/content.ts';
import { withFields } from '../helpers/hostile.ts';
import { given } from '../helpers/outputs.ts';

const names = ['answers', 'questions', 'graph', 'brand', 'changes', 'freshness'] as const;
const lists = { answers: 'entries', questions: 'entries', graph: 'nodes', brand: 'facts', changes: 'changes', freshness: 'entries' } as const;
const origin = 'https://small.example';

type Row = Record<string, unknown>;
type Document = Row & { $schema: string; version: number };

let files: Map<string, string>;

before(async () => {
  files = readTree((await buildSmall()).out);
});

function read(name: string): Document {
  return JSON.parse(files.get(`/${name}.json`)!) as Document;
}

function rows(name: keyof typeof lists): Row[] {
  return read(name)[lists[name]] as Row[];
}

/** What is wrong with the JSON document `text` by the schema `schema`. */
function faultsOf(schema: string, text: string): unknown {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(schema) as object);
  return validate(JSON.parse(text)) ? [] : validate.errors;
}

test('every document keeps to the schema that it names, which is served beside it under its version', () => {
  for (const name of names) {
    const { $schema, version } = read(name);
    assert.equal($schema, `${origin}/schemas/${name}.v${version}.json`);
    const schema = files.get($schema.slice(origin.length))!;
    assert.equal((JSON.parse(schema) as Row)['$id'], $schema);
    assert.deepEqual(faultsOf(schema, files.get(`/${name}.json`)!), [], name);
  }
});

test('a schema refuses a field that it does not know, and one that is missing', () => {
  const schema = files.get('/schemas/answers.v1.json')!;
  const [first] = rows('answers');
  const { shortAnswer: _, ...rest } = first!;
  const faults = faultsOf(schema, JSON.stringify({ ...read('answers'), entries: [{ ...rest, price: 1 }] })) as { keyword: string; params: Row }[];
  assert.deepEqual(faults.map(({ keyword, params }) => [keyword, params]), [['required', { missingProperty: 'shortAnswer' }], ['additionalProperties', { additionalProperty: 'price' }]]);
});

test('answers.json says all that must travel with an answer', () => {
  assert.deepEqual(rows('answers')[0], {
    id: 'answers/base-url',
    kind: 'answers',
    url: `${origin}/answers/base-url/`,
    markdown: `${origin}/answers/base-url.md`,
    title: '接口地址应该填什么？',
    question: '我该把哪个地址填进 Base URL？',
    asks: ['Base URL 填哪一个'],
    shortAnswer: '接口地址填 https://api.small.example/v1，不要填网站首页的地址。两个地址的作用不同：一个返回数据，一个返回网页，填错时程序收到的是一段 HTML。',
    boundaries: { appliesTo: ['使用 OpenAI 兼容协议的客户端。'], notFor: ['只浏览网页、不调用接口的情况。'], neverShare: ['完整的密钥。'] },
    nextSteps: [
      { text: '看懂这个词', title: 'Base URL（接口地址）', url: `${origin}/glossary/base-url/` },
      { text: '用 curl 试一次', title: '用 curl 发出第一条请求', url: `${origin}/examples/hello/` },
    ],
    published: '2026-01-02',
    updated: '2026-03-04',
    review: { checked: '2026-03-04', due: '2028-02-22', state: 'current' },
    hash: '21addfd527ed911b5eeb66de248eb9e4',
  });
});

test('every entry of every kind is in answers, questions, graph, changes and freshness, and nothing else is', () => {
  const all = ['answers/base-url', 'answers/overdue', 'checklists/before-launch', 'examples/hello', 'glossary/base-url', 'guides/first-call', 'posts/two-addresses'];
  for (const name of ['answers', 'questions', 'graph', 'changes', 'freshness'] as const) {
    assert.deepEqual([...new Set(rows(name).map(({ id }) => id as string))].sort(), all, name);
    for (const { id, url } of rows(name)) assert.equal(url, `${origin}/${id as string}/`);
  }
});

test('questions.json leads from every phrasing and name to the entry with its answer and a boundary', () => {
  const find = (phrasing: string) => rows('questions').filter(({ phrasings }) => (phrasings as string[]).includes(phrasing)).map(({ id }) => id);
  assert.deepEqual(find('接口地址应该填什么？'), ['answers/base-url'], 'a title');
  assert.deepEqual(find('我该把哪个地址填进 Base URL？'), ['answers/base-url'], 'a question');
  assert.deepEqual(find('Base URL 填哪一个'), ['answers/base-url'], 'another phrasing');
  assert.deepEqual(find('基础地址'), ['glossary/base-url'], 'a name');
  assert.deepEqual(rows('questions')[5], {
    id: 'glossary/base-url',
    url: `${origin}/glossary/base-url/`,
    phrasings: ['Base URL（接口地址）', '接口地址', 'base URL', 'Base URL', '基础地址'],
    shortAnswer: '接口地址是程序发请求时放在每个路径前面的固定部分，例如 https://api.small.example/v1；它和网站地址不同，填错时收到的是网页。',
    boundary: '网页地址。',
    updated: '2026-02-06',
    state: 'current',
  });
});

test('aliases are phrasings too, and a phrasing stands once', () => {
  const contentDir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer((text) => text.replace('category:', 'aliases: [baseurl, 接口地址应该填什么？]\ncategory:')) });
  assert.deepEqual((JSON.parse(textOf(loadSite({ contentDir, today }).edition!, 'questions')) as { entries: Row[] }).entries[0]!['phrasings'], ['接口地址应该填什么？', '我该把哪个地址填进去？', 'baseurl']);
});

test('graph.json has each relation in both directions, and no end that is no node', () => {
  const inverse: Record<string, string> = { requires: 'requiredBy', partOf: 'hasPart', exampleOf: 'hasExample', alternativeTo: 'alternativeTo', supersedes: 'replacedBy', seeAlso: 'seeAlso' };
  const relations = read('graph')['relations'] as { from: string; type: string; to: string; derived: boolean }[];
  assert.deepEqual(relations.filter(({ from }) => from === 'answers/base-url'), [
    { from: 'answers/base-url', type: 'seeAlso', to: 'examples/hello', derived: false },
    { from: 'answers/base-url', type: 'requires', to: 'glossary/base-url', derived: false },
    { from: 'answers/base-url', type: 'requiredBy', to: 'guides/first-call', derived: true },
  ]);
  const nodes = new Set(rows('graph').map(({ id }) => id));
  for (const { from, type, to, derived } of relations) {
    assert.ok(nodes.has(from) && nodes.has(to), `${from} ${type} ${to}`);
    if (!derived) assert.ok(relations.some((back) => back.from === to && back.to === from && back.type === inverse[type]), `${to} ${inverse[type]} ${from}`);
  }
});

test('addresses that were typed in Chinese are percent-encoded, as the schema, JSON-LD and RFC 9116 want them', async () => {
  const contentDir = copySmallSite();
  const file = join(contentDir, 'site.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('logo: /logo.svg', 'logo: "https://small.example/标志.svg?v=2"').replace('support: /about/', 'support: "https://small.example/帮助(a", business: "mailto:a@small.example", security: { contact: "https://small.example/安全", expires: 2027-05-01 }'));
  const tree = readTree((await buildSmall({ contentDir })).out);
  assert.deepEqual(faultsOf(tree.get('/schemas/brand.v1.json')!, tree.get('/brand.json')!), []);
  const { logo, contact } = JSON.parse(tree.get('/brand.json')!) as { logo: string; contact: unknown };
  const [support, security] = ['https://small.example/%E5%B8%AE%E5%8A%A9%28a', 'https://small.example/%E5%AE%89%E5%85%A8'];
  assert.deepEqual([logo, contact], ['https://small.example/%E6%A0%87%E5%BF%97.svg?v=2', { support, business: 'mailto:a@small.example', security }]);
  assert.match(tree.get('/.well-known/security.txt')!, new RegExp(`^Contact: ${security}\n`));
  assert.ok(tree.get('/about.md')!.includes(`](${support})`), 'an address that Markdown does not end too early');
});

test('brand.json says what site.yaml says', async () => {
  const contentDir = copySmallSite();
  const settings = join(contentDir, 'site.yaml');
  writeFileSync(settings, readFileSync(settings, 'utf8')
    .replace(/^publisher:.*$/m, 'publisher: { name: 小站公司, url: "https://corp.example", logo: /logo.svg, sameAs: ["https://code.example/小站"], facts: [{ id: base, statement: 接口地址是 `https://api.small.example/v1`。, source: 接口文档, checked: 2026-01-05 }] }')
    .replace(/^contact:.*$/m, 'contact: { support: /about/#contact, business: "mailto:biz@small.example", report: "https://small.example/new?title={title}" }'));
  const { out } = await buildSmall({ contentDir });
  const text = readTree(out).get('/brand.json')!;
  assert.deepEqual(faultsOf(files.get('/schemas/brand.v1.json')!, text), []);
  assert.deepEqual(JSON.parse(text), {
    $schema: `${origin}/schemas/brand.v1.json`,
    version: 1,
    site: `${origin}/`,
    language: 'zh-CN',
    name: '小站公司',
    url: 'https://corp.example',
    logo: `${origin}/logo.svg`,
    sameAs: ['https://code.example/%E5%B0%8F%E7%AB%99'],
    website: { name: '小站', description: '一个用来测试的小站，回答几个关于接口的问题。' },
    author: { name: '小站编辑部', type: 'organization', url: `${origin}/about/` },
    contact: { support: `${origin}/about/#contact`, business: 'mailto:biz@small.example', report: 'https://small.example/new?title={title}' },
    facts: [{ id: 'base', statement: '接口地址是 https://api.small.example/v1。', source: '接口文档', checked: '2026-01-05' }],
  });
});

test('changes.json has what changed, newest first, and the present hash at the latest change of each entry', () => {
  const changes = rows('changes');
  assert.deepEqual(changes[0], { date: '2026-03-04', type: 'revised', id: 'answers/base-url', url: `${origin}/answers/base-url/`, title: '接口地址应该填什么？', change: '补充斜杠的说明', reason: '读者常问', hash: '21addfd527ed911b5eeb66de248eb9e4' });
  assert.deepEqual(changes.map(({ date, type, id }) => `${date as string} ${type as string} ${id as string}`), [
    '2026-03-04 revised answers/base-url',
    '2026-02-08 revised posts/two-addresses',
    '2026-02-07 published posts/two-addresses',
    '2026-02-06 published glossary/base-url',
    '2026-02-05 published checklists/before-launch',
    '2026-02-03 revised examples/hello',
    '2026-02-02 published examples/hello',
    '2026-02-01 published guides/first-call',
    '2026-01-02 published answers/base-url',
    '2026-01-01 published answers/overdue',
  ]);
  const hashes = new Map(rows('answers').map(({ id, hash }) => [id, hash]));
  assert.deepEqual(new Map(changes.flatMap(({ id, hash }) => (hash ? [[id, hash]] : []))), hashes);
});

test('freshness.json says what is overdue first, with who is to look at it', () => {
  const entries = rows('freshness');
  assert.deepEqual(entries[0], { id: 'answers/overdue', url: `${origin}/answers/overdue/`, title: '返回 401 应该先查什么？', class: 'price', days: 30, checked: '2026-01-01', due: '2026-01-31', state: 'overdue', owner: '值班编辑' });
  const due = entries.map((entry) => entry['due'] as string);
  assert.deepEqual(due, [...due].sort());
  for (const { id, review } of rows('answers')) assert.equal((review as Row)['state'], entries.find((entry) => entry['id'] === id)!['state'], id as string);
});

test('large documents come in pieces, at most one entry a piece', () => {
  const { edition } = loadSite({ contentDir: smallSite, today });
  for (const name of ['answers', 'questions', 'graph', 'changes', 'freshness']) {
    const { content } = fileOf(edition!, name);
    assert.notEqual(typeof content, 'string');
    for (const piece of content as Iterable<string>) assert.ok(String(piece).split('"id":').length <= 2, piece);
  }
});

test('a site whose entries are all drafts has empty lists', () => {
  const contentDir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer((text) => text.replace('category:', 'draft: true\ncategory:')) });
  const { edition } = loadSite({ contentDir, today });
  for (const name of names) assert.deepEqual((JSON.parse(textOf(edition!, name)) as Row)[lists[name]], [], name);
  for (const resource of resourcesOf(edition!.site)) assert.doesNotThrow(() => resource.example?.(edition!));
});

test('hostile text keeps every document whole and equal', () => {
  const { edition } = loadSite({ contentDir: smallSite, today });
  const validators = new Map(names.map((name) => {
    const ajv = new Ajv2020();
    addFormats.default(ajv);
    return [name, ajv.compile(JSON.parse(files.get(`/schemas/${name}.v1.json`)!) as object)];
  }));
  // The reader takes text through cleanLine before anything else sees it.
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom('</script><script>', ']]>', '"', '\\', '\u2028\u2029', '\u202E倒着写\u202C', '👩‍👩‍👧', '汉'.repeat(80), '${x}', '{{x}}', '<!--', '&amp;', '[x](y)', '__proto__', '\\u0000'),
  ).map((text) => cleanLine(text) || '题');
  fc.assert(fc.property(hostile, hostile, hostile, (title, text, alias) => {
    const changed = withText(edition!, { title, shortAnswer: text, aliases: [alias], boundaries: { appliesTo: [text], notFor: [text] } });
    for (const name of names) {
      const printed = textOf(changed, name);
      const document = JSON.parse(printed) as Row;
      const validate = validators.get(name)!;
      assert.ok(validate(document), JSON.stringify(validate.errors));
      const found = document[lists[name]] as Row[];
      if (name !== 'brand' && name !== 'questions') assert.ok(found.length >= 2 && found.every((row) => row['title'] === title));
      if (name === 'answers' || name === 'questions') assert.ok(found.every((row) => row['shortAnswer'] === text));
      if (name === 'questions') assert.ok(found.every((row) => [title, alias].every((phrasing) => (row['phrasings'] as string[]).includes(phrasing))));
      assert.equal(printed.split('\n').length, printed.replace(/\\n/g, '').split('\n').length);
    }
  }), { numRuns: 1000 });
});

/** The edition with two entries that have other fields. */
function withText(edition: Edition, change: Partial<Contract>): Edition {
  const { site } = edition;
  const entries = ['answers/overdue', 'glossary/base-url'].map((ref) => site.entry(ref)!).map((entry) => withFields(entry, change));
  return { ...edition, site: assembleSite({ config: site.config, kinds: site.kinds, entries, pages: [], today }) };
}

function fileOf(edition: Edition, name: string) {
  const files = outputs.find(({ id }) => id === name)!.files(edition, given) as Iterable<{ path: string; content: string | Iterable<string> }>;
  return [...files].find(({ path }) => path === `/${name}.json`)!;
}

function textOf(edition: Edition, name: string): string {
  const { content } = fileOf(edition, name);
  return typeof content === 'string' ? content : [...content].join('');
}

test('a document of too many records goes on in further files, each named by the one before', () => {
  const { site } = loadSite({ contentDir: smallSite, today }).edition!;
  const dataset = defineDataset({ name: 'long', version: 1, about: 'Numbers.', head: {}, lists: { even: z.object({ n: z.int() }), odd: z.object({ n: z.int() }) } });
  const rowsOf = (...numbers: number[]) => numbers.map((n) => ({ id: String(n), make: () => ({ n }) }));
  const parts = new Map(Array.from(datasetFiles(site, dataset, {}, { even: rowsOf(2, 4, 6), odd: rowsOf(1, 3) }, 2), ({ path, content }) => [path, [...content].join('')]));
  const documents = [...parts].filter(([path]) => path.startsWith('/long')).map(([path, text]) => ({ path, ...(JSON.parse(text) as { next?: string; even: { n: number }[]; odd: { n: number }[] }) }));
  assert.deepEqual(
    documents.map(({ path, next, even, odd }) => [path, next, even.map(({ n }) => n), odd.map(({ n }) => n)]),
    [
      ['/long.json', `${origin}/long.part-2.json`, [2, 4], []],
      ['/long.part-2.json', `${origin}/long.part-3.json`, [6], [1]],
      ['/long.part-3.json', undefined, [], [3]],
    ],
  );
  for (const { path } of documents) assert.deepEqual(faultsOf(parts.get('/schemas/long.v1.json')!, parts.get(path)!), [], path);
});
