/** `<Note type="warning" title="…">`: something that must not be overlooked. */
import { escapeHtml } from '#lib/html.ts';
import type { Lang } from '#model/problem.ts';
import type { Tag } from '../parse/nodes.ts';
import { markdownLine, quoteLines } from '../print/markdown-text.ts';
import { wordsOf } from '../words.ts';
import { oneOf, sentence } from './accepts.ts';
import { attributeOf, type Component } from './component.ts';

type NoteType = 'info' | 'tip' | 'warning' | 'danger';

export const note: Component = {
  name: 'Note',
  place: 'block',
  content: 'blocks',
  attributes: {
    type: oneOf('info', 'tip', 'warning', 'danger'),
    title: sentence,
  },
  html: (tag, print) =>
    `<div class="note note-${typeOf(tag)}" role="note"><p class="note-title">${escapeHtml(labelOf(tag, print.lang))}</p>\n${print.blocks(tag.children)}</div>`,
  markdown: (tag, print) =>
    quoteLines(`**${markdownLine(labelOf(tag, print.lang))}**\n\n${print.blocks(tag.children)}`),
};

function typeOf(tag: Tag): NoteType {
  return (attributeOf(tag, 'type') ?? 'info') as NoteType;
}

function labelOf(tag: Tag, lang: Lang): string {
  const words = wordsOf(lang);
  const title = attributeOf(tag, 'title');
  const label = words.note[typeOf(tag)];
  return title === undefined ? label : `${label}${words.colon}${title}`;
}
