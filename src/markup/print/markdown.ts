/**
 * A tree as Markdown: what the editor typed, with components in their Markdown form, internal addresses as tokens,
 * and without what would clash where pages are put together: comments, chosen heading ids, labels of references and notes.
 */
import type { Lang } from '#model/problem.ts';
import { isEscaped } from '../characters.ts';
import type { MarkdownPrinter } from '../components/component.ts';
import { findComponent } from '../components/registry.ts';
import type { Findings } from '../findings.ts';
import { isContinued } from '../parse/address.ts';
import { childrenOf, type Code, type HeadingNode, type LinkNode, type Node, type Root } from '../parse/nodes.ts';
import { isInternal, isOnPage } from '../references.ts';
import type { BodySource } from '../source.ts';
import { wordsOf } from '../words.ts';
import { joinBlocks, markdownList, markdownNote, ownNotes } from './containers.ts';
import { sliceEdited, type Edit } from './edits.ts';
import { groupParagraphs } from './groups.ts';
import { escapeStarts, markdownImage, markdownLink, quoteLines } from './markdown-text.ts';
import { prefixAt, removePrefix } from './prefix.ts';

/** The Markdown of `root`. Only for trees without problems. */
export function printMarkdown(root: Root, source: BodySource, lang: Lang, findings: Findings): string {
  const print: SlicePrinter = {
    source,
    lang,
    findings,
    blocks: (nodes) => blocks(nodes, print),
    inline: (nodes) => slice(nodes, print),
  };
  return print.blocks(root.children);
}

interface SlicePrinter extends MarkdownPrinter {
  findings: Findings;
}

/** `nodes` at the margin; with `typed`, those that touch may go on doing so. */
function blocks(nodes: readonly Node[], print: SlicePrinter, typed?: string): string {
  const grouped = groupParagraphs(nodes, print.source.text);
  return joinBlocks(grouped, grouped.map((node) => block(node, print)), typed);
}

function block(node: Node, print: SlicePrinter): string {
  const { source } = print;
  switch (node.type) {
    case 'definition': case 'expression': return '';
    case 'tag': return findComponent(node.name)!.markdown(node, print);
    case 'list': return markdownList(node, source.text, (nodes) => blocks(nodes, print, source.text));
    case 'blockquote': return quoteLines(print.blocks(node.children));
    case 'footnoteDefinition': return markdownNote(node, source, print.blocks);
    case 'code': return codeAsTyped(node, source.text);
    default: return leaf(node, print);
  }
}

function leaf(node: Node, print: SlicePrinter): string {
  const { text } = print.source;
  const markdown = removePrefix(sliceEdited(text, node.start, node.end, collectEdits([node], print)), prefixAt(text, node.start)).trimEnd();
  return node.type === 'paragraph' ? escapeStarts(markdown) : markdown;
}

/** The fence that opens `code` and its language stay as typed. */
function codeAsTyped(code: Code, text: string): string {
  const typed = text.slice(code.start, code.end);
  const fence = /^(`+|~+)/.exec(typed)![0];
  return `${typed.split('\n', 1)[0]!.trimEnd()}\n${code.value === '' ? '' : `${code.value}\n`}${fence}`;
}

/** The source from the first to the last of `nodes`, edited. */
function slice(nodes: readonly Node[], print: SlicePrinter): string {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return '';
  return sliceEdited(print.source.text, first.start, last.end, collectEdits(nodes, print));
}

function collectEdits(nodes: readonly Node[], print: SlicePrinter): Edit[] {
  const edits: Edit[] = [];
  for (const node of nodes) addEdits(node, edits, print);
  return edits;
}

function addEdits(node: Node, edits: Edit[], print: SlicePrinter): void {
  const replacement = replace(node, print);
  if (replacement !== undefined) {
    if (/^[[<]/.test(replacement) && edits.at(-1)?.end !== node.start) keepApart(node.start, edits, print.source.text);
    edits.push({ start: node.start, end: node.end, text: replacement });
    return;
  }
  for (const child of childrenOf(node)) addEdits(child, edits, print);
  if (node.type === 'heading' && node.explicit !== undefined) edits.push(dropId(node, node.explicit, print.source.text));
}

/** Behind a `!` or a backslash, which meant nothing there as it was typed, what becomes a link would be an image, or none. */
function keepApart(at: number, edits: Edit[], text: string): void {
  const hasBang = text[at - 1] === '!';
  const place = hasBang ? at - 1 : at;
  if (isEscaped(text, place) !== hasBang) edits.push({ start: place, end: place, text: '\\' });
}

/** What takes the place of `node`; undefined when it stays as typed, apart from what is inside it. */
function replace(node: Node, print: SlicePrinter): string | undefined {
  switch (node.type) {
    case 'expression': case 'definition': return '';
    case 'literal': return `\\${node.value}`;
    case 'link': return replaceLink(node, print);
    case 'term': return markdownLink(print.source.text.slice(node.start, node.end), node.ref, null);
    case 'image': return isInternal(node.url) ? markdownImage(node.url, node.alt, node.title) : undefined;
    case 'tag': return findComponent(node.name)!.markdown(node, print);
    case 'linkReference': {
      const { url, title } = print.findings.index.definitions.get(node.identifier)!;
      return markdownLink(slice(node.children, print), url, title);
    }
    case 'imageReference': {
      const { url, title } = print.findings.index.definitions.get(node.identifier)!;
      return markdownImage(url, node.alt, title);
    }
    case 'footnoteReference': {
      const citation = print.findings.citations.get(node.identifier);
      if (citation?.kind !== 'source') return `[^${ownNotes(print.source.self)}${print.source.text.slice(node.start + '[^'.length, node.end)}`;
      const name = wordsOf(print.lang).source(citation.number);
      // With a parenthesis behind it the name would be the text of a link.
      return print.source.text[node.end] === '(' ? `\\[${name}\\]` : `[${name}]`;
    }
    default: return undefined;
  }
}

/** Other readers of Markdown would take the Chinese behind a bare address for a part of it; that of a mail ends before any. */
function replaceLink(node: LinkNode, print: SlicePrinter): string | undefined {
  if (node.isBare) return !node.url.startsWith('mailto:') && isContinued(print.source.text, node.end) ? `<${node.url}>` : undefined;
  return isInternal(node.url) || isOnPage(node.url) ? markdownLink(slice(node.children, print), node.url, node.title) : undefined;
}

function dropId(heading: HeadingNode, { start, end }: { start: number; end: number }, text: string): Edit {
  const before = text.slice(heading.start, start);
  return { start: heading.start + before.trimEnd().length, end, text: '' };
}
