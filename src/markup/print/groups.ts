/** Content of a component may be bare text; it is printed as the paragraph that it looks like. */
import { isInlineTag } from '../components/registry.ts';
import { isPhrasing, type Node, type Paragraph } from '../parse/nodes.ts';

/** `nodes` with every stretch of bare text made a paragraph. `text` is the whole file. */
export function groupParagraphs(nodes: readonly Node[], text: string): Node[] {
  if (!nodes.some(isLoose)) return nodes as Node[];
  const result: Node[] = [];
  let open: Paragraph | undefined;
  for (const node of nodes) {
    if (!isLoose(node)) {
      open = undefined;
      result.push(node);
      continue;
    }
    const gap = open === undefined ? '' : text.slice(open.end, node.start);
    if (open === undefined || /\n[ \t>]*\n/.test(gap)) {
      open = { type: 'paragraph', start: node.start, end: node.end, children: [] };
      result.push(open);
    } else if (gap !== '') {
      // In a quote its mark stands between two lines.
      open.children.push({ type: 'text', start: open.end, end: node.start, value: gap.replaceAll('>', '') });
    }
    open.children.push(node);
    open.end = node.end;
  }
  return result;
}

function isLoose(node: Node): boolean {
  return isPhrasing(node, isInlineTag);
}
