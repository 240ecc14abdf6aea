/** A tree as plain text, one block a line: what search indexes and what is counted. */
import { attributeOf, type TextPrinter } from '../components/component.ts';
import { findComponent } from '../components/registry.ts';
import { childrenOf, type Node, type Root, type Tag } from '../parse/nodes.ts';
import type { BodySource } from '../source.ts';
import { groupParagraphs } from './groups.ts';
import { plainText } from './text.ts';

/** The text of `root`, footnotes where they are defined. Safe for a tree with problems. */
export function printText(root: Root, source: BodySource): string {
  const print: TextPrinter = { source, blocks: (nodes) => blocksText(nodes, print) };
  return print.blocks(root.children);
}

function blocksText(nodes: readonly Node[], print: TextPrinter): string {
  return groupParagraphs(nodes, print.source.text).map((node) => blockText(node, print)).filter((text) => text !== '').join('\n');
}

function blockText(node: Node, print: TextPrinter): string {
  switch (node.type) {
    case 'paragraph': case 'heading': return plainText(node.children).trim();
    case 'code': return node.value;
    case 'tableRow': return node.children.map((cell) => plainText(childrenOf(cell)).trim()).filter((cell) => cell !== '').join(' ');
    case 'tag': return tagText(node, print);
    default: return print.blocks(childrenOf(node));
  }
}

function tagText(tag: Tag, print: TextPrinter): string {
  const component = findComponent(tag.name);
  if (component?.text !== undefined) return component.text(tag, print);
  const shown = Object.entries(component?.attributes ?? {}).filter(([, rule]) => rule.shown).map(([name]) => attributeOf(tag, name) ?? '');
  return [...shown, print.blocks(tag.children)].filter((text) => text !== '').join('\n');
}
