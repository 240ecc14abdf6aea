/** The tree of a parsed body. Names follow mdast; offsets are UTF-16 units in the whole file. */

interface At {
  start: number;
  end: number;
}

interface Parent extends At {
  children: Node[];
}

export interface ExplicitId extends At {
  id: string;
}

export interface Root extends Parent { type: 'root' }
export interface Paragraph extends Parent { type: 'paragraph' }
/** `explicit` is the id typed as `[#id]`, with the place of the brackets. */
export interface HeadingNode extends Parent { type: 'heading'; depth: 1 | 2 | 3 | 4 | 5 | 6; explicit?: ExplicitId }
export interface Quote extends Parent { type: 'blockquote' }
export interface Span extends Parent { type: 'emphasis' | 'strong' | 'delete' }
export interface List extends Parent { type: 'list'; ordered: boolean; first: number; spread: boolean }
export interface ListItem extends Parent { type: 'listItem'; checked: boolean | null; spread: boolean }
export interface Table extends Parent { type: 'table'; align: readonly (string | null)[] }
export interface TableRow extends Parent { type: 'tableRow' }
export interface TableCell extends Parent { type: 'tableCell' }
/** `isBare`: an address typed as such, without `[text](…)`. */
export interface LinkNode extends Parent { type: 'link'; url: string; title: string | null; isBare: boolean }
export interface LinkReference extends Parent { type: 'linkReference'; identifier: string }
/** A word that another entry defines, found by terms.ts; its one child is the text as typed. `ref` names that entry. */
export interface TermNode extends Parent { type: 'term'; ref: string }
export interface FootnoteDefinition extends Parent { type: 'footnoteDefinition'; identifier: string; label: string }
/** A component, or what looks like one. `name` is empty for `<>`. `flow` is true when it stands on lines of its own. */
export interface Tag extends Parent { type: 'tag'; name: string; flow: boolean; attributes: TagAttribute[] }

export interface Text extends At { type: 'text'; value: string }
/** A character that the parser took for syntax and that is shown as it is. */
export interface Literal extends At { type: 'literal'; value: string }
export interface InlineCode extends At { type: 'inlineCode'; value: string }
export interface Code extends At { type: 'code'; lang: string | null; meta: string | null; value: string }
export interface Image extends At { type: 'image'; url: string; title: string | null; alt: string }
export interface ImageReference extends At { type: 'imageReference'; identifier: string; alt: string }
export interface Definition extends At { type: 'definition'; identifier: string; url: string; title: string | null }
export interface FootnoteReference extends At { type: 'footnoteReference'; identifier: string; label: string }
/** Content of `{…}`. */
export interface Expression extends At { type: 'expression'; value: string; flow: boolean }
export interface Esm extends At { type: 'esm'; value: string }
export interface Mark extends At { type: 'break' | 'thematicBreak' }

/** `value` is null for a bare name and `{ code }` for an expression; `name` is empty for a spread. */
export interface TagAttribute {
  name: string;
  value: string | null | { code: string };
}

export type Node =
  | Root | Paragraph | HeadingNode | Quote | Span | List | ListItem | Table | TableRow | TableCell
  | LinkNode | LinkReference | TermNode | FootnoteDefinition | Tag | Text | Literal | InlineCode | Code | Image
  | ImageReference | Definition | FootnoteReference | Expression | Esm | Mark;

const phrasing: ReadonlySet<Node['type']> = new Set([
  'text', 'literal', 'inlineCode', 'emphasis', 'strong', 'delete', 'link', 'linkReference', 'image',
  'imageReference', 'footnoteReference', 'break', 'term',
]);

/** Whether `node` is part of a line of text. A component is, when it stands in one or when `isInlineTag` says so. */
export function isPhrasing(node: Node, isInlineTag: (name: string) => boolean): boolean {
  if (node.type === 'tag') return !node.flow || isInlineTag(node.name);
  if (node.type === 'expression') return !node.flow;
  return phrasing.has(node.type);
}

/** The children of `node`, none for a leaf. */
export function childrenOf(node: Node): readonly Node[] {
  return 'children' in node ? node.children : [];
}
