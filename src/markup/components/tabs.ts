/** `<Tabs>` with `<Tab label="…">`: the same thing for different tools. Without a script all of them are read one after another. */
import { escapeHtml } from '#lib/html.ts';
import { markdownLine } from '../print/markdown-text.ts';
import { sentence } from './accepts.ts';
import { attributeOf, tagsIn, type Component } from './component.ts';

export const tabs: Component = {
  name: 'Tabs',
  place: 'block',
  content: { only: 'Tab', min: 2, max: 8 },
  attributes: {},
  html: (tag, print) => `<div class="tabs">\n${tagsIn(tag).map((child) => tab.html(child, print)).join('\n')}\n</div>`,
  markdown: (tag, print) => tagsIn(tag).map((child) => tab.markdown(child, print)).join('\n\n'),
};

export const tab: Component = {
  name: 'Tab',
  place: 'block',
  parent: 'Tabs',
  content: 'blocks',
  attributes: { label: { required: true, ...sentence } },
  html: (tag, print) =>
    `<div class="tab"><p class="tab-label">${escapeHtml(attributeOf(tag, 'label')!)}</p>\n${print.blocks(tag.children)}</div>`,
  markdown: (tag, print) => `**${markdownLine(attributeOf(tag, 'label')!)}**\n\n${print.blocks(tag.children)}`,
};
