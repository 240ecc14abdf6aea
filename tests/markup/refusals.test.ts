/** Every sentence that an editor can meet, whole, in both languages, at its place. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertProblem, problemsOf } from './body.ts';

const linkHint: [string, string] = [
  '写条目引用（如 answers/base-url-settings）、以 / 开头的站内路径、#小节，或以 https://、http://、mailto:、tel: 开头的完整地址。',
  'Write an entry reference (such as answers/base-url-settings), a site path that begins with /, a #section, or a full address that begins with https://, http://, mailto: or tel:.',
];
const imageHint: [string, string] = [
  '写以 / 开头的站内路径，例如 /images/console.png，或完整的 https 地址。',
  'Write a site path that begins with /, such as /images/console.png, or a full https address.',
];
const codeFiles = new Map([['chat.py', { language: 'python', text: 'a\nb\n' }]]);

test('body/code', () => {
  assertProblem('文 {x + 1}', '1:3 body/code', ['正文里不能写表达式 {x + 1}。', '要显示花括号，写 \\{ … \\} 或放进反引号；注释写成 {/* … */}。'], ['The body cannot hold the expression {x + 1}.', 'To show braces, write \\{ … \\} or use backticks; a comment is {/* … */}.']);
  assertProblem('{}', '1:1 body/code', ['正文里不能写表达式 {}。', '要显示花括号，写 \\{ … \\} 或放进反引号；注释写成 {/* … */}。'], ['The body cannot hold the expression {}.', 'To show braces, write \\{ … \\} or use backticks; a comment is {/* … */}.']);
  assertProblem('{/* a */ b}', '1:1 body/code', ['正文里不能写表达式 {/* a */ b}。', '要显示花括号，写 \\{ … \\} 或放进反引号；注释写成 {/* … */}。'], ['The body cannot hold the expression {/* a */ b}.', 'To show braces, write \\{ … \\} or use backticks; a comment is {/* … */}.']);
  assertProblem("文\n\nimport x from 'y'", '3:1 body/code', ["以 import 开头的段落会被当成代码：“import x from 'y'”。", '组件不需要引入，删掉这一行；如果是示例，放进 ``` 代码块；如果是正文，写成 `import`。'], ['A paragraph that begins with import reads as code: "import x from \'y\'".', 'Components need no import, so delete the line; put an example into a ``` code block, and in prose write `import`.']);
  assertProblem('export 是一个命令', '1:1 body/code', ['以 export 开头的段落会被当成代码：“export 是一个命令”。', '组件不需要引入，删掉这一行；如果是示例，放进 ``` 代码块；如果是正文，写成 `export`。'], ['A paragraph that begins with export reads as code: "export 是一个命令".', 'Components need no import, so delete the line; put an example into a ``` code block, and in prose write `export`.']);
  for (const [typed, shown, column] of [['type={x}', 'type={…}', 7], ['{...y}', '{…}', 1], ['type="tip" onClick="x"', 'onClick', 18]] as const) {
    const more = typed === '{...y}' ? ' type="tip"' : '';
    assertProblem(`<Note ${typed}${more}>a</Note>`, `1:${column} body/code`, [`<Note> 的属性里不能有代码：${shown}。`, '只写 属性="文字"，没有需要时删掉它。'], [`An attribute of <Note> cannot hold code: ${shown}.`, 'Write only attribute="text", or delete it.']);
  }
});

test('what is quoted ends with a whole character', () => {
  for (const body of [`{'${'甲'.repeat(37)}😀乙'}`, `##${'甲'.repeat(30)}😀`, `##甲${'乙'.repeat(29)}😀`, `[甲](x:${'a'.repeat(97)}😀b)`]) {
    const [problem = ''] = problemsOf(body);
    assert.match(problem, /^1:1 /);
    assert.ok(problem.isWellFormed(), problem);
  }
});

test('body/html', () => {
  assertProblem('说 <b>x</b>', '1:3 body/html', ['正文里不能写 HTML 标签 <b>。', '改用 **文字**；要原样显示这个标签，放进反引号。'], ['The body cannot hold the HTML tag <b>.', 'Write **text** instead; to show the tag, use backticks.']);
  assertProblem('<br>', '1:1 body/html', ['正文里不能写 HTML 标签 <br>。', '改用 行末加一个反斜杠 \\；要原样显示这个标签，放进反引号。'], ['The body cannot hold the HTML tag <br>.', 'Write a backslash \\ at the end of the line instead; to show the tag, use backticks.']);
  assertProblem('<div>x</div>', '1:1 body/html', ['正文里不能写 HTML 标签 <div>。', '删掉这个标签，用 Markdown 或组件来写；要原样显示时放进反引号。'], ['The body cannot hold the HTML tag <div>.', 'Delete the tag and use Markdown or a component; to show it, use backticks.']);
  assertProblem('<constructor>x</constructor>', '1:1 body/html', ['正文里不能写 HTML 标签 <constructor>。', '删掉这个标签；要原样显示时写成 \\<constructor> 或放进反引号。'], ['The body cannot hold the HTML tag <constructor>.', 'Delete the tag; to show it, write \\<constructor> or use backticks.']);
  assertProblem('<my-tag />', '1:1 body/html', ['正文里不能写 HTML 标签 <my-tag>。', '删掉这个标签；要原样显示时写成 \\<my-tag> 或放进反引号。'], ['The body cannot hold the HTML tag <my-tag>.', 'Delete the tag; to show it, write \\<my-tag> or use backticks.']);
  assertProblem('<></>', '1:1 body/html', ['正文里不能写 HTML 标签 <>。', '删掉这个标签；要原样显示时写成 \\<> 或放进反引号。'], ['The body cannot hold the HTML tag <>.', 'Delete the tag; to show it, write \\<> or use backticks.']);
});

test('body/component', () => {
  const all = 'Note、Steps、Tabs、Tab、Code、Compare、Option、Term、Figure、Details';
  assertProblem('<Nota type="tip">x</Nota>', '1:1 body/component', ['没有名为 <Nota> 的组件。', '你是不是想写 <Note>？'], ['There is no component <Nota>.', 'Did you mean <Note>?']);
  assertProblem('<Accordion />', '1:1 body/component', ['没有名为 <Accordion> 的组件。', `可用的组件：${all}。`], ['There is no component <Accordion>.', `The components are ${all.replaceAll('、', ', ')}.`]);
  assertProblem('<Tab label="a">x</Tab>', '1:1 body/component', ['<Tab> 只能直接放在 <Tabs> 里。', '在它外面写上 <Tabs> … </Tabs>。'], ['<Tab> can only stand directly in <Tabs>.', 'Put <Tabs> … </Tabs> around it.']);
  assertProblem('说 <Note type="tip">x</Note>', '1:3 body/component', ['<Note> 不能放在一行文字里。', '把 <Note> 和它的结束标签各放在单独的行，前后空一行。'], ['<Note> cannot stand inside a line of text.', 'Put <Note> and its closing tag on lines of their own, with blank lines around.']);
  assertProblem('[<Term to="a">x</Term>](/x)', '1:2 body/component', ['<Term> 不能放在链接或另一个 <Term> 里。', '只留一个链接。'], ['<Term> cannot stand in a link or in another <Term>.', 'Keep one of the two links.']);
  assertProblem('<Steps>\n\n- a\n\n</Steps>', '3:1 body/component', ['<Steps> 里只能放一个有序列表。', '把每一步写成 1. 2. 3. 开头的列表项，说明文字缩进到列表项里。'], ['<Steps> holds exactly one ordered list.', 'Write each step as an item that begins with 1. 2. 3., and indent explanations into the items.']);
  assertProblem('<Steps>\n\n1. a\n\n文\n\n</Steps>', '3:1 body/component', ['<Steps> 里只能放一个有序列表。', '把每一步写成 1. 2. 3. 开头的列表项，说明文字缩进到列表项里。'], ['<Steps> holds exactly one ordered list.', 'Write each step as an item that begins with 1. 2. 3., and indent explanations into the items.']);
  assertProblem('<Tabs>\n\n文\n\n</Tabs>', '3:1 body/component', ['<Tabs> 里只能直接放 <Tab>。', '把这部分内容移进某个 <Tab>，或移到 <Tabs> 外面。'], ['<Tabs> directly holds only <Tab>.', 'Move this into one of the <Tab>, or out of <Tabs>.']);
  assertProblem('<Compare>\n<Option title="a">\n\nx\n\n</Option>\n</Compare>', '1:1 body/component', ['<Compare> 里有 1 个 <Option>。', '写 2 到 3 个 <Option>。'], ['<Compare> holds 1 <Option>.', 'Write 2 to 3 <Option>.']);
  const option = '<Option title="a">\n\nx\n\n</Option>\n';
  assertProblem(`<Compare>\n${option.repeat(4)}</Compare>`, '1:1 body/component', ['<Compare> 里有 4 个 <Option>。', '写 2 到 3 个 <Option>。'], ['<Compare> holds 4 <Option>.', 'Write 2 to 3 <Option>.']);
  assertProblem('<Code file="chat.py">x</Code>', '1:22 body/component', ['<Code> 里不能有内容。', '写成 <Code … />。'], ['<Code> cannot have content.', 'Write <Code … />.'], { codeFiles });
  assertProblem('<Details summary="a"></Details>', '1:1 body/component', ['<Details> 里没有内容。', '在 <Details> 和 </Details> 之间写上内容，或删掉它。'], ['<Details> is empty.', 'Write the content between <Details> and </Details>, or delete it.']);
  assertProblem('<Term to="a">\n\n- x\n\n</Term>', '3:1 body/component', ['<Term> 里只能放一行文字。', '写成 <Term …>文字</Term>。'], ['<Term> holds only a single line of text.', 'Write <Term …>text</Term>.']);
});

test('body/attribute', () => {
  assertProblem('<Note type="hint">a</Note>', '1:7 body/attribute', ['<Note> 的 type 不能是 "hint"。', '写 "info"、"tip"、"warning" 或 "danger"。'], ['type of <Note> cannot be "hint".', 'Write "info", "tip", "warning" or "danger".']);
  assertProblem('<Note type="tip" titel="x">a</Note>', '1:18 body/attribute', ['<Note> 没有属性 titel。', '你是不是想写 title？'], ['<Note> has no attribute titel.', 'Did you mean title?']);
  assertProblem('<Note type="tip" background="x">a</Note>', '1:18 body/attribute', ['<Note> 没有属性 background。', '可用的属性：type、title。'], ['<Note> has no attribute background.', 'The attributes are type, title.']);
  assertProblem('<Steps kind="x">\n\n1. a\n\n</Steps>', '1:8 body/attribute', ['<Steps> 没有属性 kind。', '删掉它：这个组件没有属性。'], ['<Steps> has no attribute kind.', 'Delete it: the component has no attributes.']);
  assertProblem('<Details>a</Details>', '1:1 body/attribute', ['<Details> 缺少属性 summary。', '写 <Details summary="…">，值为不为空的文字。'], ['<Details> lacks the attribute summary.', 'Write <Details summary="…"> with some text.']);
  assertProblem('<Details summary>a</Details>', '1:10 body/attribute', ['<Details> 的 summary 没有值。', '写不为空的文字。'], ['summary of <Details> has no value.', 'Write some text.']);
  assertProblem('<Note type="tip"\n  type="info">\n\na\n\n</Note>', '2:3 body/attribute', ['<Note> 的属性 type 写了两次。', '只留一个。'], ['The attribute type of <Note> is given twice.', 'Keep one of them.']);
  assertProblem('<Term to="A B">x</Term>', '1:7 body/attribute', ['<Term> 的 to 不能是 "A B"。', '写术语的 slug，例如 "base-url"。'], ['to of <Term> cannot be "A B".', 'Write the slug of a glossary entry, such as "base-url".']);
  assertProblem('<Figure src="javascript:x" alt="图" />', '1:9 body/attribute', ['<Figure> 的 src 不能是 "javascript:x"。', '写以 / 开头的站内路径或 https 地址。'], ['src of <Figure> cannot be "javascript:x".', 'Write a site path that begins with / or an https address.']);
  assertProblem('<Code file="chat.py" lines="9-2" />', '1:22 body/attribute', ['<Code> 的 lines 不能是 "9-2"。', '写行号，例如 "3" 或 "3-10"。'], ['lines of <Code> cannot be "9-2".', 'Write line numbers, such as "3" or "3-10".'], { codeFiles });
  assertProblem('```py copy\nx\n```', '1:1 body/attribute', ['代码块不认识选项 “copy”。', '可用的选项：title="文件名" 和 mark="2-3"（要突出的行）。'], ['A code block has no option "copy".', 'The options are title="file name" and mark="2-3" (lines to stress).']);
  assertProblem('```py {9}\nx\ny\n```', '1:1 body/attribute', ['要突出的第 9 行超出了代码的 2 行。', '写 1 到 2 之间的行号。'], ['Line 9 is to be stressed, but the code has 2 lines.', 'Write line numbers from 1 to 2.']);
  assert.deepEqual(problemsOf('```py {2}\nx\ny\n```\n\n```py\n```'), []);
});

test('body/code-file', () => {
  assertProblem('<Code file="chat.pi" />', '1:7 body/code-file', ['没有名为 "chat.pi" 的代码文件。', '写 file="chat.py"，或先在 frontmatter 的 files 里列出这个文件。'], ['There is no code file "chat.pi".', 'Write file="chat.py", or list the file in the frontmatter under files first.'], { codeFiles });
  assertProblem('<Code file="chat.py" />', '1:7 body/code-file', ['没有名为 "chat.py" 的代码文件。', '先在 frontmatter 的 files 里列出这个文件。'], ['There is no code file "chat.py".', 'List the file in the frontmatter under files first.']);
  assertProblem('<Code file="chat.py" lines="2-9" />', '1:22 body/code-file', ['lines="2-9" 超出了 "chat.py" 的 2 行。', '写 1 到 2 之间的行号。'], ['lines="2-9" goes beyond the 2 lines of "chat.py".', 'Write line numbers from 1 to 2.'], { codeFiles });
});

test('body/link', () => {
  for (const [body, shown] of [
    ['[a](javascript:alert(1))', 'javascript:alert(1)'], ['[a](JaVaScRiPt:x)', 'JaVaScRiPt:x'], ['[a](&#106;avascript:x)', 'javascript:x'], ['[a](javascript&colon;x)', 'javascript:x'],
    ['[a](java&#10;script:x)', 'java�script:x'], ['[a](<java script:x>)', 'java script:x'], ['[a](\\javascript:x)', '\\javascript:x'], ['[a](data:text/html,x)', 'data:text/html,x'],
    ['[a](vbscript:x)', 'vbscript:x'], ['[a](//evil.com)', '//evil.com'], ['[a](../b.mdx)', '../b.mdx'], ['[a]()', ''],
    // What is allowed inside of what is not.
    ['[a](javascript:x//https://a.b/)', 'javascript:x//https://a.b/'], ['[a](javascript:x/mailto:a@b.c)', 'javascript:x/mailto:a@b.c'], ['[a](data:text/html,#a)', 'data:text/html,#a'], ['[a](mailto:a@b.c@d)', 'mailto:a@b.c@d'], ['[a](tel:110;x)', 'tel:110;x'], ['[a](<#a"b>)', '#a"b'],
  ] as const) assertProblem(body, '1:1 body/link', [`链接地址 "${shown}" 不能使用。`, linkHint[0]], [`The address "${shown}" is not allowed.`, linkHint[1]]);
  assertProblem('[a][b]\n\n[b]: javascript:x', '3:1 body/link', ['链接地址 "javascript:x" 不能使用。', linkHint[0]], ['The address "javascript:x" is not allowed.', linkHint[1]]);
  for (const shown of ['data:image/png,a', 'a.png', 'http://a.b/c.png']) assertProblem(`文 ![图](${shown})`, '1:3 body/link', [`图片地址 "${shown}" 不能使用。`, imageHint[0]], [`The image address "${shown}" is not allowed.`, imageHint[1]]);
  assert.deepEqual(problemsOf('[甲](HTTPS://a.example/)、[乙](MAILTO:a@b.c)和![图](HTTPS://a.example/a.png)'), []);
  assertProblem('[](/x)', '1:1 body/link', ['链接“[](/x)”没有文字，读屏软件读不出它通向哪里。', '写成 [文字](地址)。'], ['The link "[](/x)" has no text, so a screen reader cannot say where it leads.', 'Write [text](address).']);
});

test('body/link: links inside links', () => {
  for (const [typed, column] of [['[乙](/b)', 15], [' https://a.b', 16], ['[^s]', 15]] as const) {
    const shown = typed.trim();
    assertProblem(`<Term to="a">甲${typed}</Term>`, `1:${column} body/link`, [`“${shown}”在一个链接里，而链接里不能再有链接或脚注引用。`, '把它移到链接文字的后面。'], [`"${shown}" stands in a link, which cannot hold another link or a citation.`, 'Move it behind the text of the link.'], { sources: ['s'] });
  }
});

test('body/image', () => {
  assertProblem('文 ![](/a.png)', '1:3 body/image', ['图片“![](/a.png)”没有说明文字。', '在方括号里写图片说明：![控制台的模型列表](地址)。'], ['The image "![](/a.png)" has no description.', 'Describe the image in the square brackets: ![model list in the console](address).']);
  const hints: [string, string] = ['要显示尖括号和花括号，写 \\<、\\{ 或放进反引号；注释写在图片外面。', 'To show brackets, write \\< and \\{, or use backticks; comments stand outside of the image.'];
  const say = (typed: string): [[string, string], [string, string]] => [
    [`图片说明里的“${typed}”会被当成标签或表达式，读者看不到它原来的样子。`, hints[0]],
    [`"${typed}" in the description would be taken for a tag or an expression, and not be shown as it is.`, hints[1]],
  ];
  assertProblem('文 ![填 <你的令牌> 的框](/a.png)', '1:7 body/image', ...say('<你的令牌>'));
  assertProblem('![填 {令牌} 的框](/a.png "<题>")', '1:5 body/image', ...say('{令牌}'));
  assertProblem('![填令牌的框 {/* 换新图 */}][图]\n\n[图]: /a.png', '1:9 body/image', ...say('{/* 换新图 */}'));
  assert.deepEqual(problemsOf('![填 \\<你的令牌> 和 `{id}` 的框，a < b](/a.png "<题>")\n\n![图][]\n\n[图]: /a.png'), []);
});

test('body/heading', () => {
  assertProblem('# 一级', '1:1 body/heading', ['正文里不能有一级标题 “一级”：页面的一级标题就是 title。', '写成 ## 一级。'], ['The body cannot have the level 1 heading "一级": the title is the page\'s level 1 heading.', 'Write ## 一级.']);
  assertProblem('## 甲 [#a]\n\n## **乙** [#a]', '3:10 body/heading', ['小标题的 id "a" 已经用过了。', '换一个本页没有用过的 id。'], ['The heading id "a" is taken already.', 'Choose an id that is not used on this page.']);
  assertProblem('## 甲 [#a b]', '1:6 body/heading', ['小标题的 id "a b" 含有不能使用的字符。', '只用文字、数字、- 和 _，例如 [#business]。'], ['The heading id "a b" holds characters that are not allowed.', 'Use only letters, digits, - and _, as in [#business].']);
  assertProblem('##标题', '1:1 body/heading', ['“##标题” 的 ## 后面没有空格，不会成为小标题。', '写成 ## 标题。'], ['There is no space after ## in "##标题", so it is not a heading.', 'Write ## 标题.']);
  assertProblem('## ', '1:1 body/heading', ['小标题没有文字。', '写上文字，或删掉这一行。'], ['The heading has no text.', 'Write the text, or delete the line.']);
});

test('body/footnote', () => {
  assertProblem('甲[^x]', '1:2 body/footnote', ['[^x] 既不是脚注，也不是 frontmatter 的 sources 里的 id。', '在文末写 [^x]: 脚注内容，或在 sources 里加上 id: x。'], ["[^x] is neither a footnote nor an id in the frontmatter's sources.", 'Write [^x]: text at the end, or add id: x to sources.']);
  assertProblem('甲[^rfcc]', '1:2 body/footnote', ['[^rfcc] 既不是脚注，也不是 frontmatter 的 sources 里的 id。', '你是不是想写 [^rfc]？'], ["[^rfcc] is neither a footnote nor an id in the frontmatter's sources.", 'Did you mean [^rfc]?'], { sources: ['rfc'] });
  assertProblem('甲\n\n[^b]: 注', '3:1 body/footnote', ['脚注 [^b] 没有被引用，不会显示。', '在正文里写上 [^b]，或删掉这条脚注。'], ['The footnote [^b] is not cited, so it would not be shown.', 'Cite it in the text as [^b], or delete it.']);
  assertProblem('甲[^b]\n\n[^b]: 注\n[^b]: 注', '4:1 body/footnote', ['脚注 [^b] 定义了两次。', '删掉一条，或换一个名字。'], ['The footnote [^b] is defined twice.', 'Delete one of them, or rename it.']);
});

test('body/table', () => {
  assertProblem('|a|b|\n|-|-|\n|1|`x|y`|', '3:1 body/table', ['这一行有 3 格，表头只有 2 格，多出的内容不会显示。', '补上表头的列；单元格里的竖线（包括反引号里的）要写成 \\|。'], ['This row has 3 cells and the header 2, so what is beyond would not be shown.', 'Add columns to the header; a vertical bar inside a cell, even in backticks, is written \\|.']);
});

test('body/reserved', () => {
  for (const [char, code] of [['\u0000', '0000'], ['\u0007', '0007'], ['\u007f', '007F'], ['\uE000', 'E000'], ['\uE001\uE001', 'E001'], ['\u000b', '000B'], ['&#xE001;', 'E001'], ['&#57344;', 'E000'], ['&#1;', '0001'], ['&#x7F;', '007F'], ['&#133;', '0085'], ['&#xFFFE;', 'FFFE'], ['&#xffff;', 'FFFF']] as const) {
    assertProblem(`甲${char}乙`, '1:2 body/reserved', [`这里有一个看不见的字符 U+${code}，正文里不能使用。`, '删掉这里看不见的字符，再重新输入旁边的文字。'], [`There is an invisible character U+${code} here, which a body cannot hold.`, 'Delete the invisible character here and type the text beside it again.']);
  }
});

test('a footnote that only itself cites is not cited', () => {
  assert.match(problemsOf('[^n]: 注\n后文[^n]').join('\n'), /^1:1 body\/footnote 脚注 \[\^n\] 没有被引用，不会显示。/);
});
