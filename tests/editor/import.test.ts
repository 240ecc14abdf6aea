/** `lede import`: what an old site says arrives, what is dangerous does not, and nothing is written over. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { compileBody } from '#markup/compile.ts';
import { Refusal } from '#model/refusal.ts';
import { loadSite } from '#site/load.ts';
import { fetchText, maxBytes } from '#site/editor/import/fetch.ts';
import { readFeed } from '#site/editor/import/feed.ts';
import { bodyFromHtml } from '#site/editor/import/html.ts';
import { planImport, readArticles } from '#site/editor/import/import.ts';
import { dayOf } from '#site/editor/import/item.ts';
import { sayLosses, type Losses } from '#site/editor/import/losses.ts';
import { readMarkdownFolder } from '#site/editor/import/markdown-folder.ts';
import { smallSite, makeContent, tempDir } from '../helpers/content.ts';

const { site } = loadSite({ contentDir: smallSite, today: '2026-06-01', checkOnly: true }).edition!;

const rss = (items: string) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>旧站</title><link>https://old.example</link><description>旧站</description>${items}</channel></rss>`;

/** The body that `html` becomes, which must compile, and what was lost. */
function convert(html: string): { body: string; lost: string } {
  const losses: Losses = new Map();
  const body = bodyFromHtml(html, { base: 'https://old.example/2024/05/post/', imported: (address) => (address === 'https://old.example/next/' ? 'posts/next' : undefined), losses });
  assert.deepEqual(compileBody({ file: 'posts/a.mdx', text: body, bodyStart: 0 }).problems, [], body);
  return { body, lost: sayLosses(losses).zh };
}

async function refusalOf(act: () => unknown): Promise<string> {
  try {
    await act();
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return error.words.zh;
  }
  return assert.fail('Nothing was refused.');
}

test('a WordPress feed, whole', () => {
  const articles = readFeed(rss(`<item><title>流式输出为什么一次全到？</title><link>https://old.example/2024/05/stream-at-once/?utm_source=rss</link>
<dc:creator><![CDATA[张三]]></dc:creator><pubDate>Mon, 06 May 2024 23:30:00 +0800</pubDate><category>接入</category><category>接口地址</category><category>杂谈</category>
<description><![CDATA[<p>说明代理缓冲会怎样影响流式输出，以及怎样一步一步确认问题在哪一层。 [&hellip;]</p>]]></description>
<content:encoded><![CDATA[<!-- wp:paragraph --><h2>先看代理</h2><p>见<a href="/2024/06/next-step">下一步</a>。</p>]]></content:encoded></item>
<item><title>下一步查什么</title><link>https://old.example/2024/06/next-step/</link><pubDate>Sun, 02 Jun 2024 00:00:00 GMT</pubDate><description>&lt;p&gt;只有摘要的一篇。&lt;/p&gt;</description></item>`), 'feed.xml');
  const { drafts, skipped } = planImport(articles, 'answers', site, smallSite);
  assert.deepEqual(skipped, []);
  assert.deepEqual(drafts.map(({ name, open, problems }) => [name.file, open, problems]), [
    ['answers/stream-at-once.mdx', ['shortAnswer', 'boundaries', 'nextSteps', 'review', 'englishSummary'], []],
    ['answers/next-step.mdx', ['description', 'shortAnswer', 'boundaries', 'nextSteps', 'category', 'review', 'question', 'englishSummary'], []],
  ]);
  assert.equal(drafts[0]!.text, `---
# 原地址：https://old.example/2024/05/stream-at-once/
# 原作者：张三
# 原标签：接入、接口地址、杂谈
# 页面标题；答案的标题就是问题。
title: 流式输出为什么一次全到？
# 搜索结果、订阅和列表里的一句说明，不照抄短答案。
description: 说明代理缓冲会怎样影响流式输出，以及怎样一步一步确认问题在哪一层。
# site.yaml 里声明的一个分类。可选：access、errors。
category: access
# site.yaml 里声明的标签。
tags:
  - base-url
# 首次发布的日期。
published: 2024-05-06
# 内容最近一次改动的日期。
updated: 2024-05-06
# 草稿不发布，只有 lede dev 显示它。
draft: true
# 这一页的旧路径，会转到这里。
redirectFrom:
  - /2024/05/stream-at-once/
# 问题，按人真正问的样子写。
question: 流式输出为什么一次全到？
# TODO shortAnswer（40–260 字）：直接答案：能被单独引用的纯文本，每一处都先显示它。
# shortAnswer: 待写（40–260 字）：直接答案：能被单独引用的纯文本，每一处都先显示它。直接答案：能被单独引用的纯文本，每一处都先显示它。
# TODO boundaries：答案在哪里成立、在哪里不成立。
# boundaries:
#   appliesTo:
#     - 待写：答案成立的情形，至少一条。
#   notFor:
#     - 待写：答案不成立或不承诺的情形，至少一条。
# TODO nextSteps：接下来做什么，至少一步要有去处。
# nextSteps:
#   - text: 待写：要做的一件事。
#     to: /  # 去哪里做：条目、站内路径或 https 地址。
# TODO englishSummary：给外语搜索引擎的英文摘要，一到三段。
# englishSummary:
#   - "To be written (40–400 characters): The same answer in English for foreign crawlers, one to three paragraphs."
# TODO review：什么时候必须再看一遍。
# review:
#   volatility: stable  # 内容多快会变：site.yaml 里声明的一类。可选：stable、product、vendor、price、law。
---

## 先看代理

见[下一步](answers/next-step)。
`);
});

test('Atom and JSON Feed give the same articles', () => {
  const atom = readFeed(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>旧站</title><id>u</id><updated>2024-02-01T00:00:00Z</updated><link href="https://old.example/"/>
<entry><title type="html">用 &amp;lt;video&amp;gt; 还是图片</title><id>i</id><published>2024-01-01T00:00:00Z</published><updated>2024-02-01T00:00:00Z</updated><link href="/a/" rel="alternate"/><summary>摘要</summary><content type="html">&lt;p&gt;甲&lt;/p&gt;</content><category term="c" label="接入"/><author><name>张三</name></author></entry></feed>`, 'a');
  const json = readFeed(JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1', title: '旧站', home_page_url: 'https://old.example/',
    items: [{ id: '1', url: '/a/', title: '用 <video> 还是图片', content_html: '<p>甲</p>', summary: '摘要', date_published: '2024-01-01T00:00:00Z', date_modified: '2024-02-01T00:00:00Z', tags: ['接入'], authors: [{ name: '张三' }] }, { id: '2', content_text: '第一段 <b>\n\n第二段' }],
  }), 'b');
  assert.deepEqual(atom.items[0], { title: '用 <video> 还是图片', html: '<p>甲</p>', url: 'https://old.example/a/', oldPaths: [], summary: '摘要', published: '2024-01-01', updated: '2024-02-01', labels: ['接入'], author: '张三' });
  assert.deepEqual(json.items[0], atom.items[0]);
  assert.equal(json.items[1]!.html, '<p>第一段 &lt;b&gt;</p><p>第二段</p>');
});

test('tables, code with its language, lists, pictures and quotes are kept', () => {
  const { body, lost } = convert(`<h1>背景</h1><h2>细节</h2><p><strong>注意：</strong>这里，<em> 斜体 </em>，<del>划掉</del><br>下一行</p>
<ul><li>一<ul><li>一之一</li></ul></li></ul><ul><li><input type="checkbox" checked disabled> 做了</li><li><input type="checkbox"> 没做</li></ul><ol start="3"><li>三</li></ol>
<table><thead><tr><th>返回</th><th align="right">说明</th></tr></thead><tbody><tr><td>JSON | x</td><td>对</td></tr></tbody></table>
<pre class="wp-block-code"><code class="hljs language-python">print("&lt;你好&gt;")
if x: {}</code></pre><pre class="brush: js; gutter: true">let a = {};</pre><pre><code>没有语言</code></pre><div class="highlight highlight-source-shell"><pre lang="bash">curl -s</pre></div>
<figure><a href="https://old.example/a.png"><img data-src="/uploads/a.png" src="data:image/gif;base64,R0" alt="控制台 截图"></a><figcaption>图一</figcaption></figure>
<blockquote><p>引文</p></blockquote><hr><p><code>a</code></p>`);
  assert.equal(lost, '');
  assert.equal(body, `## 背景

### 细节

**注意：**这里， *斜体* ，~~划掉~~\\
下一行

- 一
  - 一之一

* [x] 做了
* [ ] 没做

3. 三

| 返回 | 说明 |
| - | -: |
| JSON \\| x | 对 |

\`\`\`python
print("<你好>")
if x: {}
\`\`\`

\`\`\`js
let a = {};
\`\`\`

\`\`\`
没有语言
\`\`\`

\`\`\`bash
curl -s
\`\`\`

![控制台 截图](https://old.example/uploads/a.png)

图一

> 引文

---

\`a\``);
});

test('lists, code and paragraphs in a cell of a table stay in its line', () => {
  const { body, lost } = convert(`<table><tr><th>错误</th><th>做法</th></tr>
<tr><td><p>余额</p><p>不足</p></td><td><ul><li>充值</li><li><b>再试</b></li></ul></td></tr>
<tr><td><pre class="brush: sh"><code>curl -s
wget</code></pre></td><td><h3>小标题</h3><blockquote><p>引文</p></blockquote></td></tr></table><p>后面的话。</p>`);
  assert.equal(body, `| 错误 | 做法 |
| - | - |
| 余额 不足 | 充值 **再试** |
| \`curl -s wget\` | 小标题 引文 |

后面的话。`);
  assert.equal(lost, '单元格里的列表、代码块和小标题（排成了一行） 3 处');
});

test('text that MDX would take for code shows as it is', () => {
  const { body } = convert('<p>{变量} 和 &lt;标签&gt; 和 a_b * c，[^1]、[x](y)</p><p>import { x } from "y"</p><p>export default 是写法</p><p># 不是标题</p>');
  assert.equal(body, `\\{变量} 和 \\<标签> 和 a\\_b \\* c，\\[^1]、\\[x]\\(y)\n\n&#x69;mport \\{ x } from "y"\n\n&#x65;xport default 是写法\n\n\\# 不是标题`.replace('a\\_b', 'a_b'));
});

test('code, tracking and addresses that lead nowhere are left behind, and counted', () => {
  const { body, lost } = convert(`<p onclick="steal()">甲<script>alert(1)</script><style>p{}</style><noscript><img src="https://old.example/x.png"></noscript></p>
<iframe src="https://player.example/1"></iframe><form action="/x"><input name="a"></form>
<p><a href="javascript:alert(1)">危险</a><a href="#top">顶部</a><a href="/a?utm_source=b&id=1&fbclid=2">留下 id</a><a href="https://old.example/next/?utm_medium=x">下一篇</a><a href="/empty"></a></p>
<img src="http://old.example/b.png" alt="旧图"><img src="https://stats.wp.com/g.gif"><img src="https://old.example/p.gif" width="1" height="1"><img src="data:image/png;base64,AA"><img src="https://old.example/c.png">
<table><tr><td colspan="2">合并</td></tr><tr><td>一</td><td>二</td></tr></table>`);
  assert.equal(body, `甲

危险顶部[留下 id](https://old.example/a?id=1)[下一篇](posts/next)

[旧图](http://old.example/b.png)![TODO](https://old.example/c.png)

| 合并 | |
| - | - |
| 一 | 二 |`);
  assert.equal(lost, '事件处理代码 1 处、脚本和表单 2 处、嵌入的页面、视频或音频 1 处、不安全的链接地址（文字留下） 1 处、页内链接（文字留下） 1 处、跟踪像素和跟踪参数 4 处、不是 https 的图片（改成了链接） 1 处、写在网页里的图片数据 1 处、图片说明（写着 TODO） 1 处、合并的单元格（拆开了） 1 处、表头（第一行当作表头） 1 处');
});

test('names come from old addresses, never from Chinese titles, and a name that is taken is left alone', () => {
  const item = (link: string) => `<item><title>一篇旧文章</title><link>https://old.example${link}</link><pubDate>Mon, 06 May 2024 00:00:00 GMT</pubDate><description>正文</description></item>`;
  const { drafts, skipped } = planImport(readFeed(rss(['/two-addresses/', '/Hello_World.html', '/x/hello-world/', '/%E4%B8%AD%E6%96%87/', '/?p=12', '/archives/123'].map(item).join('')), 'f'), 'posts', site, smallSite);
  assert.deepEqual(drafts.map(({ name }) => name.slug), ['hello-world', 'hello-world-2', 'imported-2024-05-06', 'imported-2024-05-06-2', 'imported-2024-05-06-3']);
  assert.deepEqual(skipped, [{ name: '一篇旧文章', why: { zh: 'posts/two-addresses.mdx 已经有了，什么都没有改。换一个名字，或直接改那一篇。', en: 'posts/two-addresses.mdx exists, and nothing was changed. Choose another name, or edit that one.' } }]);
  assert.match(drafts[2]!.text, /\nredirectFrom:\n {2}- \/中文\/\n/);
  assert.match(drafts[3]!.text, /\n# 不能跳转的旧地址：https:\/\/old\.example\/\?p=12\n/);
  assert.doesNotMatch(drafts[3]!.text, /redirectFrom/);
});

test('a folder of Markdown with links that lead round in circles is read once', () => {
  const dir = tempDir();
  writeFileSync(join(dir, '一.md'), '# 接口地址填什么\n\n填到版本号为止。\n');
  for (const name of ['甲', '乙']) symlinkSync('.', join(dir, name));
  assert.deepEqual(readMarkdownFolder(dir).items.map(({ file }) => file), ['一.md']);
});

test('a folder of Markdown: frontmatter of other generators, raw HTML, a repeated title', () => {
  const dir = makeContent({
    '_posts/2024-05-06-first-post.md': '---\ntitle: 第一篇文章\ntags: [接口地址]\npermalink: /old/first/\naliases: [/older/]\n---\n\n# 第一篇文章\n\n正文 <b>粗</b> {x}\n\n```js\nlet a;\n```\n',
    'b.markdown': '# 只有标题的一篇\n\n正文\n',
    'bad.md': Buffer.from([0xff, 0xfe, 0x41]),
    'note.txt': '不是 Markdown',
  });
  symlinkSync('nobody@nowhere.1', join(dir, '.#b.markdown')); // as Emacs locks a file
  const articles = readMarkdownFolder(dir);
  assert.deepEqual(articles.skipped.map(({ name, why }) => [name, why.zh]), [['bad.md', '文件不是 UTF-8 编码，这一行有读不出的字节。']]);
  const { drafts } = planImport(articles, 'posts', site, smallSite);
  assert.deepEqual(drafts.map(({ name, title }) => [name.slug, title]), [['first-post', '第一篇文章'], ['b', '只有标题的一篇']]);
  assert.match(drafts[0]!.text, /\npublished: 2024-05-06\n[\s\S]*\nredirectFrom:\n {2}- \/old\/first\/\n {2}- \/older\/\n[\s\S]*\n---\n\n正文 \*\*粗\*\* \\\{x\}\n\n```js\nlet a;\n```\n$/);
});

test('the day of a date is the one that was written, wherever it is read', () => {
  const { TZ } = process.env;
  try {
    for (const zone of ['Asia/Shanghai', 'UTC', 'America/Los_Angeles']) {
      process.env['TZ'] = zone;
      for (const date of ['2024/01/05', '2024-1-5', '2024/1/5 23:30', 'January 5, 2024', 'Fri, 05 Jan 2024 00:30:00 +0800', 'Fri, 05 Jan 2024 00:30:00 +0800 (CST)', 'Fri, 05 Jan 2024 23:30:00 GMT', '2024-01-05T23:30:00-08:00', '01-05-2024']) {
        assert.equal(dayOf(date), '2024-01-05', `${date} in ${zone}`);
      }
    }
  } finally {
    if (TZ === undefined) delete process.env['TZ'];
    else process.env['TZ'] = TZ;
  }
});

test('feeds that are broken, dangerous or none are refused with a sentence', async () => {
  const refuse = (text: string) => refusalOf(() => readFeed(text, 'feed.xml'));
  const danger = 'feed.xml 里有 DOCTYPE 或 ENTITY 声明，可能展开到无限大或读取本机文件，没有导入。删掉这些声明再试。';
  assert.equal(await refuse('<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&a;</title></channel></rss>'), danger);
  assert.equal(await refuse(`<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>`), danger);
  assert.equal(await refuse(rss('<item><title>断了').replace('</channel></rss>', '')), 'feed.xml 在半途断了，后面的文章都不在里面，没有导入。重新下载一次。');
  assert.equal(await refuse(rss('<item><title>不成对</item>')), "feed.xml 第 3 行第 104 列不是完整的 XML（Expected closing tag 'title' (opened in line 3, col 94) instead of closing tag 'item'）。重新下载一次；还是这样，就请原站修好。");
  assert.equal(await refuse('<!doctype html><html></html>'), 'feed.xml 是一个网页，不是订阅源。在原站找 RSS 或 Atom 地址，常见的是 /feed/ 和 /rss.xml。');
  assert.equal(await refuse('<opml version="2.0"></opml>'), 'feed.xml 不是认得的订阅源。能导入的有 RSS 2.0、Atom、JSON Feed 和 Markdown 文件夹。');
  assert.equal(await refuse('{"version": '), 'feed.xml 不是完整的 JSON（Unexpected end of JSON input）。重新下载一次；还是这样，就请原站修好。');
  assert.equal(await refuse('  '), 'feed.xml 是空的，没有文章可导入。核对文件或地址。');
  // A document type inside an article is text of that article.
  assert.equal(readFeed(rss('<item><title>网页的第一行</title><description><![CDATA[<p>&lt;!DOCTYPE html> 写在最前</p>]]></description></item>'), 'f').items.length, 1);
});

test('20 MB, an unknown encoding and a name of nothing are refused; a GBK feed is read', async () => {
  const dir = tempDir();
  const write = (name: string, content: string | Uint8Array) => {
    writeFileSync(join(dir, name), content);
    return join(dir, name);
  };
  const large = write('large.xml', rss(`<item><description>${'长'.repeat(7_000_000)}</description></item>`));
  assert.equal(await refusalOf(() => readArticles(large)), `${large} 超过 10 MiB，没有导入。分成几份，或让原站每次少给几篇。`);
  const broken = write('broken.xml', Buffer.from([0x3c, 0xff, 0xfe]));
  assert.equal(await refusalOf(() => readArticles(broken)), `${broken} 不是完整的 utf-8 文本，读不出来。另存为 UTF-8 再导入。`);
  assert.equal(await refusalOf(() => readArticles('nowhere.xml')), '没有 nowhere.xml 这个文件或文件夹。核对名字；网址要以 http:// 或 https:// 开头。');
  assert.equal(await refusalOf(() => readArticles('file:///etc/passwd')), '不能从 file:///etc/passwd 导入：只读 http 和 https 地址。写网页地址，或本机的文件名。');
  const gbk = write('gbk.xml', Buffer.concat([Buffer.from('<?xml version="1.0" encoding="gbk"?><rss version="2.0"><channel><title>x</title><item><title>'), Buffer.from([0xd6, 0xd0, 0xce, 0xc4]), Buffer.from('</title></item></channel></rss>')]));
  assert.equal((await readArticles(gbk)).items[0]!.title, '中文');
});

test('from the web: what answers is read, what does not or is endless is refused', async (t) => {
  const server = createServer((request, response) => {
    if (request.url === '/feed/') return void response.writeHead(302, { location: '/real.xml' }).end();
    if (request.url === '/real.xml') return void response.end(rss('<item><title>从网上来</title></item>'));
    if (request.url === '/endless') {
      const more = () => void (response.destroyed || response.write('x'.repeat(1 << 20), more));
      return more();
    }
    response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  t.after(() => server.close());
  const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  assert.equal((await readArticles(`${home}/feed/`)).items[0]!.title, '从网上来');
  assert.equal(await refusalOf(() => fetchText(`${home}/nothing`)), `${home}/nothing 回答 404，没有内容可导入。在浏览器里打开它，核对地址。`);
  assert.equal(await refusalOf(() => fetchText(`${home}/endless`)), `${home}/endless 超过 ${maxBytes / 1024 / 1024} MiB，没有导入。分成几份，或让原站每次少给几篇。`);
  assert.equal(await refusalOf(() => fetchText('http://127.0.0.1:1/')), '连不上 http://127.0.0.1:1/。核对地址和网络，或先把它下载成文件。');
});

test('HTML nested beyond measure costs one article, not the import', () => {
  const { drafts, skipped } = planImport({ format: 'RSS 2.0', skipped: [], items: [
    { title: '太深的一篇', html: '<b><div>'.repeat(20_000), oldPaths: [], labels: [] },
    { title: '好的一篇文章', html: '<p>好</p>', oldPaths: [], labels: [] },
  ] }, 'posts', site, smallSite);
  assert.deepEqual(drafts.map(({ title }) => title), ['好的一篇文章']);
  assert.deepEqual(skipped.map(({ name, why }) => [name, why.zh]), [['太深的一篇', '网页嵌套得太深，读不出来。在原站整理这一篇再导入。']]);
});

test('planning writes nothing', () => {
  const { drafts } = planImport(readFeed(rss('<item><title>一篇旧文章</title><link>https://old.example/fresh/</link></item>'), 'f'), 'posts', site, smallSite);
  assert.equal(drafts[0]!.name.file, 'posts/fresh.mdx');
  assert.equal(existsSync(join(smallSite, 'posts/fresh.mdx')), false);
  assert.ok(readFileSync(join(smallSite, 'site.yaml'), 'utf8').includes('小站'));
});
