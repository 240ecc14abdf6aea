/** What the search index is made of: one record for each entry and trust page, in words that queries are compared with. */
import { formatDay } from '#lib/date.ts';
import { digest } from '#lib/hash.ts';
import { prosePlain } from '#lib/prose.ts';
import type { Edition } from '#markup/edition.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { resolveTarget } from '#model/target.ts';
import { words } from '#model/words/index.ts';
import type { Card } from '../query/card.ts';
import { entryTexts, pageTexts, type Texts } from './texts.ts';

/** One page of the index. All texts are as editors typed them. */
export interface SearchRecord {
  ref: string;
  kind: string;
  category: string;
  title: string;
  /** Other ways to ask for it, as whole questions. */
  phrasings: readonly string[];
  /** Phrasings, and words that people type for it. */
  asks: readonly string[];
  /** Names of what it explains. */
  names: readonly string[];
  card: Card;
  /** Digest of the files that `texts` are made of. */
  key: string;
  /** Made when they are asked for: most pages have not changed since the last build. */
  texts(): Texts;
}

/** The records of `edition`, in the order of the site. */
export function recordsOf(edition: Edition): SearchRecord[] {
  const { site } = edition;
  return [...site.entries.map((entry) => entryRecord(edition, entry)), ...site.pages.map((page) => pageRecord(edition, page))];
}

function entryRecord(edition: Edition, entry: Entry): SearchRecord {
  const { site } = edition;
  const { data, kind, ref } = entry;
  const document = edition.document(entry);
  const { boundaries } = data;
  const names = kind.names?.(data) ?? [];
  const phrasings = (kind.phrasings?.(data) ?? []).filter((ask) => ask !== data.title);
  const step = data.nextSteps.find(({ to }) => to !== undefined)!;
  const asks = [...phrasings, ...(data.aliases ?? [])];
  return {
    ref,
    kind: kind.id,
    category: data.category,
    title: data.title,
    phrasings,
    asks,
    names,
    key: digest([entry.source.text, ...Array.from(entry.codeFiles.values(), ({ text }) => text)].join('\0')),
    texts: () => entryTexts(site, entry, document, asks, names),
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

function pageRecord(edition: Edition, page: TrustPage): SearchRecord {
  const { site } = edition;
  const { data, ref, path } = page;
  const document = edition.document(page);
  return {
    ref,
    kind: 'pages',
    category: '',
    title: data.title,
    phrasings: [],
    asks: [],
    names: [],
    key: digest(page.source.text),
    texts: () => pageTexts(page, document),
    card: { ref, title: data.title, href: site.href(path), kind: words[site.lang].about, answer: data.description, updated: formatDay(data.updated, site.config.language), overdue: false },
  };
}
