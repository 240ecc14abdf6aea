/** `<Details summary="…">`: content that most readers do not need. */
import { escapeHtml } from '#lib/html.ts';
import { markdownLine } from '../print/markdown-text.ts';
import { sentence } from './accepts.ts';
import { attributeOf, type Component } from './component.ts';

export const details: Component = {
  name: 'Details',
  place: 'block',
  content: 'blocks',
  attributes: { summary: { required: true, ...sentence } },
  html: (tag, print) =>
    `<details class="details"><summary>${escapeHtml(attributeOf(tag, 'summary')!)}</summary>\n${print.blocks(tag.children)}</details>`,
  markdown: (tag, print) => `**${markdownLine(attributeOf(tag, 'summary')!)}**\n\n${print.blocks(tag.children)}`,
};
