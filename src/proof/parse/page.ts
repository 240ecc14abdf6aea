/** A page of the site, read back: the elements that state facts. */
import { hasMark, named, outline, type Choice, type Piece } from './outline.ts';

/** The elements of a page that state facts. Several surfaces read the same page one after the other, so the last one is kept. */
export function readPage(html: string): Piece {
  if (last?.html !== html) last = { html, page: outline(html.replace(code, ''), choose) };
  return last.page;
}

let last: { html: string; page: Piece } | undefined;

/** Blocks of code state no facts, and highlighted they are half of a page's elements. No text holds the tag: its `<` is escaped. */
const code = /<pre[\s>][^]*?<\/pre>/g;

const everywhere = new Set(['title', 'meta', 'link', 'script', 'h1']);
const marks = ['answer', 'stale', 'byline', 'page-boundaries', 'page-facts', 'cards', 'address'];
const within: [mark: string, names: Set<string>][] = [
  ['cards', new Set(['li'])],
  ['byline', new Set(['time'])],
  ['page-boundaries', new Set(['h3', 'li'])],
  ['page-facts', new Set(['dt', 'dd'])],
];

const choose: Choice = (name, attributes, around) => {
  if (around.name === 'li') return name === 'a' || name === 'time' || ['says', 'limit', 'overdue'].some((mark) => hasMark(attributes, mark));
  if (around.name === 'dd') return name === 'time';
  if (around.name !== '') return within.some(([mark, names]) => hasMark(around.attributes, mark) && names.has(name));
  return everywhere.has(name) || (('class' in attributes || 'id' in attributes) && marks.some((mark) => hasMark(attributes, mark)));
};

/** Content of the first `meta` with this name or property. */
export function metaOf(page: Piece, key: string): string | undefined {
  return named(page, 'meta').find(({ attributes }) => attributes['name'] === key || attributes['property'] === key)?.attributes['content'];
}

/** Address of the first `link` with this relation and, where one is given, this type. */
export function linkOf(page: Piece, rel: string, type?: string): string | undefined {
  return named(page, 'link').find(({ attributes }) => attributes['rel'] === rel && (type === undefined || attributes['type'] === type))?.attributes['href'];
}

/** The days in an element, as `YYYY-MM-DD`. */
export function daysIn(piece: Piece | undefined): (string | undefined)[] {
  return named(piece, 'time').map(({ attributes }) => attributes['datetime']);
}

/** Every card of the page. */
export function cardsOf(page: Piece): Piece[] {
  return page.inside.filter(({ attributes }) => hasMark(attributes, 'cards')).flatMap((cards) => named(cards, 'li'));
}
