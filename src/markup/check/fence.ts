/** Fenced code: that it ends, and what stands after its language. */
import { plural } from '#lib/number.ts';
import type { CheckContext } from '../components/component.ts';
import { lastLine } from '../highlight/lines.ts';
import { parseMeta } from '../highlight/meta.ts';
import type { Code } from '../parse/nodes.ts';

/** Reports a code block that is never closed, and options that do not exist or name missing lines. */
export function checkFence(node: Code, { source, report }: CheckContext): void {
  const typed = source.text.slice(node.start, node.end);
  const fence = /^(`{3,}|~{3,})/.exec(typed)?.[1];
  if (fence !== undefined && !isClosed(typed, fence)) {
    report('body/syntax', node.start, {
      zh: `以 ${fence} 开头的代码块没有结束。`,
      en: `The code block that begins with ${fence} is never closed.`,
    }, { zh: `在代码后面另起一行写 ${fence}。`, en: `Write ${fence} on a line of its own after the code.` });
  }
  const meta = parseMeta(node.meta);
  if (meta.unknown !== undefined) {
    report('body/attribute', node.start, {
      zh: `代码块不认识选项 “${meta.unknown}”。`,
      en: `A code block has no option "${meta.unknown}".`,
    }, {
      zh: '可用的选项：title="文件名" 和 mark="2-3"（要突出的行）。',
      en: 'The options are title="file name" and mark="2-3" (lines to stress).',
    });
  }
  const count = node.value.split('\n').length;
  if (meta.marked.length === 0 || lastLine(meta.marked) <= count) return;
  report('body/attribute', node.start, {
    zh: `要突出的第 ${lastLine(meta.marked)} 行超出了代码的 ${count} 行。`,
    en: `Line ${lastLine(meta.marked)} is to be stressed, but the code has ${plural(count, 'line')}.`,
  }, { zh: `写 1 到 ${count} 之间的行号。`, en: `Write line numbers from 1 to ${count}.` });
}

function isClosed(typed: string, fence: string): boolean {
  const last = typed.slice(typed.lastIndexOf('\n') + 1);
  return typed.includes('\n') && last.replace(/^[\s>]+/, '').trimEnd().startsWith(fence);
}
