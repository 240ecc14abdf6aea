import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody } from '#markup/compile.ts';
import { assertForms, bodySource, compile } from './body.ts';

test('headings: an anchor for the mouse, ids from the text or chosen, unique in the page', () => {
  const body = '## 商务 **咨询** [#business]\n\n### 商务\n\n## 商务\n\n## `base_url` 的 Set-Up！\n\n### business';
  assert.deepEqual(compile(body).headings, [
    { depth: 2, id: 'business', text: '商务 咨询' },
    { depth: 3, id: '商务', text: '商务' },
    { depth: 2, id: '商务-1', text: '商务' },
    { depth: 2, id: 'base_url-的-set-up', text: 'base_url 的 Set-Up！' },
    { depth: 3, id: 'business-1', text: 'business' },
  ]);
  assert.equal(
    compileBody(bodySource('## 商务 **咨询** [#business]')).document.html,
    '<h2 id="business">商务 <strong>咨询</strong><a class="anchor" href="#business" aria-hidden="true" tabindex="-1"></a></h2>',
  );
  assert.equal(compile('## 商务 **咨询** [#business]\n\n## 题 ##').markdown, '## 商务 **咨询**\n\n## 题 ##');
  assert.equal(compile('## 写法 \\[#id]').headings[0]!.text, '写法 [#id]');
});

test('an id of a heading never takes the place of a source', () => {
  assert.equal(compile('## Source rfc\n\n甲[^rfc]', { sources: ['rfc'] }).headings[0]!.id, 'source-rfc-1');
});

test('lists: tight, loose, nested, continued numbers', () => {
  assertForms(
    '- 一\n- 二\n  - 三\n\n1. 甲\n\n   段\n2. 乙\n\n5) 五',
    ['<ul>', '<li>一</li>', '<li>二', '<ul>', '<li>三</li>', '</ul></li>', '</ul>', '<ol>', '<li><p>甲</p>', '<p>段</p></li>', '<li><p>乙</p></li>', '</ol>', '<ol start="5">', '<li>五</li>', '</ol>'],
    ['- 一', '- 二', '  - 三', '', '1. 甲', '', '   段', '2. 乙', '', '5) 五'],
  );
});

test('task lists: the text is the label of the box', () => {
  assertForms(
    '- [ ] 待办 `x`\n- [x] 完成',
    ['<ul class="tasks">', '<li class="task"><label><input type="checkbox" disabled> 待办 <code>x</code></label></li>', '<li class="task"><label><input type="checkbox" disabled checked> 完成</label></li>', '</ul>'],
    ['- [ ] 待办 `x`', '- [x] 完成'],
  );
});

test('tables: named regions, column headers, alignment by class, short rows filled up', () => {
  const source = '| 左 | 中 | 右 |  |\n| :-- | :-: | --: | -- |\n| a | `x\\|y` |';
  const html = [
    '<section class="table" tabindex="0" aria-label="表格：左、中、右"><table>',
    '<thead>',
    '<tr><th scope="col" class="align-left">左</th><th scope="col" class="align-center">中</th><th scope="col" class="align-right">右</th><td></td></tr>',
    '</thead>',
    '<tbody>',
    '<tr><td class="align-left">a</td><td class="align-center"><code>x|y</code></td><td class="align-right"></td><td></td></tr>',
    '</tbody>',
    '</table></section>',
  ];
  assertForms(source, html, source.split('\n'));
  assert.match(compile(`${source}\n\n段\n\n${source}`).html, /aria-label="表格：左、中、右 2"/);
  assert.match(compile('| a |\n| - |', { lang: 'en' }).html, /aria-label="Table: a"/);
});

test('quotes and rules', () => {
  assertForms('> 引\n> 文\n>\n> - 一\n\n---', ['<blockquote>', '<p>引文</p>', '<ul>', '<li>一</li>', '</ul>', '</blockquote>', '<hr>'], ['> 引', '> 文', '>', '> - 一', '', '---']);
});

test('code: title, stressed lines across tokens, looks, unknown languages plain', () => {
  assertForms(
    '```python title="a.py" mark="2"\nx = """a\nb"""\n```\n\n```foo {1}\n<x> & "y"\n```',
    [
      '<figure class="code" data-language="python"><figcaption>a.py <span class="language">Python</span></figcaption><pre tabindex="0"><code class="language-python">x = <span class="s">&quot;&quot;&quot;a</span>',
      '<mark><span class="s">b&quot;&quot;&quot;</span></mark></code></pre></figure>',
      '<figure class="code" data-language="foo"><figcaption>foo</figcaption><pre tabindex="0"><code class="language-foo"><mark>&lt;x&gt; &amp; &quot;y&quot;</mark></code></pre></figure>',
    ],
    ['```python title="a.py" mark="2"', 'x = """a', 'b"""', '```', '', '```foo {1}', '<x> & "y"', '```'],
  );
});

test('the language of code is escaped, whatever was typed', () => {
  const { html } = compile('```c<b>"\n甲\n```\n\n```C<b> title="a.c"\n乙\n```');
  assert.equal(html.match(/c&lt;b&gt;/gi)?.length, 6);
  assert.doesNotMatch(html, /<b>/);
});

test('indented text is not code in MDX', () => {
  assertForms('    四格\n    续', ['<p>四格续</p>'], ['四格', '续']);
});

test('an empty body is an empty document', () => {
  assert.deepEqual(compileBody(bodySource('\n \n')).document, { html: '', markdown: '', text: '', headings: [], links: [], footnotes: [], terms: [] });
});

test('terms on lines of their own in a quote: its marks are no text', () => {
  assert.equal(compile('> <Term to="a">甲</Term>\n> <Term to="b">乙</Term>\n>\n> <Term to="c">丙</Term>').html, '<blockquote>\n<p><a class="term" href="→glossary/a">甲</a> <a class="term" href="→glossary/b">乙</a></p>\n<p><a class="term" href="→glossary/c">丙</a></p>\n</blockquote>');
});

test('a task that is a term has its box', () => {
  assert.equal(compile('- [ ] <Term to="a">甲</Term>').html, '<ul class="tasks">\n<li class="task"><label><input type="checkbox" disabled> <a class="term" href="→glossary/a">甲</a></label></li>\n</ul>');
});
