/** A block of code in HTML. */
import { escapeHtml } from '#lib/html.ts';
import { highlight } from './highlight/highlight.ts';
import { languageTitle } from './highlight/languages.ts';
import { hasLine, type LineRange } from './highlight/lines.ts';
import { markPlaceholders } from './highlight/placeholders.ts';
import { splitLines } from './highlight/split.ts';

export interface CodeBlock {
  language: string;
  text: string;
  title?: string | undefined;
  /** Lines to stress, from 1. */
  marked?: readonly LineRange[];
  /** Texts that readers replace by their own, besides those that are so by convention. */
  placeholders?: readonly string[] | undefined;
}

/** The block, its tokens told apart by their look; stressed lines are `<mark>`, placeholders `<var>`, which need no stylesheet to be seen. */
export function codeFigure({ language, text, title, marked = [], placeholders = [] }: CodeBlock): string {
  const name = escapeHtml(language === '' ? 'text' : language.toLowerCase());
  const html = markPlaceholders(highlight(text, language), text, placeholders);
  const lines = marked.length === 0 ? html : markLines(html, marked);
  return `<figure class="code" data-language="${name}">${caption(title, languageTitle(language))}<pre tabindex="0"><code class="language-${name}">${lines}</code></pre></figure>`;
}

function caption(title: string | undefined, language: string | undefined): string {
  if (title === undefined) return language === undefined ? '' : `<figcaption>${escapeHtml(language)}</figcaption>`;
  return `<figcaption>${escapeHtml(title)}${language === undefined ? '' : ` <span class="language">${escapeHtml(language)}</span>`}</figcaption>`;
}

function markLines(html: string, marked: readonly LineRange[]): string {
  return splitLines(html)
    .map((line, index) => (hasLine(marked, index + 1) ? `<mark>${line}</mark>` : line))
    .join('\n');
}
