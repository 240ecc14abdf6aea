/** Nodes as plain text. */
import { joinLines } from '../characters.ts';
import type { Node } from '../parse/nodes.ts';

/** The text of nodes inside a line, as a reader would say it: no marks, no citations, one line. */
export function plainText(nodes: readonly Node[]): string {
  return nodes.map(textOf).join('');
}

function textOf(node: Node): string {
  switch (node.type) {
    case 'text': return joinLines(node.value);
    case 'literal': case 'inlineCode': return node.value;
    case 'break': return ' ';
    case 'image': case 'imageReference': return node.alt;
    default: return 'children' in node ? plainText(node.children) : '';
  }
}
