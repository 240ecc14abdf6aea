/** Prose of frontmatter: plain text in which only `code` spans mean anything. */
import { escapeHtml } from './html.ts';

const span = /`([^`]+)`/g;

/** `text` as HTML. */
export function proseHtml(text: string): string {
  return escapeHtml(text).replace(span, '<code>$1</code>');
}

/** `text` as Markdown: what Markdown would take for markup is escaped, code spans stay. */
export function proseMarkdown(text: string): string {
  let markdown = '';
  let done = 0;
  for (const found of text.matchAll(span)) {
    markdown += escapeMarkdown(text.slice(done, found.index)) + found[0];
    done = found.index + found[0].length;
  }
  return markdown + escapeMarkdown(text.slice(done));
}

/** `text` without the marks of its code spans. */
export function prosePlain(text: string): string {
  return text.replace(span, '$1');
}

/** Plain text, escaped so that CommonMark shows it as it is. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/^(\s*)([-+#>]|\d+[.)])(?=\s|$)/, (_, space: string, mark: string) => `${space}${mark.replace(/[-+#>.)]$/, '\\$&')}`)
    .replace(/&(?=#?\w+;)/g, '\\&');
}
