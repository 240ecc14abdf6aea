import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertForms, bodySource, compile } from './body.ts';
import { compileBody } from '#markup/compile.ts';

test('lines of Chinese are joined without a gap, others with a space', () => {
  assertForms('第一行\n第二行 abc\ndef\n\n硬\\\n换行', ['<p>第一行第二行 abc def</p>', '<p>硬<br>', '换行</p>'], ['第一行', '第二行 abc', 'def', '', '硬\\', '换行']);
});

test('links: internal ones become tokens, external ones lose the opener', () => {
  assertForms(
    '见[配置](answers/base-url "标\\"题")、[页面](/support/#a)、[外](https://a.b/?x=1&y=2)、[节](#甲)、[信](mailto:a@b.c)、[电](tel:+86-10)',
    ['<p>见<a href="→answers/base-url" title="标&quot;题">配置</a>、<a href="→/support/#a">页面</a>、<a href="https://a.b/?x=1&amp;y=2" rel="noopener">外</a>、<a href="#甲">节</a>、<a href="mailto:a@b.c">信</a>、<a href="tel:+86-10">电</a></p>'],
    ['见[配置](→answers/base-url "标\\"题")、[页面](→/support/#a)、[外](https://a.b/?x=1&y=2)、[节](→#甲)、[信](mailto:a@b.c)、[电](tel:+86-10)'],
  );
});

test('reference links and images are written out, so that labels cannot clash where pages are put together', () => {
  assertForms(
    '> 引 [**甲**][l] ![图][i]\n\n[l]: answers/x "题"\n[i]: https://x.y/z.png',
    ['<blockquote>', '<p>引 <a href="→answers/x" title="题"><strong>甲</strong></a> <img src="https://x.y/z.png" alt="图" loading="lazy" decoding="async"></p>', '</blockquote>'],
    ['> 引 [**甲**](→answers/x "题") ![图](https://x.y/z.png)'],
  );
});

test('a bare address ends where Chinese begins', () => {
  assertForms(
    '见https://alltkn.com/a，然后 www.x.com。 https://a.b/c',
    ['<p>见<a href="https://alltkn.com/a" rel="noopener">https://alltkn.com/a</a>，然后 <a href="http://www.x.com" rel="noopener">www.x.com</a>。 <a href="https://a.b/c" rel="noopener">https://a.b/c</a></p>'],
    ['见<https://alltkn.com/a>，然后 <http://www.x.com>。 https://a.b/c'],
  );
});

test('so it does before Chinese quotes, dashes and dots, and where its scheme is in capitals', () => {
  const { markdown, links } = compile('“见https://a.b/c”、https://a.b/d——再看https://a.b/e……、https://a.b/f·甲和HTTPS://A.B/G的');
  assert.equal(markdown, '“见<https://a.b/c>”、<https://a.b/d>——再看<https://a.b/e>……、<https://a.b/f>·甲和<HTTPS://A.B/G>的');
  assert.deepEqual(links.map(({ to }) => to), ['https://a.b/c', 'https://a.b/d', 'https://a.b/e', 'https://a.b/f', 'HTTPS://A.B/G']);
});

test('a bare address right behind a link to another site ends where Chinese begins, too', () => {
  assert.equal(compile('见[丁](https://a.example/x)https://a.example/c_d，再看').html, '<p>见<a href="https://a.example/x" rel="noopener">丁</a><a href="https://a.example/c_d" rel="noopener">https://a.example/c_d</a>，再看</p>');
});

test('so does one in parentheses behind a note', () => {
  assert.equal(compile('数据[^s](https://a.example/b)可以用', { sources: ['s'] }).html, '<p>数据<sup class="cite"><a href="#source-s" aria-label="来源 1">[1]</a></sup>(<a href="https://a.example/b" rel="noopener">https://a.example/b</a>)可以用</p>');
});

test('a bare address does not swallow the marks behind it', () => {
  assertForms(
    '见https://a.b，**注意**`c`。**https://a.b/c。**吧 (https://a.b/d。) https://a.b**粗。**后 [https://a.b，文](/x)',
    ['<p>见<a href="https://a.b" rel="noopener">https://a.b</a>，<strong>注意</strong><code>c</code>。<strong><a href="https://a.b/c" rel="noopener">https://a.b/c</a>。</strong>吧 (<a href="https://a.b/d" rel="noopener">https://a.b/d</a>。) <a href="https://a.b" rel="noopener">https://a.b</a><strong>粗。</strong>后 <a href="→/x">https://a.b，文</a></p>'],
    ['见<https://a.b>，**注意**`c`。**<https://a.b/c>。**吧 (<https://a.b/d>。) <https://a.b>**粗。**后 [https://a.b，文](→/x)'],
  );
});

test('a bare address ends for other readers of Markdown where it ends here', () => {
  const { markdown } = compile('官网(https://a.b)可查，填**https://a.b/c**，见https://a.b/d!注意 *https://a.b*<Term to="a">甲</Term>，写信给a@b.co，谢谢。(https://a.b/e). https://a.b/f');
  assert.equal(markdown, '官网(<https://a.b>)可查，填**<https://a.b/c>**，见<https://a.b/d>!注意 *<https://a.b>*[甲](→glossary/a)，写信给a@b.co，谢谢。(https://a.b/e). https://a.b/f');
});

test('Chinese inside a typed target stays there', () => {
  assertForms(
    '[甲](https://a.b/中文。c) [乙](\n<https://a.b/中文>) ![丙](https://a.b/图.png) [丁][l] `https://a.b/中文`\n\n[l]: https://a.b/中文',
    ['<p><a href="https://a.b/中文。c" rel="noopener">甲</a> <a href="https://a.b/中文" rel="noopener">乙</a> <img src="https://a.b/图.png" alt="丙" loading="lazy" decoding="async"> <a href="https://a.b/中文" rel="noopener">丁</a> <code>https://a.b/中文</code></p>'],
    ['[甲](https://a.b/中文。c) [乙](', '<https://a.b/中文>) ![丙](https://a.b/图.png) [丁](https://a.b/中文) `https://a.b/中文`'],
  );
});

test('images', () => {
  assertForms('![图|示](/a.png "标题")', ['<p><img src="→/a.png" alt="图|示" title="标题" loading="lazy" decoding="async"></p>'], ['![图\\|示](→/a.png "标题")']);
});

test('what an image says of itself is escaped', () => {
  assert.equal(compile('![图 "甲" \\<b>](/a.png "<题>")').html, '<p><img src="→/a.png" alt="图 &quot;甲&quot; &lt;b&gt;" title="&lt;题&gt;" loading="lazy" decoding="async"></p>');
});

test('a single tilde is a tilde, and stays one for other readers of Markdown', () => {
  assertForms('3~5 天或 7~10 天，~~删~~', ['<p>3~5 天或 7~10 天，<del>删</del></p>'], ['3\\~5 天或 7\\~10 天，~~删~~']);
});

test('comments vanish', () => {
  assertForms('{/* 注 */}\n\n前{/* 注 */}后', ['<p>前后</p>'], ['前后']);
});

test('what was typed is escaped, and not smartened', () => {
  assertForms('a < b & "c" -- d... &lt;e&gt; \\{f\\}', ['<p>a &lt; b &amp; &quot;c&quot; -- d... &lt;e&gt; {f}</p>'], ['a < b & "c" -- d... &lt;e&gt; \\{f\\}']);
});

test('a source cited before a parenthesis does not make a link of it', () => {
  assert.equal(compile('数据[^rfc](附录)，见[^rfc]（附录）', { sources: ['rfc'] }).markdown, '数据\\[来源 1\\](附录)，见[来源 1]（附录）');
});

test('footnotes are numbered by first citation, sources by their place in the frontmatter', () => {
  assertForms(
    '甲[^b]乙[^rfc]丙[^b]丁[^a]\n\n[^a]: 末注\n\n[^b]: 注 **重。**后\n\n    二段',
    [
      '<p>甲<sup class="footnote-ref"><a href="#fn:1" id="fnref:1" role="doc-noteref" aria-label="脚注 1">1</a></sup>乙<sup class="cite"><a href="#source-rfc" aria-label="来源 2">[2]</a></sup>丙<sup class="footnote-ref"><a href="#fn:1" id="fnref:1:2" role="doc-noteref" aria-label="脚注 1">1</a></sup>丁<sup class="footnote-ref"><a href="#fn:2" id="fnref:2" role="doc-noteref" aria-label="脚注 2">2</a></sup></p>',
      '<section class="footnotes" role="doc-endnotes" aria-label="脚注"><ol>',
      '<li id="fn:1"><p>注 <strong>重。</strong>后</p>',
      '<p>二段 <a class="footnote-back" href="#fnref:1" role="doc-backlink" aria-label="返回正文 1">↩</a> <a class="footnote-back" href="#fnref:1:2" role="doc-backlink" aria-label="返回正文 1-2">↩</a></p></li>',
      '<li id="fn:2"><p>末注 <a class="footnote-back" href="#fnref:2" role="doc-backlink" aria-label="返回正文 2">↩</a></p></li>',
      '</ol></section>',
    ],
    ['甲[^b]乙[来源 2]丙[^b]丁[^a]', '', '[^a]: 末注', '', '[^b]: 注 **重。**后', '', '    二段'],
    { sources: ['doc', 'rfc'] },
  );
  assert.deepEqual(compile('甲[^b]乙[^rfc]丙[^b]\n\n[^b]: 注', { sources: ['rfc'] }).footnotes, ['b', 'rfc']);
});

test('a footnote that ends with a list or code has its way back in a paragraph of its own', () => {
  const back = '<p><a class="footnote-back" href="#fnref:1" role="doc-backlink" aria-label="返回正文 1">↩</a></p></li>';
  assert.ok(compile('甲[^b]\n\n[^b]: 注\n\n    - 一\n    - 二').html.includes(`<li id="fn:1"><p>注</p>\n<ul>\n<li>一</li>\n<li>二</li>\n</ul>\n${back}`));
  assert.ok(compile('甲[^b]\n\n[^b]: 注\n\n    ```\n    code\n    ```').html.includes(`code</code></pre></figure>\n${back}`));
});

test('notes of two entries are told apart where their Markdown is put together', () => {
  const markdown = '甲[^1]**乙[^注]**\n\n[^1]: 末注[^注]\n\n- 丙\n\n  [^注]: 另一条';
  assert.equal(compile(markdown, { self: 'answers/base-url' }).markdown, '甲[^answers-base-url-1]**乙[^answers-base-url-注]**\n\n[^answers-base-url-1]: 末注[^answers-base-url-注]\n\n- 丙\n\n  [^answers-base-url-注]: 另一条');
});

test('English words where the site is English', () => {
  assert.equal(compile('a[^s]', { sources: ['s'], lang: 'en' }).html, '<p>a<sup class="cite"><a href="#source-s" aria-label="source 1">[1]</a></sup></p>');
  assert.equal(compile('a[^s]', { sources: ['s'], lang: 'en' }).markdown, 'a[source 1]');
});

test('a label in code is not a citation', () => {
  assert.equal(compile('`[^x]` \\[^x]').html, '<p><code>[^x]</code> [^x]</p>');
});

test('links are listed with their place in the file', () => {
  const { document } = compileBody(bodySource('**注：**见[甲](answers/a#b)\n![图](/a.png) <Term to="base-url">基址</Term> [乙][l]\n\n[l]: https://a.b/\n\n<Figure src="/b.png" alt="图" />'));
  assert.deepEqual(document.links, [
    { to: 'answers/a#b', line: 4, column: 8 },
    { to: '/a.png', line: 5, column: 1, image: true },
    { to: 'glossary/base-url', line: 5, column: 14 },
    { to: 'https://a.b/', line: 5, column: 44 },
    { to: '/b.png', line: 9, column: 9, image: true },
  ]);
});

test('plain text: one block a line, without marks and citations', () => {
  const body = '## 甲 **乙** [#c]\n\n第一\n行 `x`[^s]\n\n- 一\n- 二\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```\ncode\n```\n\n<Note type="tip" title="题">\n\n内\n\n</Note>';
  assert.equal(compile(body, { sources: ['s'] }).text, '甲 乙\n第一行 x\n一\n二\na b\n1 2\ncode\n题\n内');
});
