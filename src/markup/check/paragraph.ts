/** Paragraphs that were meant to be headings. */
import type { CheckContext } from '../components/component.ts';
import type { Paragraph } from '../parse/nodes.ts';

/** Reports `##标题` without the space that makes it a heading. */
export function checkParagraph(node: Paragraph, { source, report }: CheckContext): void {
  const first = node.children[0];
  if (first?.type !== 'text') return;
  const [, marks, rest] = /^(#{2,6})([^#\s][^\n]{0,30})/u.exec(source.text.slice(first.start, first.end)) ?? [];
  if (marks === undefined) return;
  report('body/heading', node.start, {
    zh: `“${marks}${rest!}” 的 ${marks} 后面没有空格，不会成为小标题。`,
    en: `There is no space after ${marks} in "${marks}${rest!}", so it is not a heading.`,
  }, { zh: `写成 ${marks} ${rest!}。`, en: `Write ${marks} ${rest!}.` });
}
