/** `/for-machines/`: every file that it names is there, and every example is out of that file. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { findAll, findOne, getAttributeValue, getElementsByTagName, hasAttrib, textContent } from 'domutils';
import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { resourcesOf } from '#outputs/index.ts';
import { loadSite } from '#site/load.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { smallSite } from '../helpers/content.ts';

const origin = 'https://small.example';
const sites = { 'at the top': origin, 'below a path': `${origin}/docs` };
const trees = new Map<string, Map<string, string>>();

before(async () => {
  for (const url of Object.values(sites)) trees.set(url, readTree((await buildSmall({ url })).out));
});

interface Entry {
  path: string;
  links: string[];
  example: string | undefined;
}

/** What the page says of each file: the texts between one heading of level 3 and the next. */
function entriesOn(html: string): Entry[] {
  const prose = findOne((element) => element.attribs['class'] === 'prose', parseDocument(html).children)!;
  const entries: Entry[] = [];
  for (const element of prose.children.filter((child): child is Element => 'attribs' in child)) {
    if (element.name === 'h3') entries.push({ path: textContent(element), links: [], example: undefined });
    const entry = entries.at(-1);
    if (!entry) continue;
    entry.links.push(...findAll((link) => link.name === 'a' && hasAttrib(link, 'href'), [element]).map((link) => getAttributeValue(link, 'href')!));
    // What follows the example is a program that uses the file.
    if (element.name === 'figure') entry.example ??= textContent(getElementsByTagName('code', [element])[0]!);
  }
  return entries;
}

/** The same in the twin. */
function entriesIn(markdown: string): Entry[] {
  return markdown.split(/^### /m).slice(1).map((text) => ({
    path: text.split('\n', 1)[0]!,
    links: [...text.replace(/^(`{3,})[^]*?^\1$/gm, '').matchAll(/https:\/\/[^\s)]+/g)].map(([url]) => url),
    example: /^(`{3,})\w*\n([^]*?)\n\1$/m.exec(text)?.[2],
  }));
}

/** Whether `part` is a piece of the file: of its text, or of its data where both are JSON. */
function isPartOf(part: string, file: string, path: string): boolean {
  if (file.includes(part)) return true;
  if (!path.endsWith('.json')) return false;
  const wanted: unknown = JSON.parse(part);
  const search = (value: unknown): boolean => isDeepStrictEqual(value, wanted) || (typeof value === 'object' && value !== null && Object.values(value).some(search));
  return search(JSON.parse(file));
}

for (const [where, url] of Object.entries(sites)) {
  test(`${where}: page and twin name every resource, and lead to files that exist`, () => {
    const files = trees.get(url)!;
    const { site } = loadSite({ contentDir: smallSite, today, url }).edition!;
    for (const entries of [entriesOn(files.get('/for-machines/index.html')!), entriesIn(files.get('/for-machines.md')!)]) {
      const linked = new Set(entries.flatMap(({ links }) => links));
      for (const { path } of resourcesOf(site)) assert.ok(path === '/for-machines/' || linked.has(site.url(path)), path);
      for (const link of linked) assert.ok(files.has(link.slice(url.length)), link);
    }
  });

  test(`${where}: every example is out of the file that it stands for`, () => {
    const files = trees.get(url)!;
    const entries = entriesOn(files.get('/for-machines/index.html')!);
    for (const { path, example } of entries) assert.ok(example && isPartOf(example, files.get(path)!, path), `${path}: ${example}`);
    assert.deepEqual(entriesIn(files.get('/for-machines.md')!).map(({ path, example }) => [path, example]), entries.map(({ path, example }) => [path, example]));
  });
}

test('it says how to quote: the answer with its limit, its date and its address', () => {
  const quote = [
    '接口地址填 https://api.small.example/v1，不要填网站首页的地址。两个地址的作用不同：一个返回数据，一个返回网页，填错时程序收到的是一段 HTML。',
    '不适用：只浏览网页、不调用接口的情况。',
    '更新：2026-03-04',
    'https://small.example/answers/base-url/',
  ].join('\n');
  assert.ok(trees.get(origin)!.get('/for-machines.md')!.includes(`\n\`\`\`text\n${quote}\n\`\`\`\n`));
  assert.ok(textContent(parseDocument(trees.get(origin)!.get('/for-machines/index.html')!)).includes(quote));
});

test('the page is reached from the foot and from the head of every other', () => {
  for (const [path, html] of trees.get(origin)!) {
    if (!path.endsWith('.html') || path.startsWith('/old/')) continue;
    assert.match(html, /<a href="\/for-machines\/">给程序和 AI 的入口<\/a>/, path);
    assert.match(html, /<link rel="help" type="text\/html" href="https:\/\/small\.example\/for-machines\/"/, path);
  }
});
