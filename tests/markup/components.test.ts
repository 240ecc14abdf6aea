import assert from 'node:assert/strict';
import { test } from 'node:test';
import { components } from '#markup/components/registry.ts';
import { assertForms, compile } from './body.ts';

const codeFiles = new Map([['chat.py', { language: 'python', text: 'import os\n\nprint("```")\n' }]]);

test('Note', () => {
  assertForms(
    '<Note type="warning" title="小*心*">\n\n正文 <Term to="base-url">基址</Term>。\n\n```py\nx\n\ny\n```\n\n</Note>',
    ['<div class="note note-warning" role="note"><p class="note-title">注意：小*心*</p>', '<p>正文 <a class="term" href="→glossary/base-url">基址</a>。</p>', '<figure class="code" data-language="py"><figcaption>Python</figcaption><pre tabindex="0"><code class="language-py">x', '', 'y</code></pre></figure></div>'],
    ['> **注意：小\\*心\\***', '>', '> 正文 [基址](→glossary/base-url)。', '>', '> ```py', '> x', '>', '> y', '> ```'],
  );
  assertForms('<Note>记住。</Note>', ['<div class="note note-info" role="note"><p class="note-title">说明</p>', '<p>记住。</p></div>'], ['> **说明**', '>', '> 记住。']);
  assertForms('<Note type="tip">一 **二。**三</Note>', ['<div class="note note-tip" role="note"><p class="note-title">提示</p>', '<p>一 <strong>二。</strong>三</p></div>'], ['> **提示**', '>', '> 一 **二。**三']);
  assert.match(compile('<Note type="danger" title="Keys">x</Note>', { lang: 'en' }).html, /Danger: Keys/);
});

test('Steps', () => {
  assertForms(
    '<Steps>\n\n1. 一\n\n   ```sh\n   curl x\n   ```\n2. 二\n\n</Steps>',
    ['<ol class="steps">', '<li><p>一</p>', '<figure class="code" data-language="sh"><figcaption>Shell</figcaption><pre tabindex="0"><code class="language-sh">curl x</code></pre></figure></li>', '<li><p>二</p></li>', '</ol>'],
    ['1. 一', '', '   ```sh', '   curl x', '   ```', '2. 二'],
  );
});

test('Tabs', () => {
  assertForms(
    '<Tabs>\n<Tab label="Python">\n\n甲\n\n</Tab>\n<Tab label="Node">\n\n乙\n\n</Tab>\n</Tabs>',
    ['<div class="tabs">', '<div class="tab"><p class="tab-label">Python</p>', '<p>甲</p></div>', '<div class="tab"><p class="tab-label">Node</p>', '<p>乙</p></div>', '</div>'],
    ['**Python**', '', '甲', '', '**Node**', '', '乙'],
  );
  assert.equal(compile('<Tabs><Tab label="a">x</Tab><Tab label="b">y</Tab></Tabs>').markdown, '**a**\n\nx\n\n**b**\n\ny');
});

test('Compare, indented as editors like it', () => {
  assertForms(
    '<Compare>\n  <Option title="自建" tone="bad">\n    - 一\n      续\n\n    ```js\n    a\n      b\n    ```\n  </Option>\n  <Option title="平台" tone="good">\n    乙\n  </Option>\n  <Option title="其他">\n    丙\n  </Option>\n</Compare>',
    [
      '<div class="compare">',
      '<div class="option option-bad"><p class="option-title">自建<span class="option-tone">（不推荐）</span></p>', '<ul>', '<li>一续</li>', '</ul>',
      '<figure class="code" data-language="js"><figcaption>JavaScript</figcaption><pre tabindex="0"><code class="language-js">a', '  b</code></pre></figure></div>',
      '<div class="option option-good"><p class="option-title">平台<span class="option-tone">（推荐）</span></p>', '<p>乙</p></div>',
      '<div class="option option-neutral"><p class="option-title">其他</p>', '<p>丙</p></div>', '</div>',
    ],
    ['**自建**（不推荐）', '', '- 一', '  续', '', '```js', 'a', '  b', '```', '', '**平台**（推荐）', '', '乙', '', '**其他**', '', '丙'],
  );
});

test('Code, with a fence longer than those inside', () => {
  assertForms(
    '<Code file="chat.py" lines="1,3" title="聊天" />',
    ['<figure class="code" data-language="python"><figcaption>聊天 <span class="language">Python</span></figcaption><pre tabindex="0"><code class="language-python"><span class="k">import</span> os', '<span class="k">print</span>(<span class="s">&quot;```&quot;</span>)</code></pre></figure>'],
    ['````python title="聊天"', 'import os', 'print("```")', '````'],
    { codeFiles },
  );
  assert.equal(compile('<Code file="chat.py" />', { codeFiles }).text, 'import os\n\nprint("```")');
});

test('Term', () => {
  assertForms('<Term to="a">A</Term> <Term to="b">**B**</Term>', ['<p><a class="term" href="→glossary/a">A</a> <a class="term" href="→glossary/b"><strong>B</strong></a></p>'], ['[A](→glossary/a) [**B**](→glossary/b)']);
});

test('Term over two lines, in a list', () => {
  assert.equal(compile('- 甲 <Term to="a">乙\n  丙</Term>').markdown, '- 甲 [乙\n  丙](→glossary/a)');
});

test('Figure', () => {
  assertForms(
    '<Figure src="/a.png" alt="图*示" caption="说明" />',
    ['<figure class="figure"><img src="→/a.png" alt="图*示" loading="lazy" decoding="async"><figcaption>说明</figcaption></figure>'],
    ['![图\\*示](→/a.png)', '', '*说明*'],
  );
});

test('Details', () => {
  assertForms('<Details summary="更多">\n\n内容\n\n</Details>', ['<details class="details"><summary>更多</summary>', '<p>内容</p></details>'], ['**更多**', '', '内容']);
});

test('components in lists and quotes keep the marks before them', () => {
  assertForms(
    '- 项\n  <Note type="info">\n  正文\n  续\n  </Note>\n  后文\n- 乙',
    ['<ul>', '<li>项', '<div class="note note-info" role="note"><p class="note-title">说明</p>', '<p>正文续</p></div>', '后文</li>', '<li>乙</li>', '</ul>'],
    ['- 项', '', '  > **说明**', '  >', '  > 正文', '  > 续', '', '  后文', '- 乙'],
  );
  assert.equal(compile('> 引\n>\n> <Note type="danger">\n>\n> - a\n>   b\n>\n> </Note>').markdown, '> 引\n>\n> > **危险**\n> >\n> > - a\n> >   b');
  assert.equal(compile('1. <Note type="tip">x</Note>\n2. 乙').markdown, '1. > **提示**\n   >\n   > x\n2. 乙');
  assert.equal(compile('<Note type="tip">\n<Details summary="层">\n\n- a\n\n  b\n\n</Details>\n</Note>').markdown, '> **提示**\n>\n> **层**\n>\n> - a\n>\n>   b');
});

test('every component is told apart by its name, and every attribute says what it accepts', () => {
  assert.equal(new Set(components.map(({ name }) => name)).size, components.length);
  for (const { name, parent, attributes } of components) {
    if (parent !== undefined) assert.ok(components.some((component) => component.name === parent), name);
    for (const { expected } of Object.values(attributes)) assert.ok(expected.zh !== '' && expected.en !== '');
  }
});

test('a title of code typed over two lines stays on the line of the fence', () => {
  const codeFiles = new Map([['a.sh', { language: 'bash', text: 'ls\n' }]]);
  assert.equal(compile('<Code file="a.sh" title="列出\n文件" />', { codeFiles }).markdown, '```bash title="列出 文件"\nls\n```');
});
