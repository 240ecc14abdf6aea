import assert from 'node:assert/strict';
import { test } from 'node:test';
import { separate } from '#markup/parse/separate.ts';
import { compile, problemsOf } from './body.ts';

/** Markdown → inline HTML. Equal to micromark-extension-cjk-friendly 2 with singleTilde off. */
const cases: Record<string, string> = {
  '**注意：**这里': '<strong>注意：</strong>这里',
  '使用**RAG（检索）**方法': '使用<strong>RAG（检索）</strong>方法',
  '**「术语」**的': '<strong>「术语」</strong>的',
  '他说**“好。”**然后': '他说<strong>“好。”</strong>然后',
  '**加粗**，接着': '<strong>加粗</strong>，接着',
  '~~删除。~~后文': '<del>删除。</del>后文',
  '*强调！*后': '<em>强调！</em>后',
  '前**(括)**后': '前<strong>(括)</strong>后',
  '前**a(b)**后': '前<strong>a(b)</strong>后',
  '(**“x”**)': '(<strong>“x”</strong>)',
  '中**`code`**文': '中<strong><code>code</code></strong>文',
  '“**注：**”后': '“<strong>注：</strong>”后',
  '价格**$5**元': '价格<strong>$5</strong>元',
  '这是**[链接](/x)**吧': '这是<strong><a href="→/x">链接</a></strong>吧',
  '***粗斜。***后': '<em><strong>粗斜。</strong></em>后',
  '*斜**粗。**斜。*后': '<em>斜<strong>粗。</strong>斜。</em>后',
  '~~删**粗。**删。~~后': '<del>删<strong>粗。</strong>删。</del>后',
  '**一。****二。**三': '<strong>一。****二。</strong>三',
  '**“甲”**、**“乙”**': '<strong>“甲”</strong>、<strong>“乙”</strong>',
  '**《书》**（2020）': '<strong>《书》</strong>（2020）',
  '中**😀。**文': '中<strong>😀。</strong>文',
  '**日本語。**テスト': '<strong>日本語。</strong>テスト',
  '**多\n行。**后': '<strong>多行。</strong>后',
  '**注意：** 这里': '<strong>注意：</strong> 这里',
  'a**b**c': 'a<strong>b</strong>c',
  '\\**注：**x': '**注：**x',
  '**注：\\**这里': '**注：**这里',
  '\\*\\*注：\\*\\*这里': '**注：**这里',
  '2*3*4': '2<em>3</em>4',
  '2 * 3 * 4。': '2 * 3 * 4。',
  '**未闭合：这里': '**未闭合：这里',
  '`**注：**这里`': '<code>**注：**这里</code>',
  '3~5 天或 7~10 天': '3~5 天或 7~10 天',
};

for (const [markdown, html] of Object.entries(cases)) {
  test(`emphasis: ${JSON.stringify(markdown)}`, () => assert.equal(compile(markdown).html, `<p>${html}</p>`));
}

test('blocks that begin with the same characters stay what they are', () => {
  assert.equal(compile('* 列**注：**表').html, '<ul>\n<li>列<strong>注：</strong>表</li>\n</ul>');
  assert.equal(compile('***').html, '<hr>');
  assert.equal(compile('## **题：**目').html, '<h2 id="题目"><strong>题：</strong>目</h2>');
  assert.match(compile('~~~\n**注：**这里\n~~~').html, />\*\*注：\*\*这里<\/code>/);
  assert.match(compile('| **头：**a |\n| -- |\n| **体。**b |').html, /<td><strong>体。<\/strong>b<\/td>/);
});

test('no separator is left in any form, nor in attributes, addresses and code', () => {
  const body = '## **题：**目\n\n<Note type="tip" title="**注：**标">\n\n[**文。**](/**a。**b) `**x：**y`\n\n```js title="**a：**b"\n**x：**y\n```\n\n</Note>\n\nhttps://a.b/**c';
  assert.doesNotMatch(JSON.stringify(compile(body)), /\uE000|%EE%80%80|\\ue000/i);
});

test('positions are those of the file, not of the separated text', () => {
  assert.deepEqual(problemsOf('**注意：**这里**“好。”**后 <b>x</b>').map((problem) => problem.split(' ')[0]), ['1:20']);
  assert.deepEqual(problemsOf('**注意：**这里 a <3').map((problem) => problem.split(' ')[0]), ['1:13']);
});

test('a text is separated only where it must be', () => {
  assert.deepEqual(separate('**a** 中*文* (*b*) \\*：'), { text: '**a** 中*文* (*b*) \\*：', inserted: [] });
  assert.deepEqual(separate('**a** 中文，**b**文'), { text: '**a** 中文，\uE000**b**文', inserted: [9] });
  assert.deepEqual(separate('**注：**里').inserted, [4]);
});
