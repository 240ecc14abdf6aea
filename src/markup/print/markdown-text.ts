/** Pieces of Markdown that the generator itself writes. */
import { escapeMarkdown } from '#lib/prose.ts';
import { isInternal, isOnPage, referenceToken } from '../references.ts';

/** `text` on one line, so that Markdown shows it as it is, in the cell of a table too. */
export function markdownLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ')).replaceAll('|', '\\|');
}

/** `paragraph` with what would open another block at the start of a line, where MDX saw none because it stood too deep or beside a quote. */
export function escapeStarts(paragraph: string): string {
  return paragraph.replace(/^(?:>|#{1,6}(?=\s|$)|=+(?=\s*$)|[-:|](?=[-:| \t]*$)|[-*+](?=\s|$)|(?:`{3,}|~{3,})(?=[^`]*$))/gm, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
}

/** Every line of `markdown` quoted. */
export function quoteLines(markdown: string): string {
  return markdown.split('\n').map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

/** `code` fenced with more backticks than it holds in a row. */
export function markdownFence(code: string, info: string): string {
  const longest = Math.max(2, ...Array.from(code.matchAll(/`{3,}/g), (run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${info}\n${code}\n${fence}`;
}

/** `[text](href "title")`, where `text` is Markdown already. */
export function markdownLink(text: string, href: string, title: string | null): string {
  return `[${text}](${markdownAddress(href)}${markdownTitle(title)})`;
}

/** `![alt](src "title")`, where `alt` is plain text. */
export function markdownImage(src: string, alt: string, title: string | null): string {
  return `![${markdownLine(alt)}](${markdownAddress(src)}${markdownTitle(title)})`;
}

function markdownAddress(href: string): string {
  if (isInternal(href) || isOnPage(href)) return referenceToken(href);
  return /[()]/.test(href) ? `<${href}>` : href;
}

function markdownTitle(title: string | null): string {
  return title === null ? '' : ` "${title.replace(/\s+/g, ' ').replace(/[\\"|]/g, '\\$&')}"`;
}
