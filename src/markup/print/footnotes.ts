/** Citations and the footnotes at the end. Their ids hold a colon, which no heading id can. */
import { escapeHtml } from '#lib/html.ts';
import type { FootnoteReference, Node } from '../parse/nodes.ts';
import { wordsOf } from '../words.ts';
import type { BodyPrinter } from './printer.ts';

/** `[^label]` as a superscript link to its footnote or its source. */
export function htmlCitation(node: FootnoteReference, { findings, cited, lang }: BodyPrinter): string {
  const words = wordsOf(lang);
  const citation = findings.citations.get(node.identifier)!;
  if (citation.kind === 'source') {
    const name = escapeHtml(words.source(citation.number));
    return `<sup class="cite"><a href="#source-${escapeHtml(citation.id)}" aria-label="${name}">[${citation.number}]</a></sup>`;
  }
  const { number } = citation;
  const count = (cited.get(number) ?? 0) + 1;
  cited.set(number, count);
  return `<sup class="footnote-ref"><a href="#fn:${number}" id="${anchorId(number, count)}" role="doc-noteref" aria-label="${escapeHtml(words.footnote(number))}">${number}</a></sup>`;
}

/** The section of footnotes in the order of their numbers; empty when there are none. */
export function htmlFootnotes(print: BodyPrinter): string {
  const items: string[] = [];
  for (const citation of print.findings.citations.values()) {
    if (citation.kind === 'footnote') items.push(item(citation.number, citation.definition.children, print));
  }
  if (items.length === 0) return '';
  const name = escapeHtml(wordsOf(print.lang).footnotes);
  return `<section class="footnotes" role="doc-endnotes" aria-label="${name}"><ol>\n${items.join('\n')}\n</ol></section>`;
}

function item(number: number, children: readonly Node[], print: BodyPrinter): string {
  const html = print.blocks(children);
  const backs = backLinks(number, print);
  const withBacks = html.endsWith('</p>') ? `${html.slice(0, -'</p>'.length)} ${backs}</p>` : `${html}\n<p>${backs}</p>`;
  return `<li id="fn:${number}">${withBacks}</li>`;
}

function backLinks(number: number, { cited, lang }: BodyPrinter): string {
  const words = wordsOf(lang);
  const links: string[] = [];
  for (let count = 1; count <= (cited.get(number) ?? 0); count += 1) {
    const name = count === 1 ? `${number}` : `${number}-${count}`;
    links.push(`<a class="footnote-back" href="#${anchorId(number, count)}" role="doc-backlink" aria-label="${escapeHtml(words.back(name))}">↩</a>`);
  }
  return links.join(' ');
}

function anchorId(number: number, count: number): string {
  return count === 1 ? `fnref:${number}` : `fnref:${number}:${count}`;
}
