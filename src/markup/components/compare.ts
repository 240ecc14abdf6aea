/** `<Compare>` with two or three `<Option title="…">`: ways to choose between. */
import { escapeHtml } from '#lib/html.ts';
import type { Lang } from '#model/problem.ts';
import type { Tag } from '../parse/nodes.ts';
import { markdownLine } from '../print/markdown-text.ts';
import { wordsOf } from '../words.ts';
import { oneOf, sentence } from './accepts.ts';
import { attributeOf, tagsIn, type Component } from './component.ts';

type Tone = 'good' | 'bad' | 'neutral';

export const compare: Component = {
  name: 'Compare',
  place: 'block',
  content: { only: 'Option', min: 2, max: 3 },
  attributes: {},
  html: (tag, print) => `<div class="compare">\n${tagsIn(tag).map((child) => option.html(child, print)).join('\n')}\n</div>`,
  markdown: (tag, print) => tagsIn(tag).map((child) => option.markdown(child, print)).join('\n\n'),
};

export const option: Component = {
  name: 'Option',
  place: 'block',
  parent: 'Compare',
  content: 'blocks',
  attributes: {
    title: { required: true, ...sentence },
    tone: oneOf('good', 'bad', 'neutral'),
  },
  html: (tag, print) => {
    const verdict = verdictOf(tag, print.lang);
    const shown = verdict === '' ? '' : `<span class="option-tone">${escapeHtml(verdict)}</span>`;
    return `<div class="option option-${toneOf(tag)}"><p class="option-title">${escapeHtml(attributeOf(tag, 'title')!)}${shown}</p>\n${print.blocks(tag.children)}</div>`;
  },
  markdown: (tag, print) =>
    `**${markdownLine(attributeOf(tag, 'title')!)}**${verdictOf(tag, print.lang)}\n\n${print.blocks(tag.children)}`,
};

function toneOf(tag: Tag): Tone {
  return (attributeOf(tag, 'tone') ?? 'neutral') as Tone;
}

function verdictOf(tag: Tag, lang: Lang): string {
  const words = wordsOf(lang);
  const tone = words.tone[toneOf(tag)];
  return tone === '' ? '' : words.aside(tone);
}
