/** A page of the site, read back: the elements that state facts. */
import { agree } from '../surface.ts';
import { markIn, named, outline, type Choice, type Piece } from './outline.ts';

/** A page, taken apart. */
export interface Page {
  /** What states facts outside of cards. */
  piece: Piece;
  /** The HTML of each card from its link on: headings differ in level. */
  cards: readonly string[];
}

/** What states facts on a page. Several surfaces read the same page one after the other, so the last one is kept. */
export function readPage(html: string): Page {
  if (last?.html !== html) last = { html, ...read(html) };
  return last;
}

let last: ({ html: string } & Page) | undefined;

/**
 * Most of a page's elements are in its cards, which many pages share, and in its masthead, its body, its tools, code,
 * icons, navigation and footer, and most links of its head, which state no facts. None of these holds another of its
 * kind, and no text or attribute holds their tags up to the first `"`, which is escaped in both: `<` is in texts alone.
 */
const cardList = /<ul class="cards">([^]*?)<\/ul>/g;
const factless = /<(pre|svg|nav|footer) [a-z]+="[^]*?<\/\1>|<link rel="(?!canonical"|alternate" type="text\/markdown")[^"]*"(?:[^"<>]|"[^"]*")*>/g;
const spans = [['<header class="masthead"', '<main'], [' id="page-next"', ' id="page-handover"'], ['<section class="tools"', '</body>']] as const;

function read(html: string): Page {
  const cards: string[] = [];
  const rest = html.replace(cardList, (_, items: string) => {
    cards.push(...items.split('</li>').slice(0, -1).map((card) => card.slice(card.indexOf('<a')).replace(/<\/h\d>/, '')));
    return '';
  });
  return { piece: outline(spans.reduce(without, rest).replace(factless, ''), choose), cards };
}

/** `html` without what stands between two marks, where both are there. */
function without(html: string, [from, to]: readonly [string, string]): string {
  const start = html.indexOf(from);
  const end = start < 0 ? -1 : html.indexOf(to, start);
  return end < 0 ? html : html.slice(0, start) + html.slice(end);
}

const everywhere = new Set(['title', 'meta', 'link', 'script', 'h1']);
const marks = new Set(['answer', 'stale', 'byline', 'page-boundaries', 'page-facts', 'address']);
const within: Record<string, ReadonlySet<string>> = {
  byline: new Set(['time']),
  'page-boundaries': new Set(['h3', 'li']),
  'page-facts': new Set(['dt', 'dd']),
};

const choose: Choice = (name, attributes, around) => {
  if (around.name === '') return everywhere.has(name) || markIn(marks, attributes) !== undefined;
  if (around.name === 'dd') return name === 'time';
  return within[markIn(marks, around.attributes) ?? '']?.has(name) ?? false;
};

/** Content of every `meta` with this name or property, which must be the same. */
export function metaOf(page: Piece, key: string): string | undefined {
  return agree(...named(page, 'meta').filter(({ attributes }) => attributes['name'] === key || attributes['property'] === key).map(({ attributes }) => attributes['content']));
}

/** Address of every `link` with this relation and, where one is given, this type: search engines heed no canonical address where two differ. */
export function linkOf(page: Piece, rel: string, type?: string): string | undefined {
  return agree(...named(page, 'link').filter(({ attributes }) => attributes['rel'] === rel && (type === undefined || attributes['type'] === type)).map(({ attributes }) => attributes['href']));
}

/** The days in an element, as `YYYY-MM-DD`. */
export function daysIn(piece: Piece | undefined): (string | undefined)[] {
  return named(piece, 'time').map(({ attributes }) => attributes['datetime']);
}
