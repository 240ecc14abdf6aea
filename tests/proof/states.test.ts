/** What each surface states: against a content that says something else, the proof of the old tree names every surface that still says the old, field by field. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { loadSite } from '#site/load.ts';
import { buildSmall, today } from '../helpers/build.ts';
import { copySmallSite } from '../helpers/content.ts';
import { proveAll } from '../helpers/proof.ts';

let out: string;
before(async () => void ({ out } = await buildSmall()));

/** The surfaces of the old tree that contradict a content in whose file at `path` stands `to` for `from`, by field. */
function contradicted(path: string, from: string | RegExp, to: string): Record<string, string> {
  const contentDir = copySmallSite();
  const file = join(contentDir, path);
  const text = readFileSync(file, 'utf8');
  const edited = text.replaceAll(from, to);
  assert.notEqual(edited, text);
  writeFileSync(file, edited);
  const loaded = loadSite({ contentDir, today });
  assert.deepEqual(loaded.problems.filter(({ severity }) => severity === 'error'), []);
  const fields = Map.groupBy(proveAll(out, loaded).filter(({ rule }) => rule === 'value'), ({ field }) => field);
  return Object.fromEntries(Array.from(fields, ([field, some]) => [field, [...new Set(some.map(({ surface }) => surface))].sort().join(' ')]));
}

const entry = 'answers/base-url.mdx';
const hash = 'answers changes';
const boundaries = 'answers atom json-feed llms-full page rss twins';
const due = 'answers freshness llms-full page twins';
const state = 'answers freshness llms llms-full page questions twins';

const edits: [what: string, path: string, from: string | RegExp, to: string, contradicts: Record<string, string>][] = [
  ['title', entry, '接口地址应该填什么？', '接口地址该填什么？', { title: 'answers atom cards changes freshness graph head item-list json-feed json-ld llms llms-full page redirect-pages rss twins', phrasings: 'questions', trail: 'json-ld', hash }],
  ['description', entry, '说明接口地址', '写明接口地址', { description: 'head', hash }],
  ['question', entry, '我该把哪个', '我应该把哪个', { question: 'answers json-ld', phrasings: 'questions', hash }],
  ['short answer', entry, '不要填网站首页', '别填网站首页', { answer: 'answers atom cards json-feed json-ld llms llms-full page questions rss twins', hash }],
  ['case in which it holds', entry, '使用 OpenAI', '采用 OpenAI', { appliesTo: boundaries, hash }],
  ['case in which it does not hold', entry, '只浏览网页', '只看网页', { notFor: boundaries, limit: 'cards questions', hash }],
  ['next step', 'glossary/base-url.mdx', '看该填什么', '看要填什么', { nextSteps: 'answers', hash }],
  ['thing never to be shared', entry, '完整的密钥', '整个密钥', { neverShare: boundaries, hash }],
  ['day of publication', entry, 'published: 2026-01-02', 'published: 2026-01-01', { published: 'answers atom changes head json-feed json-ld llms-full page twins' }],
  ['day of the last change', entry, '2026-03-04', '2026-03-05', {
    updated: 'answers atom cards changes head json-feed json-ld llms-full page questions rss sitemap twins',
    checked: 'answers freshness json-ld llms-full page twins',
    due,
  }],
  ['day of review that is near', entry, 'volatility: stable', 'volatility: vendor', { due, state }],
  ['day of review that has passed', entry, 'volatility: stable', 'volatility: price', { due, state, overdue: 'atom cards json-feed page rss' }],
  ['body', entry, '看起来很像', '看着很像', { hash }],
  ['old path', entry, '/old/base-url/', '/older/base-url/', { redirects: 'nginx redirects vercel' }],
  ['title of a tombstone', 'answers/old-name.mdx', '旧的接口地址问题', '接口地址的旧问题', { title: 'head page' }],
  ['title of a trust page', 'pages/about.mdx', '关于小站', '小站是谁', { title: 'head json-ld llms llms-full page twins', trail: 'json-ld' }],
  ['description of a trust page', 'pages/about.mdx', '谁写这个小站', '谁在写小站', { description: 'head', answer: 'llms llms-full twins' }],
  ['day of a trust page', 'pages/about.mdx', '2026-01-01', '2026-01-03', { updated: 'json-ld llms-full page sitemap twins' }],
  ['name of a category', 'site.yaml', 'label: 接入', 'label: 接上', { trail: 'json-ld' }],
  ['fact about the publisher', 'site.yaml', 'logo: /logo.svg', 'logo: /logo.svg, facts: [{ id: since, statement: 从 2020 年写到现在。, source: /about/, checked: 2026-01-01 }]', { claims: 'brand' }],
  ['name of the site', 'site.yaml', /^name: 小站/gm, 'name: 大站', { identity: 'brand json-ld' }],
];

for (const [what, path, from, to, contradicts] of edits) {
  test(`another ${what} is asked of every surface that states it`, () => assert.deepEqual(contradicted(path, from, to), contradicts));
}
