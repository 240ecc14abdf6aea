/** Markdown twins: what they say, in Markdown that a parser reads back, in parts where they are long. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { markdownToMdast, type MdastNode } from 'satteri';
import type { Edition } from '#markup/edition.ts';
import { llms } from '#outputs/llms.ts';
import { twins } from '#outputs/twins.ts';
import { loadSite } from '#site/load.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { answer, makeContent, minimalConfig, smallSite } from '../helpers/content.ts';
import { editionOf, hostileLine, runs } from '../helpers/hostile.ts';
import { filesOf } from '../helpers/outputs.ts';

let files: Map<string, string>;

before(async () => {
  files = readTree((await buildSmall()).out);
});

test('a review that is due soon says so in the twin and in llms.txt, as on the page and in freshness.json', async () => {
  const { edition } = loadSite({ contentDir: smallSite, today: '2026-01-20' });
  assert.equal(edition!.site.review(edition!.site.entry('answers/overdue')!).state, 'soon');
  assert.match((await filesOf(twins, edition!)).get('/answers/overdue.md')!, /\n- 下次复核：2026-01-31 — \*\*即将复核\*\*\n\n> 返回 401/);
  assert.match((await filesOf(llms, edition!)).get('/llms.txt')!, /overdue\.md\): 即将复核 \(2026-01-31\)：返回 401/);
});

test('the twin of an answer says everything that its page says', () => {
  assert.equal(
    files.get('/answers/base-url.md'),
    `# 接口地址应该填什么？

- URL：https://small.example/answers/base-url/
- 作者：小站编辑部
- 发布：2026-01-02
- 更新：2026-03-04
- 核对：2026-03-04
- 下次复核：2028-02-22

> 接口地址填 <https://api.small.example/v1>，不要填网站首页的地址。两个地址的作用不同：一个返回数据，一个返回网页，填错时程序收到的是一段 HTML。

## 适用边界

- **适用**：使用 OpenAI 兼容协议的客户端。
- **不适用**：只浏览网页、不调用接口的情况。
- **不要公开**：完整的密钥。

## 下一步

1. 看懂这个词：[Base URL（接口地址）](https://small.example/glossary/base-url/)
2. 用 \`curl\` 试一次：[用 curl 发出第一条请求](https://small.example/examples/hello/)

## 原问题

我该把哪个地址填进 Base URL？

## 为什么会填错

两个地址看起来很像。**注意：**只有一个是[接口地址](https://small.example/glossary/base-url/)[来源 1]。

> **注意：常见误会**
>
> 把[网站](https://small.example/about/)当成接口，会得到 HTML。

## 怎样确认

\`\`\`bash title="check.sh"
curl https://api.small.example/v1/models
\`\`\`

| 返回 | 说明 |
| --- | --- |
| JSON | 地址对了 |
| HTML | 填成了网站 |

更多见[示例](https://small.example/examples/hello/)。

## 常见的错误说法

- **填官网首页就行。**：首页返回网页，不是接口。

## 追问

### 结尾要不要斜杠？

不要，客户端会自己拼接 \`/chat/completions\`。

## 依据

- 接口文档里的地址说明。

## 来源

1. [RFC 3986](https://www.rfc-editor.org/rfc/rfc3986) (核对于 2026-01-02)

## 相关条目

- 另见：[用 curl 发出第一条请求](https://small.example/examples/hello/)
- 先要了解：[Base URL（接口地址）](https://small.example/glossary/base-url/)
- 以本页为前提：[第一次成功调用](https://small.example/guides/first-call/)

## English summary

Use <https://api.small.example/v1> as the base URL; the address of the website answers with HTML, not with data.

## 修订记录

- 2026-03-04：补充斜杠的说明 (原因：读者常问)

---

- HTML: https://small.example/answers/base-url/
- Index: https://small.example/llms.txt
`,
  );
});

test('title, short answer and links come back from the Markdown as they were, whatever is in them', async () => {
  await fc.assert(fc.asyncProperty(hostileLine, hostileLine, hostileLine, async (title, shortAnswer, step) => {
    const { edition } = editionOf({ title, shortAnswer, nextSteps: [{ text: step.replaceAll('`', "'"), to: 'answers/a' }] });
    const [file] = await twinsOf(edition);
    const { children } = parse(file!.content);
    assert.deepEqual(children.slice(0, 3).map(({ type }) => type), ['heading', 'list', 'blockquote']);
    assert.equal(textOf(children[0]!), title);
    assert.equal(textOf(children[2]!), shortAnswer);
    const steps = children.filter((node): node is Extract<MdastNode, { type: 'list' }> => node.type === 'list' && node.ordered === true)[0]!;
    assert.equal(textOf(steps), `${step.replaceAll('`', "'")}：${title}`);
    const links = find(steps, 'link');
    assert.equal(links.at(-1)!.url, 'https://test.example/answers/a/');
    assert.equal(textOf(links.at(-1)!), title);
  }), runs);
});

test('addresses of sources come out percent-encoded', async () => {
  const { edition } = siteWith(answer((text) => text.replace('category:', 'sources: [{ title: "规范 [草案]", url: "https://例子.example/规范 (一)/页?问=答", checked: 2026-01-02 }]\ncategory:')));
  const [file] = await twinsOf(edition!);
  assert.match(file!.content, /^1\. \[规范 \\\[草案\\\]\]\(https:\/\/xn--fsqu00a\.example\/%E8%A7%84%E8%8C%83%20%28%E4%B8%80%29\/%E9%A1%B5\?%E9%97%AE=%E7%AD%94\) \(核对于 2026-01-02\)$/m);
});

test('a revision says why, who approved it and what it rests on; a source says who published it', async () => {
  const { edition } = siteWith(answer((text) => text.replace('category:', `revisions:
  - { date: 2026-05-02, change: 补上 \`/v1\`, reason: 读者常问, approvedBy: 编辑_甲, source: "https://docs.example/v1" }
sources: [{ title: 说明书, url: "https://docs.example/", publisher: 文档_组, checked: 2026-01-02 }]
category:`)));
  const [file] = await twinsOf(edition!);
  assert.match(file!.content, /^- 2026-05-02：补上 `\/v1` \(原因：读者常问、批准：编辑\\_甲、依据：<https:\/\/docs\.example\/v1>\)$/m);
  assert.match(file!.content, /^1\. \[说明书\]\(https:\/\/docs\.example\/\) — 文档\\_组 \(核对于 2026-01-02\)$/m);
});

test('revisions are told newest first, on the page as well, in whatever order they were written', async () => {
  const written = [['2026-02-01', '第一次改'], ['2026-04-01', '第三次改'], ['2026-03-01', '第二次改'], ['2026-04-01', '同一天再改']] as const;
  const revisions = written.map(([date, change]) => `  - { date: ${date}, change: ${change}, reason: 原因 }\n`).join('');
  const contentDir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer((text) => text.replace('review:', `revisions:\n${revisions}review:`)) });
  const built = readTree((await buildSmall({ contentDir })).out);
  for (const path of ['/answers/a.md', '/answers/a/index.html']) assert.deepEqual(built.get(path)!.match(/第.次改|同一天再改/g), ['第三次改', '同一天再改', '第二次改', '第一次改'], path);
});

test('backticks are code in the title of a source, and backticks in the question, as on the page', async () => {
  const { edition } = siteWith(answer((text) => text.replace(/^question:.*$/m, 'question: "填 `base_url` 有什么用？"').replace('category:', 'sources: [{ title: "规范 `a_b` [草案]", url: "https://a.example/", checked: 2026-01-02 }]\ncategory:')));
  const { content } = (await twinsOf(edition!))[0]!;
  assert.match(content, /^填 \\`base_url\\` 有什么用？$/m);
  assert.match(content, /^1\. \[规范 `a_b` \\\[草案\\\]\]\(/m);
});

test('an address within the page becomes the address of the page', async () => {
  const { edition } = siteWith(answer((text) => text.replace('正文。', '## 甲节\n\n见[上面](#甲节)。')));
  assert.match((await twinsOf(edition!))[0]!.content, /见\[上面\]\(https:\/\/test\.example\/answers\/a\/#%E7%94%B2%E8%8A%82\)。/);
});

const paragraph = '这一段说明接口地址为什么容易填错。'.repeat(20);
const section = (name: string, length: number) => `## ${name}\n\n${Array(Math.ceil(length / (paragraph.length + 2))).fill(paragraph).join('\n\n')}`;

test('a long entry comes in linked parts, split before its sections', async () => {
  const { edition } = siteWith(answer((text) => text.replace('正文。', [section('甲', 20_000), section('乙', 20_000), section('丙', 20_000), section('丁', 20_000)].join('\n\n'))));
  const parts = await twinsOf(edition!);
  assert.deepEqual(parts.map(({ path }) => path), ['/answers/a.md', '/answers/a.part-2.md']);
  assert.deepEqual(parts.map(({ content }) => headings(content)), [['适用边界', '下一步', '原问题', '甲', '乙'], ['丙', '丁', 'English summary']]);
  assert.match(parts[0]!.content, /^- 全文太长，分成 2 个文件，这是第 1 个：\[下一页\]\(https:\/\/test\.example\/answers\/a\.part-2\.md\)$/m);
  assert.match(parts[1]!.content, /^- 全文太长，分成 2 个文件，这是第 2 个：\[上一页\]\(https:\/\/test\.example\/answers\/a\.md\)$/m);
  for (const { content } of parts) {
    assert.ok(content.startsWith('# 接口地址应该填什么？\n\n- URL：https://test.example/answers/a/\n'));
    assert.ok(content.endsWith('---\n\n- HTML: https://test.example/answers/a/\n- Index: https://test.example/llms.txt\n'));
  }
});

test('a section, a code block, a list that are too long are split too, and nothing is lost', async () => {
  const code = Array.from({ length: 2_500 }, (_, line) => `print(${line})  # \`\`\` 第 ${line} 行`);
  const items = Array.from({ length: 2_000 }, (_, item) => `- 第 ${item} 项：核对接口地址[^note]`);
  const body = [section('长节', 60_000), '## 代码', `\`\`\`\`python\n${code.join('\n')}\n\`\`\`\``, '## 列表', items.join('\n'), '[^note]: 脚注的话。'].join('\n\n');
  const { edition } = siteWith(answer((text) => text.replace('正文。', body)));
  const parts = await twinsOf(edition!);
  assert.ok(parts.length >= 5);
  for (const { path, content } of parts) {
    assert.ok(content.length < 50_000, path);
    assert.deepEqual(find(parse(content), 'footnoteDefinition').length, content.includes('-note]') ? 1 : 0, path);
    assert.equal(parse(content).children.at(-2)!.type, 'thematicBreak', path);
  }
  const all = parts.map(({ content }) => parse(content));
  assert.equal(all.flatMap((root) => find(root, 'code')).map(({ value, lang }) => (assert.equal(lang, 'python'), value)).join('\n'), code.join('\n'));
  assert.equal(all.flatMap((root) => find(root, 'listItem')).filter((item) => textOf(item).endsWith('核对接口地址')).length, items.length);
  assert.equal(all.flatMap((root) => find(root, 'paragraph')).filter((node) => textOf(node) === paragraph).length, Math.ceil(60_000 / (paragraph.length + 2)));
});

test('every twin of the small site is under the limit, and its links are absolute', () => {
  for (const [path, content] of files) {
    if (!path.endsWith('.md') || path === '/404.md') continue;
    assert.ok(content.length < 50_000, path);
    for (const { url } of find(parse(content), 'link')) assert.match(url, /^https:\/\//, path);
  }
});

function siteWith(text: string) {
  const loaded = loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': text }), today });
  assert.deepEqual(loaded.problems.filter(({ severity }) => severity === 'error'), []);
  return loaded;
}

async function twinsOf(edition: Edition): Promise<{ path: string; content: string }[]> {
  return Array.from(await filesOf(twins, edition), ([path, content]) => ({ path, content }));
}

function headings(markdown: string): string[] {
  return parse(markdown).children.filter((node) => node.type === 'heading' && node.depth === 2).map(textOf);
}

function parse(markdown: string): Extract<MdastNode, { type: 'root' }> {
  return markdownToMdast(markdown, { features: { gfm: true, frontmatter: false, smartPunctuation: false } }) as Extract<MdastNode, { type: 'root' }>;
}

/** The text that a reader sees; raw HTML counts as nothing. */
function textOf(node: MdastNode): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function find<Type extends MdastNode['type']>(node: MdastNode, type: Type): Extract<MdastNode, { type: Type }>[] {
  const own = node.type === type ? [node as Extract<MdastNode, { type: Type }>] : [];
  return 'children' in node ? [...own, ...node.children.flatMap((child) => find(child, type))] : own;
}
