/** A tree as HTML that needs neither script nor stylesheet. Only for trees without problems. */
import { escapeHtml } from '#lib/html.ts';
import type { Lang } from '#model/problem.ts';
import { joinLines } from '../characters.ts';
import { codeFigure } from '../code.ts';
import { findComponent } from '../components/registry.ts';
import { htmlTerm } from '../components/term.ts';
import type { Findings } from '../findings.ts';
import { parseMeta } from '../highlight/meta.ts';
import type { Code, HeadingNode, Node, Root } from '../parse/nodes.ts';
import type { BodySource } from '../source.ts';
import { htmlCitation, htmlFootnotes } from './footnotes.ts';
import { groupParagraphs } from './groups.ts';
import { htmlAddress, htmlImage } from './image.ts';
import { htmlList } from './list.ts';
import type { BodyPrinter } from './printer.ts';
import { htmlTable } from './table.ts';

/** The HTML of `root`, footnotes at the end; internal addresses as tokens. */
export function printHtml(root: Root, source: BodySource, lang: Lang, findings: Findings): string {
  const print: BodyPrinter = {
    source,
    lang,
    findings,
    cited: new Map(),
    tableNames: new Map(),
    blocks: (nodes) => groupParagraphs(nodes, source.text).map((node) => block(node, print)).filter((html) => html !== '').join('\n'),
    inline: (nodes) => nodes.map((node) => inline(node, print)).join(''),
    list: (nodes, className) => nodes.map((node) => (node.type === 'list' ? htmlList(node, print, className) : '')).join(''),
  };
  const body = print.blocks(root.children);
  const footnotes = htmlFootnotes(print);
  return footnotes === '' ? body : `${body}\n${footnotes}`;
}

function block(node: Node, print: BodyPrinter): string {
  switch (node.type) {
    case 'paragraph': return `<p>${print.inline(node.children).trim()}</p>`;
    case 'heading': return heading(node, print);
    case 'list': return htmlList(node, print);
    case 'table': return htmlTable(node, print);
    case 'code': return code(node, print);
    case 'blockquote': return `<blockquote>\n${print.blocks(node.children)}\n</blockquote>`;
    case 'thematicBreak': return '<hr>';
    case 'tag': return findComponent(node.name)!.html(node, print);
    default: return '';
  }
}

/** The link is for the mouse; keyboards and screen readers have the table of contents. Its `#` comes from the stylesheet, so that the heading's text stays the heading's text. */
function heading(node: HeadingNode, print: BodyPrinter): string {
  const { depth, id } = print.findings.headings.get(node)!;
  const safe = escapeHtml(id);
  return `<h${depth} id="${safe}">${print.inline(node.children).trim()}<a class="anchor" href="#${safe}" aria-hidden="true" tabindex="-1"></a></h${depth}>`;
}

function code({ lang, meta, value }: Code, { source }: BodyPrinter): string {
  const { title, marked } = parseMeta(meta);
  return codeFigure({ language: lang ?? '', text: value, title, marked, placeholders: source.placeholders });
}

function inline(node: Node, print: BodyPrinter): string {
  switch (node.type) {
    case 'text': return escapeHtml(joinLines(node.value));
    case 'literal': return escapeHtml(node.value);
    case 'inlineCode': return `<code>${escapeHtml(node.value)}</code>`;
    case 'emphasis': return `<em>${print.inline(node.children)}</em>`;
    case 'strong': return `<strong>${print.inline(node.children)}</strong>`;
    case 'delete': return `<del>${print.inline(node.children)}</del>`;
    case 'break': return '<br>\n';
    case 'link': return link(node.url, node.title, node.children, print);
    case 'term': return htmlTerm(node.ref, print.inline(node.children));
    case 'image': return htmlImage(node.url, node.alt, node.title);
    case 'footnoteReference': return htmlCitation(node, print);
    case 'tag': return findComponent(node.name)!.html(node, print);
    case 'paragraph': return print.inline(node.children);
    case 'linkReference': {
      const { url, title } = print.findings.index.definitions.get(node.identifier)!;
      return link(url, title, node.children, print);
    }
    case 'imageReference': {
      const { url, title } = print.findings.index.definitions.get(node.identifier)!;
      return htmlImage(url, node.alt, title);
    }
    default: return '';
  }
}

function link(url: string, title: string | null, children: readonly Node[], print: BodyPrinter): string {
  const rel = /^https?:/i.test(url) ? ' rel="noopener"' : '';
  const shown = title === null ? '' : ` title="${escapeHtml(title)}"`;
  return `<a href="${htmlAddress(url)}"${shown}${rel}>${print.inline(children)}</a>`;
}
