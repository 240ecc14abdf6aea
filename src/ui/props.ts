/**
 * What templates are given: plain data, computed in one place and printed here.
 * Every address is ready to be printed (below the site's base path); every date comes with its text.
 * `Prose` is text as an editor typed it, in which only `code` spans mean anything: print it with proseHtml.
 */
import type { Heading } from '#markup/document.ts';
import type { Part } from '#model/part.ts';
import type { Lang } from '#model/problem.ts';
import type { ReviewState } from '#model/review.ts';

export type Prose = string;

export interface Link {
  text: string;
  href: string;
}

export interface Day {
  /** `YYYY-MM-DD`, for the `datetime` attribute. */
  iso: string;
  text: string;
}

/** The `<head>` of a page. Addresses in it are absolute, but for the manifest's. */
export interface Head {
  /** The whole `<title>`. */
  title: string;
  description: string;
  /** Missing on pages that no index should hold. */
  canonical?: string;
  index: boolean;
  type: 'article' | 'website';
  published?: string;
  modified?: string;
  /** `link` elements that lead to what the page is for machines: the twin, feeds, llms.txt and others. */
  links: { rel: string; type: string; href: string; title?: string }[];
  /** Absolute address of the picture shown where the page is shared. */
  picture?: { url: string; width: number; height: number };
  /** JSON-LD, ready to stand in a script element. */
  jsonLd: string;
}

/** What every page carries around its content. */
export interface Shell {
  /** `lang` attribute, such as zh-CN. */
  language: string;
  /** The language as Open Graph wants it: `zh_CN` (https://ogp.me/#optional). */
  locale: string;
  lang: Lang;
  head: Head;
  site: { name: string; description: string; home: string; icon: string; logo?: string; /** The service worker, where there is one. */ worker?: string };
  /** Sections, in the header. */
  navigation: (Link & { current: boolean })[];
  /** Where the search form goes, and where it leads without script. */
  search: string;
  questions: string;
  /** Where questions can be sent that the site does not answer. */
  contact?: string;
  /** From the home page to this one; the last is this page and may go without a link. */
  breadcrumb: { text: string; href?: string }[];
  footer: { trust: Link[]; machine: Link[]; publisher: string };
}

/** An entry in a list: its question with the answer and where it holds. */
export interface Card {
  title: string;
  href: string;
  kind: string;
  answer: string;
  /** One case in which it does not hold. */
  boundary: Prose;
  updated: Day;
  /** When it must be looked at again, where a list is about that. */
  due?: Day;
  overdue: boolean;
  /** The letter that begins with this card, with the anchor to it. */
  initial?: { letter: string; anchor: string } | undefined;
}

/** What a reader can do with a page. Addresses in texts are absolute. */
export interface Tools {
  /** The short answer with its source, as it is copied. */
  quote: string;
  citation: string;
  twin: string;
  assistants: Link[];
  /** Where a mistake on this page is reported, filled in. */
  report?: string;
}

export interface Boundaries {
  appliesTo: readonly Prose[];
  notFor: readonly Prose[];
  neverShare: readonly Prose[];
}

/** A part with everything in it ready to print: names that refer to entries are links, code is highlighted HTML. */
export interface PrintedPart {
  part: Part;
  /** For `pairs`: the link of each pair that has one, by its index. */
  links: Record<number, Link>;
  /** For `code`: HTML of each file, in order. */
  code: string[];
}

/** What a page says of a term that its body links to: shown beside the link where a script does so. */
export interface TermNote {
  name: string;
  english?: string;
  href: string;
  /** The first sentence of the definition: the rest is a click away, and a long preview would hide what is being read. */
  definition: string;
  /** That the definition is past its review, where it is. */
  overdue?: string;
}

export interface EntryProps {
  shell: Shell;
  kind: { id: string; label: string };
  title: string;
  /** The question in the asker's words, where it differs from the title. */
  asked?: string;
  answer: string;
  author: Partial<Link> & { text: string };
  published: Day;
  updated: Day;
  review: { state: ReviewState; checked: Day; due: Day };
  boundaries: Boundaries;
  basis: readonly Prose[];
  steps: { text: Prose; link?: Link }[];
  before: PrintedPart[];
  body: string;
  terms: TermNote[];
  after: PrintedPart[];
  /** Sections of the page, the finest left out. */
  contents: Heading[];
  /** Those before and after this one, where there is an order. */
  neighbours: { previous?: Link; next?: Link };
  faq: readonly { question: Prose; answer: Prose }[];
  sources: { anchor: string; number: number; title: Prose; url: string; publisher?: string; checked: Day }[];
  related: { label: string; links: (Link & { kind: string })[] }[];
  /** Entries that use the term which this one defines; `count` is of all of them. */
  usedBy: { count: number; links: Link[] };
  mentionedBy: Link[];
  english: readonly string[];
  revisions: { date: Day; change: Prose; reason: Prose; approvedBy?: string; source?: string }[];
  category: Link;
  tags: Link[];
  tools: Tools;
  /** Absolute canonical address, to be copied when the page is passed on. */
  address: string;
  /** Trust pages that say how entries are written. */
  trust: Link[];
  /** More of the same kind, with their answers. */
  more: { label: string; href: string; cards: Card[] };
}

export interface TrustProps {
  shell: Shell;
  title: string;
  updated: Day;
  body: string;
  terms: TermNote[];
  contents: Heading[];
  /** On the page about the site: what its publisher states of itself, and where to reach it. */
  publisher?: { facts: { statement: Prose; source: Prose; checked: Day }[]; contact: { label: string; link: Link }[] };
}

export interface TombstoneProps {
  shell: Shell;
  title: string;
  reason: Prose;
  since: Day;
  successor: Card;
}

export interface ListProps {
  shell: Shell;
  title: string;
  lead: string;
  /** How many entries the whole list has; missing where that is not the point. */
  count?: number;
  views: Views[];
  /** Where each letter begins, on this page of the list or another; only where the list is ordered by initial. */
  initials?: Link[];
  cards: Card[];
  pages: Pages;
  feed: string;
}

/** Other lists, one of which may be this one. */
export interface Views {
  label: string;
  links: (Link & { current: boolean })[];
}

export interface PageLink {
  number: number;
  href: string;
  current: boolean;
}

/** Where a page stands among the pages of its list. */
export interface Pages {
  current: number;
  total: number;
  previous?: string;
  next?: string;
  /** The first, the last and those around this one. */
  near: PageLink[];
  /** Every page; on the first page only, and empty where `near` names all. */
  all: PageLink[];
}

export interface HomeProps {
  shell: Shell;
  title: string;
  lead: string;
  sections: (Link & { count: number; lead: string })[];
  categories: (Link & { count: number; description: string; questions: Link[] })[];
  /** Other ways to the entries. */
  ways: (Link & { lead: string })[];
  newest: Card[];
  mostLinked: Card[];
}

/** What there is for programs. Code is highlighted HTML. */
export interface ForMachinesProps {
  shell: Shell;
  title: string;
  lead: string;
  /** An answer as it should be quoted. */
  quote?: string;
  files: { path: string; url: string; type: string; about: string; schema?: string; parts: { path: string; url: string }[]; example?: string; recipe?: string }[];
}
