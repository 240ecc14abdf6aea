/** What Sätteri cannot parse, in words for editors. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody } from '#markup/compile.ts';
import { reportSyntaxError } from '#markup/parse/syntax-error.ts';
import { assertProblem, bodySource, problemsOf } from './body.ts';

test('a component without end is reported where it begins', () => {
  assertProblem('前\n\n<Note type="tip">\n\n文', '3:1 body/syntax', ['<Note> 没有结束标签。', '在内容后面另起一行写 </Note>；没有内容时写成 <Note … />。'], ['<Note> has no closing tag.', 'Write </Note> on a line of its own after the content; without content write <Note … />.']);
});

test('tags that do not belong together', () => {
  assertProblem('<Note type="tip">\n\nabc\n\n</Foo>', '5:1 body/syntax', ['</Foo> 与前面打开的 <Note> 不配对。', '先写 </Note>，或改正标签名的拼写。'], ['</Foo> does not match <Note>, which was opened before it.', 'Write </Note> first, or correct the spelling of the name.']);
  assertProblem('文 </Note>', '1:3 body/syntax', ['</Note> 前面没有对应的 <Note>。', '删掉 </Note>，或在内容前面补上 <Note>。'], ['There is no <Note> before this </Note>.', 'Delete </Note>, or add <Note> before the content.']);
  assertProblem('<Note type="tip">\n\n文字</Note>', '3:3 body/syntax', ['</Note> 接在一段文字后面。', '把 </Note> 单独放在一行，前面空一行。'], ['</Note> follows text in the same block.', 'Put </Note> on a line of its own, after a blank line.']);
  assertProblem('> <Note type="tip">\n\n</Note>', '1:3 body/syntax', ['<Note> 和它的结束标签不在同一段里。', '让 <Note> 和 </Note> 各占一行，缩进相同，前后空一行。'], ['<Note> and its closing tag are not in the same block.', 'Put <Note> and </Note> on lines of their own, equally indented, with blank lines around.']);
  assertProblem('<Note type=tip>x</Note>', '1:1 body/syntax', ['标签 “<Note type=tip>x</Note>” 没有写完整。', '属性值要放在英文双引号里，标签以 > 或 /> 结束，例如 <Note title="…">。'], ['The tag "<Note type=tip>x</Note>" is not complete.', 'Attribute values go in straight double quotes and a tag ends with > or />, as in <Note title="…">.']);
});

test('angle brackets that were meant as text', () => {
  assertProblem('**注意：**这里 a <3 b', '1:13 body/syntax', ['“<3 b” 里的 “<” 会被当成标签的开头。', '要显示小于号，写 \\< 或放进反引号。'], ['The "<" in "<3 b" reads as the start of a tag.', 'To show a less-than sign, write \\< or use backticks.']);
  assertProblem('用 <你的令牌> 代替', '1:3 body/syntax', ['“<你的令牌>” 会被当成标签，却没有结束标签。', '要原样显示尖括号，写成 \\<你的令牌> 或放进反引号：`<你的令牌>`。'], ['"<你的令牌>" reads as a tag, and it is never closed.', 'To show the angle brackets, write \\<你的令牌> or use backticks: `<你的令牌>`.']);
  assertProblem('<https://a.b/c>', '1:1 body/syntax', ['地址不能放在尖括号里：<https://a.b/c>。', '去掉尖括号，或写成 [文字](https://a.b/c)。'], ['An address cannot stand in angle brackets: <https://a.b/c>.', 'Drop the angle brackets, or write [text](https://a.b/c).']);
  assertProblem('<a@b.c>', '1:1 body/syntax', ['地址不能放在尖括号里：<a@b.c>。', '去掉尖括号，或写成 [文字](mailto:a@b.c)。'], ['An address cannot stand in angle brackets: <a@b.c>.', 'Drop the angle brackets, or write [text](mailto:a@b.c).']);
  assertProblem('<!-- 注 -->', '1:1 body/syntax', ['正文里不能写 HTML 注释 <!-- … -->。', '注释写成 {/* … */}。'], ['The body cannot hold an HTML comment <!-- … -->.', 'Write the comment as {/* … */}.']);
});

test('a brace without end', () => {
  assertProblem('**注：**看 {a', '1:9 body/syntax', ['花括号 “{” 没有在同一段里结束。', '要显示花括号，写 \\{ 或放进反引号；注释写成 {/* … */}，中间不要空行。'], ['The brace "{" is not closed in the same block.', 'To show a brace, write \\{ or use backticks; a comment is {/* … */} without a blank line inside.']);
});

test('what stands in braces and is no JavaScript', () => {
  const hint: [string, string] = ['要显示花括号，写 \\{ … \\} 或放进反引号；注释写成 {/* … */}。', 'To show braces, write \\{ … \\} or use backticks; a comment is {/* … */}.'];
  for (const typed of ['{模型 名}', '{model name}', '{"model": "deepseek-chat"}', '{甲😀}']) {
    assertProblem(`把 ${typed} 换掉`, '1:3 body/code', [`正文里不能写表达式 ${typed}。`, hint[0]], [`The body cannot hold the expression ${typed}.`, hint[1]]);
  }
  assert.deepEqual(problemsOf('甲 {a} 乙\n\n丙 {b c}').map((problem) => problem.split(' | ')[0]), ['3:3 body/code 正文里不能写表达式 {b c}。']);
});

test('a code block without end', () => {
  assertProblem('文\n\n```js\nx\n\n后文', '3:1 body/syntax', ['以 ``` 开头的代码块没有结束。', '在代码后面另起一行写 ```。'], ['The code block that begins with ``` is never closed.', 'Write ``` on a line of its own after the code.']);
  assert.deepEqual(problemsOf('> ```js\n> x\n> ```\n\n- ~~~\n  x\n  ~~~~'), []);
});

test('labels declared in front of the body do not move positions', () => {
  assert.deepEqual(problemsOf('甲[^a]\n\n乙 <3').map((problem) => problem.split(' ')[0]), ['3:3']);
});

test('after a syntax error the document is empty', () => {
  assert.deepEqual(compileBody(bodySource('## 甲\n\n<3')).document, { html: '', markdown: '', text: '', headings: [], links: [], footnotes: [], terms: [] });
});

test('other problems leave text, headings and links for other checks', () => {
  const { document } = compileBody(bodySource('## 甲\n\n[乙](/b) <b>丙</b>'));
  assert.deepEqual(document, { html: '', markdown: '', text: '甲\n乙 丙', headings: [{ depth: 2, id: '甲', text: '甲' }], links: [{ to: '/b', line: 6, column: 1 }], footnotes: [], terms: [] });
});

test('a message that Sätteri did not have when this was written', () => {
  const reports: unknown[] = [];
  const context = { text: '甲\n乙丙', bodyStart: 0, parsed: '甲\n乙丙', toFile: (offset: number) => offset };
  reportSyntaxError('2:2: Something new (mdx:new)', context, (...report) => reports.push(report));
  reportSyntaxError('no place at all', context, (...report) => reports.push(report));
  const hint = { zh: '检查这一行的尖括号和花括号；要原样显示时写 \\< 或 \\{，或放进反引号。', en: 'Check the angle brackets and braces of this line; to show them, write \\< or \\{, or use backticks.' };
  assert.deepEqual(reports, [
    ['body/syntax', 3, { zh: '从这里开始的写法无法识别：“丙”。', en: 'What starts here cannot be understood: "丙".' }, hint],
    ['body/syntax', 0, { zh: '从这里开始的写法无法识别：“甲”。', en: 'What starts here cannot be understood: "甲".' }, hint],
  ]);
});

test('a component that is closed inside a list, quote or emphasis of its own does not swallow the rest of that', () => {
  const message: [string, string] = ['<Note> 和它的结束标签不在同一段里。', '让 <Note> 和 </Note> 各占一行，缩进相同，前后空一行。'];
  const english: [string, string] = ['<Note> and its closing tag are not in the same block.', 'Put <Note> and </Note> on lines of their own, equally indented, with blank lines around.'];
  for (const body of ['<Note>\n- 甲\n\n  </Note>\n\n  乙', '<Note>\n> 甲\n> </Note>\n> 乙', '<Note>\n- 甲\n- </Note>\n  ---', '<Note>\n- 甲\n  </Note>\n  <Note>乙</Note>']) {
    assertProblem(body, '1:1 body/syntax', message, english);
  }
  assertProblem('见 <Term to="a">*甲</Term>乙*', '1:3 body/syntax', ['<Term> 和它的结束标签不在同一段里。', '让 <Term …> 和 </Term> 都在强调里面，或都在外面。'], ['<Term> and its closing tag are not in the same block.', 'Put <Term …> and </Term> both inside the emphasis, or both outside.']);
});
