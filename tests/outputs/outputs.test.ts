/** What every machine output says of the small site. */
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { buildSmall, readTree } from '../helpers/build.ts';

let files: Map<string, string>;

before(async () => {
  files = readTree((await buildSmall()).out);
});

const xml = new XMLParser({ ignoreAttributes: false, isArray: (name) => ['item', 'url', 'sitemap'].includes(name) });

test('robots.txt says what crawlers may do and where the sitemap is', () => {
  assert.equal(
    files.get('/robots.txt'),
    ['User-agent: *', 'Content-Signal: search=yes, ai-input=yes, ai-train=no', 'Disallow: /search/', '', 'Sitemap: https://small.example/sitemap-index.xml', ''].join('\n'),
  );
});

test('the sitemap names every page that may be indexed, with the day of its content', () => {
  const index = xml.parse(files.get('/sitemap-index.xml')!) as { sitemapindex: { sitemap: { loc: string; lastmod: string }[] } };
  assert.deepEqual(index.sitemapindex.sitemap, [{ loc: 'https://small.example/sitemap-0.xml', lastmod: '2026-03-04T00:00:00.000Z' }]);
  const { urlset } = xml.parse(files.get('/sitemap-0.xml')!) as { urlset: { url: { loc: string; lastmod: string }[] } };
  assert.deepEqual(
    urlset.url.map(({ loc, lastmod }) => `${loc.replace('https://small.example', '')} ${lastmod.slice(0, 10)}`).sort(),
    [
      '/ 2026-03-04',
      '/about/ 2026-01-01',
      '/answers/ 2026-03-04',
      '/answers/base-url/ 2026-03-04',
      '/answers/overdue/ 2026-01-01',
      '/categories/access/ 2026-03-04',
      '/categories/errors/ 2026-01-01',
      '/checklists/ 2026-02-05',
      '/checklists/before-launch/ 2026-02-05',
      '/examples/ 2026-02-03',
      '/examples/hello/ 2026-02-03',
      '/glossary/ 2026-02-06',
      '/glossary/base-url/ 2026-02-06',
      '/guides/ 2026-02-01',
      '/guides/first-call/ 2026-02-01',
      '/posts/ 2026-02-08',
      '/posts/two-addresses/ 2026-02-08',
      '/tags/base-url/ 2026-03-04',
    ],
  );
});

test('the feed holds every entry with its full content, newest first', () => {
  const { rss } = xml.parse(files.get('/rss.xml')!) as { rss: { channel: { title: string; language: string; item: Record<string, string>[] } } };
  const { channel } = rss;
  assert.equal(channel.title, '小站');
  assert.equal(channel.language, 'zh-CN');
  assert.deepEqual(channel.item.map(({ link }) => link), [
    'https://small.example/answers/base-url/',
    'https://small.example/posts/two-addresses/',
    'https://small.example/glossary/base-url/',
    'https://small.example/checklists/before-launch/',
    'https://small.example/examples/hello/',
    'https://small.example/guides/first-call/',
    'https://small.example/answers/overdue/',
  ]);
  const [first] = channel.item;
  assert.equal(first!['dc:creator'], '小站编辑部');
  assert.equal(first!['pubDate'], 'Wed, 04 Mar 2026 00:00:00 GMT');
  assert.match(first!['content:encoded']!, /不适用<\/strong>：只浏览网页、不调用接口的情况。/);
  assert.match(first!['content:encoded']!, /<a href="https:\/\/small\.example\/about\/"/);
  assert.match(channel.item[6]!['content:encoded']!, /这一页应在 2026-01-31 复核，目前已过期/);
});

test('llms.txt lists every twin with its answer', () => {
  const text = files.get('/llms.txt')!;
  assert.ok(text.startsWith('# 小站\n\n> 一个用来测试的小站，回答几个关于接口的问题。\n\n每个链接'));
  const links = [...text.matchAll(/^- \[([^\]]+)\]\(([^)]+)\): (.+)$/gm)];
  assert.equal(links.length, 8);
  for (const [, , url] of links) assert.ok(files.has(url!.replace('https://small.example', '')), url);
  assert.deepEqual([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title), ['答案', '指南', '示例', '清单', '术语', '博客', '关于本站']);
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

> 接口地址填 https://api.small.example/v1，不要填网站首页的地址。两个地址的作用不同：一个返回数据，一个返回网页，填错时程序收到的是一段 HTML。

## 适用边界

- **适用**：使用 OpenAI 兼容协议的客户端。
- **不适用**：只浏览网页、不调用接口的情况。
- **不要公开**：完整的密钥。

## 下一步

1. 看懂这个词：[Base URL（接口地址）](https://small.example/glossary/base-url/)
2. 用 \`curl\` 试一次：[用 curl 发出第一条请求](https://small.example/examples/hello/)

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

Use https://api.small.example/v1 as the base URL; the address of the website answers with HTML, not with data.

## 修订记录

- 2026-03-04：补充斜杠的说明（读者常问）

---

- HTML: https://small.example/answers/base-url/
- Index: https://small.example/llms.txt
`,
  );
});

test('JSON-LD: one graph a page, no @id that leads nowhere, nothing that could end the script', () => {
  for (const [path, html] of files) {
    if (!path.endsWith('.html')) continue;
    const scripts = [...html.matchAll(/<script type="application\/ld\+json">([^]*?)<\/script>/g)];
    assert.equal(scripts.length, 1, path);
    assert.ok(!scripts[0]![1]!.includes('<'), path);
    const graph = (JSON.parse(scripts[0]![1]!) as { '@graph': Record<string, unknown>[] })['@graph'];
    const defined = new Set<string>();
    const referred = new Set<string>();
    visit(graph, defined, referred);
    assert.deepEqual([...referred].filter((id) => !defined.has(id)), [], path);
  }
});

/** Collects the `@id`s that a graph defines and those that it only refers to. */
function visit(value: unknown, defined: Set<string>, referred: Set<string>): void {
  if (Array.isArray(value)) value.forEach((item) => visit(item, defined, referred));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
  const { '@id': id, ...rest } = value as Record<string, unknown>;
  if (typeof id === 'string') (Object.keys(rest).length ? defined : referred).add(id);
  Object.values(rest).forEach((item) => visit(item, defined, referred));
}
