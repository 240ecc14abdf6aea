/** Content is not code: no import, no export, no `{expression}` but a comment. */
import { excerpt } from '#lib/text.ts';
import type { Words } from '#model/problem.ts';
import type { CheckContext } from '../components/component.ts';
import type { Esm, Expression } from '../parse/nodes.ts';

/** Reports `{…}` unless it holds comments only. */
export function checkExpression(node: Expression, { report }: CheckContext): void {
  if (isComment(node.value)) return;
  const { message, hint } = sayExpression(node.value);
  report('body/code', node.start, message, hint);
}

/** What is said of `{…}` around `code`. */
export function sayExpression(code: string): { message: Words; hint: Words } {
  const shown = excerptOf(code);
  return {
    message: { zh: `正文里不能写表达式 {${shown}}。`, en: `The body cannot hold the expression {${shown}}.` },
    hint: {
      zh: '要显示花括号，写 \\{ … \\} 或放进反引号；注释写成 {/* … */}。',
      en: 'To show braces, write \\{ … \\} or use backticks; a comment is {/* … */}.',
    },
  };
}

/** Reports an `import` or `export` at the start of a paragraph. */
export function checkEsm(node: Esm, { report }: CheckContext): void {
  const word = /^\s*(\w+)/.exec(node.value)?.[1] ?? 'import';
  report('body/code', node.start, {
    zh: `以 ${word} 开头的段落会被当成代码：“${excerptOf(node.value)}”。`,
    en: `A paragraph that begins with ${word} reads as code: "${excerptOf(node.value)}".`,
  }, {
    zh: `组件不需要引入，删掉这一行；如果是示例，放进 \`\`\` 代码块；如果是正文，写成 \`${word}\`。`,
    en: `Components need no import, so delete the line; put an example into a \`\`\` code block, and in prose write \`${word}\`.`,
  });
}

/** Whether `code` is one comment or more, `/* … *​/`, and nothing else. */
function isComment(code: string): boolean {
  let rest = code.trim();
  if (rest === '') return false;
  while (rest !== '') {
    const end = rest.startsWith('/*') ? rest.indexOf('*/', 2) : -1;
    if (end < 0) return false;
    rest = rest.slice(end + 2).trimStart();
  }
  return true;
}

function excerptOf(code: string): string {
  return excerpt(code.trim().split('\n', 1)[0]!, 40);
}
