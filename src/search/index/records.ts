/** What the search index is made of: one record for each entry and trust page, in words that queries are compared with. */
import type { Edition } from '#markup/edition.ts';
import { namesOf, type Entry, type TrustPage } from '#model/entry.ts';
import { entryTexts, pageTexts, type Texts } from './texts.ts';

/** One page of the index. All texts are as editors typed them. What is a function is made when it is asked for: most pages have not changed since the last build. */
export interface SearchRecord {
  /** Tells what the page says, and which page it is, from everything else. */
  state: string;
  kind: string;
  category: string;
  /** Names of what it explains. */
  names: readonly string[];
  title: string;
  href(): string;
  /** Other ways to ask for it, as whole questions. */
  phrasings(): readonly string[];
  /** Phrasings, and words that people type for it. */
  asks(): readonly string[];
  texts(): Texts;
}

/** The records of `edition`, in the order of the site. */
export function recordsOf(edition: Edition): SearchRecord[] {
  const { site } = edition;
  return [...site.entries.map((entry) => entryRecord(edition, entry)), ...site.pages.map((page) => pageRecord(edition, page))];
}

function entryRecord(edition: Edition, entry: Entry): SearchRecord {
  const { brief: { title, category }, kind, path } = entry;
  const names = namesOf(entry);
  const phrasings = () => (kind.phrasings?.(entry.data) ?? none).filter((ask) => ask !== title);
  const asks = () => [...phrasings(), ...(entry.data.aliases ?? none)];
  return {
    state: stateOf(edition, entry),
    kind: kind.id,
    category,
    names,
    title,
    href: () => edition.site.href(path),
    phrasings,
    asks,
    texts: () => entryTexts(edition.site, entry, edition.document(entry), asks(), names),
  };
}

function pageRecord(edition: Edition, page: TrustPage): SearchRecord {
  const nothing = () => none;
  return {
    state: stateOf(edition, page),
    kind: 'pages',
    category: '',
    names: none,
    title: page.data.title,
    href: () => edition.site.href(page.path),
    phrasings: nothing,
    asks: nothing,
    texts: () => pageTexts(page, edition.document(page)),
  };
}

const none: readonly string[] = [];

function stateOf(edition: Edition, item: Entry | TrustPage): string {
  const { data, body } = edition.digests(item);
  return `${data}${body} ${item.ref}`;
}
