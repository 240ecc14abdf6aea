/** Prose of frontmatter: plain text in which only `code` spans mean anything. */
import { escapeHtml } from './html.ts';

const span = /`([^`]+)`/g;

/** `text` as HTML. */
export function proseHtml(text: string): string {
  return escapeHtml(text).replace(span, '<code>$1</code>');
}

/** `text` as Markdown: what Markdown would take for markup is escaped, by {@link escapeLinkText} in a link; code spans stay. */
export function proseMarkdown(text: string, escape: (text: string) => string = escapeMarkdown): string {
  if (!text.includes('`')) return escape(text);
  let markdown = '';
  let done = 0;
  for (const found of text.matchAll(span)) {
    markdown += escape(text.slice(done, found.index)) + found[0];
    done = found.index + found[0].length;
  }
  return markdown + escape(text.slice(done));
}

/** `text` without the marks of its code spans. */
export function prosePlain(text: string): string {
  return text.replace(span, '$1');
}

/** Plain text of one line, escaped so that CommonMark with GitHub's extensions shows it as it is, at the start of a block too. */
export function escapeMarkdown(text: string): string {
  if (!text.includes('://')) return escapeStart(escapeInline(text));
  let markdown = '';
  let done = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    markdown += `${escapeInline(text.slice(done, index))}<${url}>`;
    done = index + url.length;
  }
  return escapeStart(markdown + escapeInline(text.slice(done)));
}

/** Plain text as the text of a link: no address in it becomes a link of its own. */
export function escapeLinkText(text: string): string {
  return escapeInline(text).replaceAll('@', '\\@');
}

/**
 * An address in prose. Bare, it would swallow the Chinese behind it and show a backslash before each `_`; within
 * angle brackets it does neither. The last character is one that does not end a sentence.
 */
const address = /(?:https?|ftp):\/\/[!-:=?-~]*[\w/#%&=+-]/gi;

/** Underscores inside a word mean nothing, and stay readable. */
function escapeInline(text: string): string {
  if (!/[\\`*[\]<~_&]|:\/\/|www/i.test(text)) return text;
  return text
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/(?<![a-z\d_])_+|_+(?![a-z\d_])/gi, (run) => run.replaceAll('_', '\\_'))
    .replace(/&(?=#?\w+;)|:(?=\/\/)|(?<=www)\./gi, '\\$&');
}

/** What would open a block at the start of a line, and a `#` at its end, which a heading would drop. */
function escapeStart(text: string): string {
  if (!/^[-+#>\d]|\s#/.test(text)) return text;
  return text.replace(/^[-+#>]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2').replace(/\s#(?=#*$)/, (end) => `${end[0]}\\#`);
}
