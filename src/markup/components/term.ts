/** `<Term to="slug">…</Term>`: a word with an entry in the glossary. */
import type { Tag } from '../parse/nodes.ts';
import { referenceToken } from '../references.ts';
import { slug } from './accepts.ts';
import { attributeOf, type Component } from './component.ts';

export const term: Component = {
  name: 'Term',
  place: 'inline',
  content: 'inline',
  attributes: { to: { required: true, ...slug } },
  check: (tag, { link }) => link(addressOf(tag), tag.start, 'link'),
  html: (tag, print) => `<a class="term" href="${referenceToken(addressOf(tag))}">${print.inline(tag.children)}</a>`,
  markdown: (tag, print) => `[${print.inline(tag.children)}](${referenceToken(addressOf(tag))})`,
};

/** The address that a term's slug stands for. */
export function termAddress(slug: string): string {
  return `glossary/${slug}`;
}

function addressOf(tag: Tag): string {
  return termAddress(attributeOf(tag, 'to')!);
}
