/** What a page says, sorted into the fields that are weighed one by one. */
import type { Document } from '#markup/document.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Part } from '#model/part.ts';
import type { Site } from '#model/site.ts';

/** What a page says, by field. */
export interface Texts {
  title: string;
  asks: string;
  names: string;
  /** The short answer and the description. */
  answer: string;
  /** What it and its parts are about: the words of its address, headings, follow-up questions. */
  topics: string;
  /** The same answer in English. */
  english: string;
  /** Everything else that the page says. */
  body: string;
}

/** What `entry` says, with the ways to ask for it and the names of what it explains. */
export function entryTexts({ lang }: Site, { slug, kind, data }: Entry, { headings, text }: Document, asks: readonly string[], names: readonly string[]): Texts {
  const { boundaries, faq = [] } = data;
  const parts = [...(kind.before?.(data, lang) ?? []), ...(kind.after?.(data, lang) ?? [])];
  return {
    title: data.title,
    asks: asks.join('\n'),
    names: names.join('\n'),
    answer: `${data.shortAnswer}\n${data.description}`,
    topics: [slug, ...headings.map((heading) => heading.text), ...faq.map(({ question }) => question)].join('\n'),
    english: (data.englishSummary ?? []).join('\n'),
    body: [
      ...faq.map(({ answer }) => answer),
      ...boundaries.appliesTo,
      ...boundaries.notFor,
      ...(boundaries.neverShare ?? []),
      ...data.nextSteps.map((step) => step.text),
      ...(data.basis ?? []),
      ...parts.map(partText),
      text,
    ].join('\n'),
  };
}

/** What a trust page says. */
export function pageTexts({ data }: TrustPage, { headings, text }: Document): Texts {
  return { title: data.title, asks: '', names: '', answer: data.description, topics: headings.map((heading) => heading.text).join('\n'), english: '', body: text };
}

function partText(part: Part): string {
  return [part.title, ...linesOf(part)].join('\n');
}

function linesOf(part: Part): string[] {
  switch (part.type) {
    case 'text': return [part.text];
    case 'list': return [...part.items];
    case 'table': return part.rows.map((cells) => cells.join(' '));
    case 'pairs': return part.pairs.map(({ name, text }) => `${name} ${text}`);
    case 'code': return part.files.map(({ title }) => title);
    case 'checklist': return part.items.flatMap(({ text, notes }) => [text, ...notes.map((note) => note.text)]);
  }
}
