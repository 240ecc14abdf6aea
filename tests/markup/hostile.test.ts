/** Input made to hurt: a problem or a document, in time, never a crash. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compileBody } from '#markup/compile.ts';
import { assertProblem, bodySource, problemsOf } from './body.ts';

/** CPU time of `run`, in milliseconds: other work on the machine does not count. */
function cpuOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** `unit` up to `length` UTF-16 units. */
const fill = (unit: string, length: number): string => unit.repeat(Math.floor(length / unit.length));

const units: Record<string, string> = {
  emphasis: '*a ', strong: '**a', quoted: '**“', underscores: '_a ', brackets: '[', 'bracket pairs': '[a](', references: '[a][b]', images: '![', components: '<Note>', 'component blocks': '<Note type="tip">\n\n',
  'inline components': '<Term to="a">', quotes: '>', 'quotes with spaces': '> ', lists: '- ', numbers: '1. ', 'lists in quotes': '- > ', braces: '{', expressions: '{a}', comments: '{/*', attributes: '<Note a={', 'many attributes': '<Note a="b" ',
  cells: '|a', rows: '|a|b|\n|-|-|\n', ticks: '`a``', fences: '```\n', 'angle brackets': '<', tags: '<a', ampersands: '&', citations: '[^a]', footnotes: '[^a]: x\n', definitions: '[a]: b\n', backslashes: '\\', 'blank lines': '\n',
  headings: '## 中\n\n', tildes: '~a', addresses: 'http://a.b ', mails: 'a@', setext: 'a\n-\n', entities: '&#x1;', carriage: '\r', zero: '\0a', import: 'import {', marks: '==', pipes: '|', spaces: ' ', tabs: '\t', emoji: '😀',
};

test('a megabyte of anything is refused at once', () => {
  for (const [name, unit] of Object.entries(units)) {
    const time = cpuOf(() => {
      const { problems } = compileBody(bodySource(fill(unit, 1_000_000)));
      assert.deepEqual(problems.map(({ rule }) => rule), ['body/limit'], name);
    });
    assert.ok(time < 2_000, `${name}: ${time} ms`);
  }
});

test('as much as is allowed compiles in time', () => {
  for (const [name, unit] of Object.entries(units)) {
    for (const lineEnd of ['\n', '\n\n']) {
      const time = cpuOf(() => compileBody(bodySource(`中 ${fill(unit, 9_000)}${lineEnd}`.repeat(11))));
      assert.ok(time < 2_000, `${name}: ${time} ms`);
    }
  }
});

test('runs of spaces inside lines are not quadratic', () => {
  const spaces = ' '.repeat(9_900);
  for (const body of [`## a${spaces}b`, `a${spaces}b\nc`, `a\n${spaces}b`, `\`\`\`js {${spaces}\n\`\`\``, `<Note type="tip" title="${spaces}a">x</Note>`, `[a](/b "${spaces}c")`, `|a|\n|-|\n|${spaces}|`]) {
    const time = cpuOf(() => compileBody(bodySource(body)));
    assert.ok(time < 1_000, `${body.slice(0, 10)}: ${time} ms`);
  }
});

test('a term that an escape hides once is looked for once in its paragraph, and others become links', () => {
  const terms = [{ name: '接口', ref: 'glossary/api' }, { name: '令牌', ref: 'glossary/token' }];
  const { document, problems } = compileBody(bodySource(`&#25509;口和令牌。\n${'接口和接口，接口。\n'.repeat(16_000)}`, { terms }));
  assert.deepEqual([problems, document.terms], [[], ['glossary/token']]);
});

test('deep nesting is a problem where it gets too deep', () => {
  const nested = (open: string, close: string, depth: number): string => `${open.repeat(depth)}x${close.repeat(depth)}`;
  const list = Array.from({ length: 200 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n');
  for (const body of [list, nested('<Details summary="a">\n\n', '\n\n</Details>', 200), nested('*a **b ', ' c** d*', 100), nested('> ', '', 29).concat('\n').repeat(3)]) {
    for (const problem of problemsOf(body)) assert.match(problem, /^\d+:\d+ body\/limit /);
  }
  assertProblem(
    list, '30:61 body/limit',
    ['这里的嵌套超过了 60 层。', '减少列表、引用、强调或组件的层数，把内容拆成并列的小节。'],
    ['The nesting is deeper than 60 levels here.', 'Nest fewer lists, quotes, emphasis or components: split the content into sections side by side.'],
  );
});

test('body/limit says what there is too much of', () => {
  assertProblem('中'.repeat(200_001), '1:1 body/limit', ['正文有 200001 个字符，超过了 200000 的上限。', '把这一篇拆成几篇，再用链接连起来。'], ['The body has 200001 characters, more than the limit of 200000.', 'Split the entry into several and link them.']);
  assertProblem(`文\n\n${'{a}'.repeat(201)}`, '3:1 body/limit', ['到这一行为止，“{”的数量超过了 200 个的上限。', '如果是代码或数据，放进 ``` 代码块；否则用空行分段，或拆成几篇。'], ['Up to this line there are more "{" than the limit of 200.', 'Put code or data into a ``` code block; otherwise break the text up with blank lines or into several entries.']);
});

test('a line is not a book', () => {
  assertProblem(`文\n${'中'.repeat(10_001)}`, '2:1 body/limit', ['这一行有 10001 个字符，超过了 10000 的上限。', '用空行分段；如果是代码或数据，放进 ``` 代码块。'], ['This line has 10001 characters, more than the limit of 10000.', 'Break it into paragraphs with blank lines; put code or data into a ``` code block.']);
});

test('code in a fence is not counted', () => {
  assert.deepEqual(problemsOf(`\`\`\`json\n${'{"a": [1]}\n'.repeat(900)}\`\`\`\n\n- ~~~\n  ${'{'.repeat(900)}\n  ~~~`), []);
});

test('no mixture of fragments throws, and what is clean is well formed', () => {
  const parts = ['<Note type="tip">', '</Note>', '<Tabs>', '</Tabs>', '<Tab label="a">', '</Tab>', '<Term to="a">', '</Term>', '**', '*', '~~', '`', '```\n', '\n', '\n\n', '- ', '1. ', '> ', '  ', '    ', '| a | b |\n| - | - |\n', '|', '[a](/b)', '[^a]', '\n\n[^a]: ', '![x](/y)', '[', ']', '(', ')', '中', '。', 'a', '“', '{/* c */}', '{', '}', '<', '\\', '## ', '[#a]', '- [ ] ', '&amp;', '\t', '<Figure src="/a" alt="b" />', '😀', '---\n', 'http://a.b，'];
  let seed = 20_260_601;
  const random = (limit: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed >> 8) % limit;
  };
  let clean = 0;
  for (let round = 0; round < 4_000; round += 1) {
    const body = Array.from({ length: 2 + random(14) }, () => parts[random(parts.length)]).join('');
    const { document, problems } = compileBody(bodySource(body, { sources: ['a'] }));
    if (problems.length > 0) continue;
    clean += 1;
    assert.equal(findUnbalanced(document.html), undefined, JSON.stringify(body));
    assert.doesNotMatch(document.html + document.markdown + document.text, /\uE000/);
  }
  assert.ok(clean > 500, `${clean}`);
});

/** The first tag that is not closed in order, or a block inside a paragraph. */
function findUnbalanced(html: string): string | undefined {
  const open: string[] = [];
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (['br', 'hr', 'img', 'input'].includes(name!)) continue;
    if (slash === '/') {
      if (open.pop() !== name) return name;
    } else {
      if (name === 'a' && open.includes('a')) return name;
      if (open.includes('p') && /^(?:p|div|ul|ol|table|figure|blockquote|h\d|section|details|pre)$/.test(name!)) return name;
      open.push(name!);
    }
  }
  return open.pop();
}

test('a file that ends with a backslash in what looks like code does not end the process', () => {
  assert.deepEqual(problemsOf('import `甲\\'), ['1:1 body/code 以 import 开头的段落会被当成代码：“import `甲\\”。 | 组件不需要引入，删掉这一行；如果是示例，放进 ``` 代码块；如果是正文，写成 `import`。']);
});

test('an invisible mark at the start of the body, which shifts all that the parser says, is refused', () => {
  assert.match(problemsOf('\uFEFF- [甲](answers/b)').join('\n'), /^1:1 body\/reserved 这里有一个看不见的字符 U\+FEFF，/);
});
