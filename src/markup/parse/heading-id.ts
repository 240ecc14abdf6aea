/** `## 商务咨询 [#business]`: an id that the editor chose. */
import type { HeadingNode, Node } from './nodes.ts';

/** Takes the `[#id]` off the last text of `heading`, in place, and remembers where in `text` (the file) it stood. */
export function takeExplicitId(heading: HeadingNode, text: string): void {
  const last: Node | undefined = heading.children.at(-1);
  if (last?.type !== 'text') return;
  const value = last.value.trimEnd();
  const open = value.endsWith(']') ? value.lastIndexOf('[#') : -1;
  if (open < 0) return;
  const bracket = text.lastIndexOf('[#', last.end);
  if (bracket < last.start || text[bracket - 1] === '\\') return;
  heading.explicit = { id: value.slice(open + 2, -1), start: bracket, end: text.indexOf(']', bracket) + 1 };
  last.value = value.slice(0, open).trimEnd();
}
