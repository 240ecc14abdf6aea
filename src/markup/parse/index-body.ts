/** What a tree holds that has to be known before any of it can be checked or printed. */
import type { Definition, FootnoteDefinition, FootnoteReference, HeadingNode, Node, Root } from './nodes.ts';
import { childrenOf } from './nodes.ts';

export interface BodyIndex {
  /** Addresses of `[text][label]` by identifier; the first definition counts. */
  definitions: Map<string, Definition>;
  /** Footnotes by identifier; the first definition counts. */
  footnotes: Map<string, FootnoteDefinition>;
  /** Definitions whose identifier was taken already. */
  repeated: FootnoteDefinition[];
  /** Every `[^label]` of the text, in order, then those inside footnotes, but for those of themselves, by which nobody gets there. */
  citations: FootnoteReference[];
  headings: HeadingNode[];
}

/** The index of `root`. */
export function indexBody(root: Root): BodyIndex {
  const index: BodyIndex = { definitions: new Map(), footnotes: new Map(), repeated: [], citations: [], headings: [] };
  const inFootnotes: FootnoteReference[] = [];
  visit(root, index, index.citations, inFootnotes, undefined);
  for (const citation of inFootnotes) index.citations.push(citation);
  return index;
}

function visit(node: Node, index: BodyIndex, citations: FootnoteReference[], inFootnotes: FootnoteReference[], around: string | undefined): void {
  let target = citations;
  let within = around;
  if (node.type === 'definition') {
    if (!index.definitions.has(node.identifier)) index.definitions.set(node.identifier, node);
  } else if (node.type === 'heading') {
    index.headings.push(node);
  } else if (node.type === 'footnoteReference') {
    if (node.identifier !== around) citations.push(node);
  } else if (node.type === 'footnoteDefinition') {
    if (index.footnotes.has(node.identifier)) index.repeated.push(node);
    else index.footnotes.set(node.identifier, node);
    target = inFootnotes;
    within = node.identifier;
  }
  for (const child of childrenOf(node)) visit(child, index, target, inFootnotes, within);
}
