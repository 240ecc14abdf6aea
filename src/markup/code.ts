/** A block of code in HTML. */
import { escapeHtml } from '#lib/html.ts';
import { highlight } from './highlight/highlight.ts';
import { hasLine, type LineRange } from './highlight/lines.ts';
import { splitLines } from './highlight/split.ts';

export interface CodeBlock {
  language: string;
  text: string;
  title?: string | undefined;
  /** Lines to stress, from 1. */
  marked?: readonly LineRange[];
}

/** The block with Prism's classes; stressed lines are `<mark>`, which needs no stylesheet to be seen. */
export function codeFigure({ language, text, title, marked = [] }: CodeBlock): string {
  const name = escapeHtml(language === '' ? 'text' : language.toLowerCase());
  const caption = title === undefined ? '' : `<figcaption>${escapeHtml(title)}</figcaption>`;
  const html = highlight(text, language);
  const lines = marked.length === 0 ? html : markLines(html, marked);
  return `<figure class="code" data-language="${name}">${caption}<pre tabindex="0"><code class="language-${name}">${lines}</code></pre></figure>`;
}

function markLines(html: string, marked: readonly LineRange[]): string {
  return splitLines(html)
    .map((line, index) => (hasLine(marked, index + 1) ? `<mark>${line}</mark>` : line))
    .join('\n');
}
