/** A long Markdown text as several, each of which is whole Markdown. */
import { markdownToMdast, type MdastNode } from 'satteri';
import { splitRuns } from '#lib/text.ts';
import { markdownFence } from '../print/markdown-text.ts';

interface Block {
  node: MdastNode;
  text: string;
}

/** Room for a fence with its language, opened and closed. */
const fenceRoom = 200;

/**
 * `markdown` in as few texts as hold at most `max` characters (UTF-16 units) each. It is split before second-level
 * headings; a section that is too long between its blocks, and a block that is too long between its lines.
 */
export function splitMarkdown(markdown: string, max: number): string[] {
  if (markdown.length <= max) return [markdown];
  const blocks = blocksOf(markdown);
  const notes = blocks.filter(({ node }) => node.type === 'footnoteDefinition');
  const room = max - lengthOf(notes);
  // Footnotes go where they are cited, unless there are so many that they have to be parts themselves.
  if (room < max / 2) return splitSections(blocks, max);
  return splitSections(blocks.filter((block) => !notes.includes(block)), room).map((part) => join([part, ...citedIn(part, notes)]));
}

function splitSections(blocks: readonly Block[], max: number): string[] {
  const pieces = sectionsOf(blocks).flatMap((section) => (lengthOf(section) <= max ? [join(section.map(({ text }) => text))] : section.flatMap((block) => splitBlock(block, max))));
  return splitRuns(pieces, (piece) => piece.length + 2, max).map(join);
}

/** Blocks grouped so that each group but the first begins with a second-level heading. */
function sectionsOf(blocks: readonly Block[]): Block[][] {
  const sections: Block[][] = [[]];
  for (const block of blocks) {
    if (block.node.type === 'heading' && block.node.depth <= 2) sections.push([]);
    sections.at(-1)!.push(block);
  }
  return sections.filter(({ length }) => length > 0);
}

function splitBlock({ node, text }: Block, max: number): string[] {
  if (text.length <= max) return [text];
  if (node.type === 'code') return splitLines(node.value, max - fenceRoom).map((code) => markdownFence(code, node.lang ?? ''));
  return splitLines(text, max);
}

function splitLines(text: string, max: number): string[] {
  const lines = text.split('\n').flatMap((line) => (line.length < max ? [line] : splitRuns([...line], (char) => char.length, max - 1).map((chars) => chars.join(''))));
  return splitRuns(lines, (line) => line.length + 1, max).map((run) => run.join('\n'));
}

function citedIn(part: string, notes: readonly Block[]): string[] {
  return notes.filter(({ node }) => node.type === 'footnoteDefinition' && part.includes(`[^${node.label ?? node.identifier}]`)).map(({ text }) => text);
}

function blocksOf(markdown: string): Block[] {
  const { children } = markdownToMdast(markdown, { features: { gfm: true, frontmatter: false, smartPunctuation: false } }) as Extract<MdastNode, { type: 'root' }>;
  return children.map((node) => ({ node, text: markdown.slice(node.position!.start.offset, node.position!.end.offset) }));
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length + 2, 0);
}

function join(texts: readonly string[]): string {
  return texts.join('\n\n');
}
