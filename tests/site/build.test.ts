/** The small site, built once, and what must be true of every file of it. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { parseDocument } from 'htmlparser2';
import { getElementsByTagName, getAttributeValue, textContent, existsOne } from 'domutils';
import type { Document, Element } from 'domhandler';
import { firstScript } from '#model/theme.ts';
import { buildSmall, readTree } from '../helpers/build.ts';

let files: Map<string, string>;
let pages: Map<string, Document>;

before(async () => {
  files = readTree((await buildSmall()).out);
  // What stands at old paths only leads on: tests/outputs/hosts.test.ts.
  pages = new Map([...files].filter(([path]) => path.endsWith('.html') && !path.startsWith('/old/')).map(([path, html]) => [path, parseDocument(html)]));
});

const elements = (page: Document, name: string): Element[] => getElementsByTagName(name, page.children);
const attribute = (element: Element | undefined, name: string) => (element && getAttributeValue(element, name)) ?? undefined;
const entryPages = () => [...pages].filter(([path]) => /^\/(answers|guides|examples|checklists|glossary|posts)\/[a-z-]+\/index\.html$/.test(path) && !path.includes('old-name'));

test('the pages are those of the site, and no others', () => {
  assert.deepEqual([...pages.keys()].sort(), [
    '/404.html',
    '/about/index.html',
    '/answers/base-url/index.html',
    '/answers/index.html',
    '/answers/old-name/index.html',
    '/answers/overdue/index.html',
    '/categories/access/index.html',
    '/categories/errors/index.html',
    '/checklists/before-launch/index.html',
    '/checklists/index.html',
    '/due/index.html',
    '/examples/hello/index.html',
    '/examples/index.html',
    '/feeds/index.html',
    '/for-machines/index.html',
    '/glossary/base-url/index.html',
    '/glossary/index.html',
    '/guides/first-call/index.html',
    '/guides/index.html',
    '/index.html',
    '/map/index.html',
    '/newest/index.html',
    '/posts/index.html',
    '/posts/two-addresses/index.html',
    '/questions/index.html',
    '/search/index.html',
    '/tags/base-url/index.html',
  ]);
});

test('a draft is in no file at all', () => {
  for (const [path, text] of files) {
    assert.ok(!text.includes('草稿暗号四二七'), path);
    assert.ok(!text.includes('secret-draft'), path);
  }
});

test('every page has one H1, a language, a title and a description', () => {
  for (const [path, page] of pages) {
    assert.equal(elements(page, 'h1').length, 1, path);
    assert.equal(attribute(elements(page, 'html')[0], 'lang'), 'zh-CN', path);
    assert.equal(elements(page, 'title').length, 1, path);
    const description = elements(page, 'meta').find((meta) => attribute(meta, 'name') === 'description');
    assert.ok((attribute(description, 'content') ?? '').length >= 5, path);
  }
});

test('ids are unique in each page, and links within a page lead to one', () => {
  for (const [path, page] of pages) {
    const ids: string[] = [];
    existsOne((node) => {
      const id = 'attribs' in node ? (node as Element).attribs['id'] : undefined;
      if (id !== undefined) ids.push(id);
      return false;
    }, page.children);
    assert.deepEqual(ids.filter((id, index) => ids.indexOf(id) !== index), [], path);
    for (const link of elements(page, 'a')) {
      const href = attribute(link, 'href') ?? '';
      if (href.startsWith('#') && href.length > 1) assert.ok(ids.includes(decodeURIComponent(href.slice(1))), `${path} → ${href}`);
    }
  }
});

test('every internal link and asset leads to a file', () => {
  for (const [path, page] of pages) {
    const targets = [...elements(page, 'a').map((link) => attribute(link, 'href')), ...elements(page, 'img').map((image) => attribute(image, 'src')), ...elements(page, 'link').map((link) => attribute(link, 'href')), ...elements(page, 'script').map((script) => attribute(script, 'src'))];
    for (const target of targets) {
      const local = target?.startsWith('https://small.example/') ? target.slice('https://small.example'.length) : target;
      if (!local?.startsWith('/')) continue;
      const file = decodeURIComponent(local.split(/[?#]/)[0]!);
      assert.ok(files.has(file.endsWith('/') ? `${file}index.html` : file), `${path} → ${target}`);
    }
  }
});

test('the short answer stands within the first tenth of the page', () => {
  for (const [path, page] of entryPages()) {
    const lede = /<[^>]*class="[^"]*\banswer\b/.exec(files.get(path)!);
    assert.ok(lede, path);
    const body = elements(page, 'body')[0]!;
    const text = textContent(body).replace(/\s+/g, '');
    const description = elements(page, 'script').map((script) => textContent(script)).find((json) => json.includes('@graph'))!;
    const { abstract } = (JSON.parse(description) as { '@graph': { '@type': string; abstract?: string }[] })['@graph'][0]!;
    const at = text.indexOf(abstract!.replace(/\s+/g, ''));
    assert.ok(at >= 0 && at <= Math.max(text.length / 10, 120), `${path}: at ${at} of ${text.length}`);
  }
});

test('canonical address, twin and feed are linked from every entry', () => {
  for (const [path, page] of entryPages()) {
    const links = elements(page, 'link');
    const url = `https://small.example${path.replace('index.html', '')}`;
    const of = (rel: string, type?: string) => links.filter((link) => attribute(link, 'rel') === rel && (!type || attribute(link, 'type') === type)).map((link) => attribute(link, 'href'));
    assert.deepEqual(of('canonical'), [url]);
    assert.deepEqual(of('alternate', 'text/markdown'), [`${url.slice(0, -1)}.md`]);
    assert.deepEqual(of('alternate', 'application/rss+xml'), ['https://small.example/rss.xml']);
    assert.deepEqual(of('describedby'), ['https://small.example/llms.txt']);
  }
});

test('a tombstone points to its successor and is in no index', () => {
  const html = files.get('/answers/old-name/index.html')!;
  assert.match(html, /<meta name="robots" content="noindex/);
  assert.match(html, /href="\/answers\/base-url\/"/);
  for (const path of ['/sitemap-0.xml', '/rss.xml', '/llms.txt', '/answers/index.html', '/search/index.html']) assert.ok(!files.get(path)!.includes('old-name'), path);
});

test('an overdue entry says so on its page, in its twin and in its cards', () => {
  assert.match(files.get('/answers/overdue/index.html')!, /已过复核日期/);
  assert.match(files.get('/answers/overdue.md')!, /\*\*已过复核日期\*\*/);
  assert.match(files.get('/answers/index.html')!, /已过复核日期/);
  assert.doesNotMatch(files.get('/answers/base-url/index.html')!.replace(/<article[^]*?class="[^"]*more[^]*$/, ''), /已过复核日期<\/strong>/);
});

test('no page has an inline style, nor an inline script but the one that the policy allows by its hash', () => {
  for (const [path, page] of pages) {
    assert.doesNotMatch(files.get(path)!, /\sstyle="/, path);
    assert.equal(elements(page, 'style').length, 0, path);
    const inline = elements(page, 'script').filter((script) => !attribute(script, 'src') && attribute(script, 'type') !== 'application/ld+json');
    assert.deepEqual(inline.map((script) => textContent(script)), [firstScript], path);
  }
});
