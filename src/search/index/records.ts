/** What the search index is made of: one record for each entry and trust page, in words that queries are compared with. */
import { formatDay } from '#lib/date.ts';
import { prosePlain } from '#lib/prose.ts';
import type { Edition } from '#markup/edition.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Part } from '#model/part.ts';
import { resolveTarget } from '#model/target.ts';
import { words } from '#model/words/index.ts';
import type { Card } from '../query/card.ts';

/** One page of the index. All texts are as editors typed them. */
export interface SearchRecord {
  ref: string;
  kind: string;
  category: string;
  /** Title and question. */
  title: string;
  /** Other ways to ask for it, as whole questions. */
  phrasings: readonly string[];
  /** Phrasings, and words that people type for it. */
  asks: readonly string[];
  /** Names of what it explains. */
  names: readonly string[];
  /** The short answer and the description. */
  answer: string;
  /** What its parts are about: headings and follow-up questions. */
  topics: readonly string[];
  /** The same answer in English. */
  english: string;
  /** Everything else that the page says. */
  body: string;
  card: Card;
}

/** The records of `edition`, in the order of the site. */
export function recordsOf(edition: Edition): SearchRecord[] {
  const { site } = edition;
  return [...site.entries.map((entry) => entryRecord(edition, entry)), ...site.pages.map((page) => pageRecord(edition, page))];
}

function entryRecord({ site, document }: Edition, entry: Entry): SearchRecord {
  const { data, kind, ref } = entry;
  const { boundaries } = data;
  const names = kind.names?.(data) ?? [];
  const phrasings = (kind.phrasings?.(data) ?? []).filter((ask) => ask !== data.title);
  const step = data.nextSteps.find(({ to }) => to !== undefined)!;
  const parts = [...(kind.before?.(data, site.lang) ?? []), ...(kind.after?.(data, site.lang) ?? [])];
  return {
    ref,
    kind: kind.id,
    category: data.category,
    title: data.title,
    phrasings,
    asks: [...phrasings, ...(data.aliases ?? [])],
    names,
    answer: `${data.shortAnswer}\n${data.description}`,
    topics: [...document(entry).headings.map(({ text }) => text), ...(data.faq ?? []).map(({ question }) => question)],
    english: (data.englishSummary ?? []).join('\n'),
    body: [
      ...(data.faq ?? []).map(({ answer }) => answer),
      ...boundaries.appliesTo,
      ...boundaries.notFor,
      ...(boundaries.neverShare ?? []),
      ...data.nextSteps.map(({ text }) => text),
      ...(data.basis ?? []),
      ...parts.map(partText),
      document(entry).text,
    ].join('\n'),
    card: {
      ref,
      title: data.title,
      href: site.href(entry.path),
      kind: kind.labels[site.lang].one,
      answer: data.shortAnswer,
      boundary: prosePlain(boundaries.notFor[0]!),
      step: { text: prosePlain(step.text), href: resolveTarget(site, step.to!).href },
      updated: formatDay(site.changedOn(entry), site.config.language),
      overdue: site.review(entry).state === 'overdue',
    },
  };
}

function pageRecord({ site, document }: Edition, page: TrustPage): SearchRecord {
  const { data, ref, path } = page;
  return {
    ref,
    kind: 'pages',
    category: '',
    title: data.title,
    phrasings: [],
    asks: [],
    names: [],
    answer: data.description,
    topics: document(page).headings.map(({ text }) => text),
    english: '',
    body: document(page).text,
    card: { ref, title: data.title, href: site.href(path), kind: words[site.lang].about, answer: data.description, updated: formatDay(data.updated, site.config.language), overdue: false },
  };
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
