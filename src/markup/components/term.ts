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
  check: (tag, { link }) => link(termOf(tag), tag.start, 'link'),
  html: (tag, print) => htmlTerm(termOf(tag), print.inline(tag.children)),
  markdown: (tag, print) => `[${print.inline(tag.children)}](${referenceToken(termOf(tag))})`,
};

/** The link to the term that the entry `ref` defines. */
export function htmlTerm(ref: string, html: string): string {
  return `<a class="term" href="${referenceToken(ref)}">${html}</a>`;
}

/** The address that a term's slug stands for. */
export function termAddress(slug: string): string {
  return `glossary/${slug}`;
}

/** The reference that a `<Term>` leads to. */
export function termOf(tag: Tag): string {
  return termAddress(attributeOf(tag, 'to')!);
}
