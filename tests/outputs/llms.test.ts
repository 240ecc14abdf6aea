/** llms.txt and its like, read by a parser after the rules of https://llmstxt.org. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { readFileSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { Piece } from '#lib/piece.ts';
import type { Edition } from '#markup/edition.ts';
import { llmsFull } from '#outputs/llms-full.ts';
import { resourcesOf } from '#outputs/index.ts';
import { llms } from '#outputs/llms.ts';
import { twins } from '#outputs/twins.ts';
import { loadSite } from '#site/load.ts';
import { twinPath } from '#model/paths.ts';
import { corpusDay } from '../bench/corpus/site.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { answer, copySmallSite, makeContent, minimalConfig, smallSite, tempDir } from '../helpers/content.ts';
import { editionOf, hostileLine, runs } from '../helpers/hostile.ts';
import { filesOf, given } from '../helpers/outputs.ts';

interface Parsed {
  title: string;
  summary: string;
  info: string;
  sections: Map<string, { title: string; url: string; text: string | undefined }[]>;
}

let files: Map<string, string>;

before(async () => {
  files = readTree((await buildSmall()).out);
});

test('llms.txt of the small site: its opening, its sections, each entry with its answer and its state', () => {
  const { title, summary, info, sections } = parse(files.get('/llms.txt')!);
  assert.equal(title, '小站');
  assert.equal(summary, '一个用来测试的小站，回答几个关于接口的问题。');
  assert.equal(info, '每个链接都是一页的 Markdown 版本；引用短答案时请连同页内的适用边界和更新日期一起引用，标明已过复核日期的页面先核对再用。');
  assert.deepEqual([...sections.keys()], ['答案', '指南', '示例', '清单', '术语', '博客', '关于本站', 'Optional']);
  assert.deepEqual(sections.get('答案'), [
    { title: '接口地址应该填什么？', url: 'https://small.example/answers/base-url.md', text: '接口地址填 https://api.small.example/v1，不要填网站首页的地址。两个地址的作用不同：一个返回数据，一个返回网页，填错时程序收到的是一段 HTML。' },
    { title: '返回 401 应该先查什么？', url: 'https://small.example/answers/overdue.md', text: '已过复核日期 (2026-01-31)：返回 401 时先查请求头：Authorization 里要有 Bearer 和一个空格，后面是完整的密钥，前后没有多余空格或换行；其余原因很少见。' },
  ]);
});

test('what else the site has for machines is optional: all of it, what stands at the top first, and not the file itself', () => {
  const { edition } = loadSite({ contentDir: smallSite, today });
  const paths = parse(files.get('/llms.txt')!).sections.get('Optional')!.map(({ url }) => url.replace('https://small.example', ''));
  assert.deepEqual([...paths].sort(), resourcesOf(edition!.site).map(({ path }) => path).filter((path) => path !== '/llms.txt').sort());
  const depths = paths.map((path) => path.replace(/\/$/, '').split('/').length);
  assert.deepEqual(depths, [...depths].sort((a, b) => a - b));
});

test('name and summary of the site are text, as in llms-full.txt: nothing in them is Markdown', async () => {
  const contentDir = copySmallSite();
  const config = join(contentDir, 'site.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('name: 小站', "name: '*小*站 <b> [甲](乙)'").replace('一个用来测试的小站', '一个`用来`测试的小站'));
  const built = readTree((await buildSmall({ contentDir })).out);
  const head = '# \\*小\\*站 \\<b> \\[甲\\](乙)\n\n> 一个\\`用来\\`测试的小站，回答几个关于接口的问题。\n\n';
  for (const path of ['/llms.txt', '/llms-full.txt']) assert.equal(built.get(path)!.slice(0, head.length), head);
  assert.equal(built.get('/answers/llms.txt')!.split('\n')[0], '# \\*小\\*站 \\<b> \\[甲\\](乙) · 答案');
});

test('every link of every llms.txt leads to a file of the site', () => {
  for (const [path, text] of files) {
    if (!path.endsWith('llms.txt')) continue;
    for (const { url } of [...parse(text).sections.values()].flat()) {
      const file = url.replace('https://small.example', '');
      assert.ok(files.has(file.endsWith('/') ? `${file}index.html` : file), `${path}: ${url}`);
    }
  }
});

test('a kind has its own llms.txt, by category', () => {
  const { title, summary, sections } = parse(files.get('/answers/llms.txt')!);
  assert.deepEqual([title, summary, [...sections.keys()]], ['小站 · 答案', '一个问题一页：先给结论，再说它在哪里不成立。', ['接入', '报错']]);
});

test('a category called Optional is no section that may be left out', async () => {
  const contentDir = copySmallSite();
  const config = join(contentDir, 'site.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('label: 接入,', 'label: Optional,'));
  const { sections } = parse(readTree((await buildSmall({ contentDir })).out).get('/answers/llms.txt')!);
  assert.deepEqual([...sections.keys()], ['分类：Optional', '报错']);
});

test('llms-full.txt holds every entry whole, with its boundaries and its state', () => {
  const full = files.get('/llms-full.txt')!;
  assert.ok(full.startsWith('# 小站\n\n> 一个用来测试的小站，回答几个关于接口的问题。\n\n---\n\n# 接口地址应该填什么？\n\n- URL：https://small.example/answers/base-url/\n'));
  for (const [path, twin] of files) {
    if (/^\/(?:answers|guides|examples|checklists|glossary|posts|about)[^.]*\.md$/.test(path)) assert.ok(full.includes(twin.slice(0, twin.lastIndexOf('\n---\n'))), path);
  }
  assert.match(full, /已过复核日期/);
  assert.equal(full.split('\n\n---\n\n').length, 9);
  const guides = files.get('/guides/llms-full.txt')!;
  assert.ok(guides.startsWith('# 小站 · 指南\n\n> 从准备到验收，按顺序走完一件事。\n\n---\n\n# 第一次成功调用\n'));
  assert.equal(guides.split('\n\n---\n\n').length, 2);
});

test('llms-full.txt is given in pieces, an entry each', () => {
  const { edition } = editionOf({});
  const [root] = Array.from(llmsFull.files(edition, given) as Iterable<{ path: string; content: Iterable<string> }>);
  assert.equal([...root!.content].length, 2);
});

test('an entry whose twin comes in parts is whole in llms-full.txt', async () => {
  const sections = Array.from({ length: 4 }, (_, index) => `## 第 ${index + 1} 节\n\n${Array(50).fill('这一段说明接口地址为什么容易填错。'.repeat(20)).join('\n\n')}`);
  const edition = loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer((text) => text.replace('正文。', sections.join('\n\n'))) }), today }).edition!;
  const made = await filesOf(twins, edition);
  assert.ok(made.has('/answers/a.part-2.md'));
  const [root] = Array.from(llmsFull.files(edition, { ...given, made: (path) => made.get(path) }) as Iterable<{ content: Iterable<string | Piece> }>);
  const full = Array.from(root!.content, String).join('');
  for (const section of sections) assert.ok(full.includes(section), section.slice(0, 8));
  assert.doesNotMatch(full, /part-2/);
});

test('a site that denies AI answers has none of these files, and nothing leads to them', async () => {
  const contentDir = copySmallSite();
  const config = join(contentDir, 'site.yaml');
  writeFileSync(config, readFileSync(config, 'utf8').replace('ai: {', 'ai: { answers: deny,'));
  const { out } = await buildSmall({ contentDir });
  for (const [path, text] of readTree(out)) {
    assert.doesNotMatch(path, /llms|^\/(?:schemas\/)?(?:answers|questions)[.\w]*\.json$/);
    if (/\.(?:html|md)$/.test(path)) assert.doesNotMatch(text, /llms(?:-full)?\.txt|\/(?:answers|questions)\.json/, path);
  }
});

test('of a thousand entries each file stays under the limit, and all twins are reached from the root', () => {
  const dir = tempDir();
  writeCorpus(dir, { entries: 1_000, seed: 3 });
  const edition = loadSite({ contentDir: dir, today: corpusDay }).edition!;
  const { site } = edition;
  const made = new Map(rootFiles(edition).map(({ path, content }) => [path, content]));
  for (const [path, content] of made) assert.ok(content.length < 50_000, `${path}: ${content.length}`);
  assert.ok(made.size > 1 + site.kinds.length, 'no kind was split, so nothing was tried');
  const root = parse(made.get('/llms.txt')!);
  assert.ok(made.get('/llms.txt')!.length > 40_000, 'the root leaves room unused');
  for (const { labels } of site.kinds) assert.ok(root.sections.get(labels.zh.many)!.filter(({ url }) => url.endsWith('.md')).length >= 10, labels.zh.many);
  const reached = new Set<string>();
  const follow = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    if (path.endsWith('.txt')) for (const { url } of [...parse(made.get(path)!).sections.values()].flat()) follow(url.replace(site.config.url, ''));
  };
  follow('/llms.txt');
  assert.deepEqual(site.entries.filter(({ path }) => !reached.has(twinPath(path))), []);
});

test('the parser gets every title and answer back, whatever is in them: brackets alone become 【】', () => {
  fc.assert(fc.property(hostileLine, hostileLine, (title, shortAnswer) => {
    const { edition } = editionOf({ title, shortAnswer });
    for (const { content } of rootFiles(edition)) {
      const [links] = parse(content).sections.values();
      assert.deepEqual(links, [{ title: title.replace(/\[/g, '【').replace(/\]/g, '】'), url: 'https://test.example/answers/a.md', text: shortAnswer }]);
    }
  }), runs);
});

function rootFiles(edition: Edition): { path: string; content: string }[] {
  return Array.from(llms.files(edition, given) as Iterable<{ path: string; content: string }>);
}

/** Title, summary, prose and links; throws where a line is none of them. */
function parse(text: string): Parsed {
  const [start = '', ...rest] = text.split(/^## *(.*?)$/m);
  const [, title, summary, info] = /^# (.+)\n\n> (.+)\n\n(.+)\n\n?$/.exec(start) ?? assert.fail(`not an opening: ${start}`);
  const sections: Parsed['sections'] = new Map();
  for (let index = 0; index < rest.length; index += 2) {
    const name = rest[index]!;
    assert.ok(!sections.has(name), `two sections are called ${name}`);
    sections.set(name, rest[index + 1]!.trim().split(/\n+/).map((line) => {
      const [whole, linkTitle, url, said] = /^- \[([^\]]+)\]\(([^\s)]+)\)(?:: (.*))?/.exec(line) ?? [];
      assert.equal(whole, line);
      assert.ok(URL.canParse(url!), url);
      return { title: linkTitle!, url: url!, text: said };
    }));
  }
  return { title: title!, summary: summary!, info: info!, sections };
}
