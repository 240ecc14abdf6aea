/** `<Steps>`: an ordered list whose items are done one after another. */
import type { Component } from './component.ts';

export const steps: Component = {
  name: 'Steps',
  place: 'block',
  content: 'list',
  attributes: {},
  html: (tag, print) => print.list(tag.children, 'steps'),
  markdown: (tag, print) => print.blocks(tag.children),
};
