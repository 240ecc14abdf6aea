/** `<Figure src="…" alt="…" caption="…" />`: a picture with its caption. */
import { escapeHtml } from '#lib/html.ts';
import { htmlImage } from '../print/image.ts';
import { markdownImage, markdownLine } from '../print/markdown-text.ts';
import { imageAddress, sentence } from './accepts.ts';
import { attributeOf, type Component } from './component.ts';

export const figure: Component = {
  name: 'Figure',
  place: 'block',
  content: 'nothing',
  attributes: {
    src: { required: true, ...imageAddress },
    alt: { required: true, ...sentence },
    caption: sentence,
  },
  check: (tag, { link, attributeAt }) => link(attributeOf(tag, 'src')!, attributeAt(tag, 'src'), 'image'),
  html: (tag) => {
    const caption = attributeOf(tag, 'caption');
    const shown = caption === undefined ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
    return `<figure class="figure">${htmlImage(attributeOf(tag, 'src')!, attributeOf(tag, 'alt')!, null)}${shown}</figure>`;
  },
  markdown: (tag) => {
    const image = markdownImage(attributeOf(tag, 'src')!, attributeOf(tag, 'alt')!, null);
    const caption = attributeOf(tag, 'caption');
    return caption === undefined ? image : `${image}\n\n*${markdownLine(caption)}*`;
  },
};
