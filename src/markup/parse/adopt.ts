/** Sätteri's tree made ours: offsets of the file, no marks, and a few nodes read as Chinese needs them. */
import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from 'satteri';
import { takeExplicitId } from './heading-id.ts';
import type { HeadingNode, Node, Root, Tag, TagAttribute } from './nodes.ts';
import { removeMarks } from './separate.ts';

export interface AdoptContext {
  /** The whole file. */
  text: string;
  /** From an offset in the parsed text to one in the file; negative for what the parser got in front. */
  toFile(offset: number): number;
  maxDepth: number;
}

/** The tree was nested deeper than allowed. */
export class TooDeep extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super('nested too deep');
    this.offset = offset;
  }
}

/** Our tree for `tree`. Throws {@link TooDeep}. */
export function adopt(tree: MdastNode, context: AdoptContext): Root {
  return { type: 'root', start: 0, end: context.text.length, children: adoptChildren(tree, context, 0) };
}

function adoptChildren(parent: MdastNode, context: AdoptContext, depth: number): Node[] {
  if (!('children' in parent)) return [];
  const result: Node[] = [];
  for (const child of parent.children) adoptInto(result, child, context, depth + 1);
  return result;
}

function adoptInto(result: Node[], node: MdastNode, context: AdoptContext, depth: number): void {
  const start = context.toFile(node.position!.start.offset!);
  const end = context.toFile(node.position!.end.offset!);
  if (start < 0) return;
  if (depth > context.maxDepth) throw new TooDeep(start);
  const at = { start, end };
  const children = (): Node[] => adoptChildren(node, context, depth);
  switch (node.type) {
    case 'paragraph': case 'blockquote': case 'tableRow': case 'tableCell': case 'emphasis': case 'strong':
      result.push({ type: node.type, ...at, children: children() });
      return;
    case 'delete':
      // GFM strikes through what stands between single tildes; in Chinese 3~5 天 is a range.
      if (context.text.startsWith('~~', start)) result.push({ type: 'delete', ...at, children: children() });
      else adoptTildes(result, at, children());
      return;
    case 'heading':
      result.push(adoptHeading(node.depth, at, children(), context));
      return;
    case 'list':
      result.push({ type: 'list', ...at, ordered: node.ordered === true, first: node.start ?? 1, spread: node.spread === true, children: children() });
      return;
    case 'listItem':
      result.push({ type: 'listItem', ...at, checked: node.checked ?? null, spread: node.spread === true, children: children() });
      return;
    case 'table':
      result.push({ type: 'table', ...at, align: node.align ?? [], children: children() });
      return;
    case 'text': case 'inlineCode':
      result.push({ type: node.type, ...at, value: removeMarks(node.value) });
      return;
    case 'code':
      result.push({ type: 'code', ...at, lang: clean(node.lang), meta: clean(node.meta), value: removeMarks(node.value) });
      return;
    case 'break': case 'thematicBreak':
      result.push({ type: node.type, ...at });
      return;
    case 'link':
      result.push({ type: 'link', ...at, url: removeMarks(node.url), title: clean(node.title), isBare: context.text[start] !== '[', children: children() });
      return;
    case 'linkReference':
      result.push({ type: 'linkReference', ...at, identifier: node.identifier, children: children() });
      return;
    case 'image':
      result.push({ type: 'image', ...at, url: removeMarks(node.url), title: clean(node.title), alt: clean(node.alt) ?? '' });
      return;
    case 'imageReference':
      result.push({ type: 'imageReference', ...at, identifier: node.identifier, alt: clean(node.alt) ?? '' });
      return;
    case 'definition':
      result.push({ type: 'definition', ...at, identifier: node.identifier, url: removeMarks(node.url), title: clean(node.title) });
      return;
    case 'footnoteReference':
      result.push({ type: 'footnoteReference', ...at, identifier: node.identifier, label: clean(node.label) ?? node.identifier });
      return;
    case 'footnoteDefinition':
      result.push({ type: 'footnoteDefinition', ...at, identifier: node.identifier, label: clean(node.label) ?? node.identifier, children: children() });
      return;
    case 'mdxJsxFlowElement': case 'mdxJsxTextElement':
      result.push(adoptTag(node, at, children()));
      return;
    case 'mdxFlowExpression': case 'mdxTextExpression':
      result.push({ type: 'expression', ...at, value: removeMarks(node.value), flow: node.type === 'mdxFlowExpression' });
      return;
    case 'mdxjsEsm':
      result.push({ type: 'esm', ...at, value: removeMarks(node.value) });
      return;
    default:
      // Features that are switched off; a new one must not lose text silently.
      throw new Error(`unknown node ${node.type}`);
  }
}

function adoptHeading(depth: HeadingNode['depth'], at: At, children: Node[], context: AdoptContext): HeadingNode {
  const heading: HeadingNode = { type: 'heading', ...at, depth, children };
  takeExplicitId(heading, context.text);
  return heading;
}

function adoptTildes(result: Node[], { start, end }: At, children: Node[]): void {
  result.push({ type: 'literal', start, end: start + 1, value: '~' });
  for (const child of children) result.push(child);
  result.push({ type: 'literal', start: end - 1, end, value: '~' });
}

function adoptTag(node: MdxJsxFlowElement | MdxJsxTextElement, at: At, children: Node[]): Tag {
  const attributes = node.attributes.map((attribute): TagAttribute => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return { name: '', value: { code: attribute.value } };
    const { name, value } = attribute;
    if (value === null || value === undefined) return { name, value: null };
    return { name, value: typeof value === 'string' ? removeMarks(value) : { code: value.value } };
  });
  return { type: 'tag', ...at, name: node.name ?? '', flow: node.type === 'mdxJsxFlowElement', attributes, children };
}

function clean(value: string | null | undefined): string | null {
  return typeof value === 'string' ? removeMarks(value) : null;
}

interface At {
  start: number;
  end: number;
}
