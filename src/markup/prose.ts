/** What of a file is prose: text that readers read, told apart from code, addresses and marks where it is typed. */
import type { Path } from '#lib/yaml.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { components } from './components/registry.ts';

/** Stands in the place of every character that is no prose. Content that holds it is refused. */
export const cover = '\uE001';

/** A text of the frontmatter and where it stands. */
export interface FieldText {
  text: string;
  path: Path;
}

/** The texts of the frontmatter that the editors worded themselves: no addresses, no ids, nothing that a kind calls verbatim. */
export function fieldTexts(item: Entry | TrustPage, isIn: (field: PropertyKey) => boolean = isWorded(item)): FieldText[] {
  return textsIn(item.data, isIn, []);
}

/** Whether the texts of a field of `item` are worded by its editors. */
export function isWorded(item: Entry | TrustPage): (field: PropertyKey) => boolean {
  const skipped = new Set<PropertyKey>([...filed, ...('kind' in item ? (item.kind.verbatim ?? []) : ['role'])]);
  return (field) => !skipped.has(field);
}

function textsIn(value: unknown, isIn: (field: string) => boolean, path: Path): FieldText[] {
  if (typeof value === 'string') return [{ text: value, path }];
  if (Array.isArray(value)) return value.flatMap((inner, index) => textsIn(inner, isIn, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) => (isIn(field) ? textsIn(inner, isIn, [...path, field]) : []));
}

/** Fields that file, date, quote or lead. */
const filed = ['aliases', 'category', 'tags', 'related', 'sources', 'published', 'updated', 'date', 'since', 'review', 'waivers', 'redirectFrom', 'to', 'id', 'url', 'source'];

/** A text of the frontmatter, its code and addresses covered; as long as `text`. */
export function coverField(text: string): string {
  return text.replace(/(`+)[^`]+\1|https?:\/\/[\w/.%?=&#~:@+-]+/g, conceal);
}

/** The body `text`, everything in it that is no prose covered; as long as `text`, with the same lines. */
export function coverBody(text: string): string {
  return text.replace(noProse, (part) => (/^<[A-Z]/.test(part) ? coverTag(part) : conceal(part)));
}

/** Where code blocks without a language begin in the body `text`. */
export function fencesWithoutLanguage(text: string): number[] {
  return [...text.matchAll(fenced)].filter(({ groups }) => groups!['info']!.trim() === '').map(({ index, 0: block }) => index + block.search(/[`~]/));
}

const fence = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?<fence>`{3,}|~{3,})(?<info>[^\n]*)\n[\s\S]*?^[ \t>]*\k<fence>[`~]*[ \t]*$/;
const fenced = new RegExp(fence, 'gm');

const noProse = new RegExp(
  [
    fence,
    /\{\/\*[\s\S]*?\*\/\}/,
    /(?<tick>`+)[^`](?:[\s\S]{0,500}?[^`])??\k<tick>(?!`)/,
    /\]\((?:[^()\n]|\([^()\n]*\))*\)/,
    /^[ \t]*\[[^\]\n]+\]:[^\n]*$/,
    /\[[\^#][^\]\n]*\]/,
    /<?(?:https?:\/\/|mailto:)[\w/.%?=&#~:@+-]+>?|[\w.+-]+@[\w-]+\.[\w.-]+/,
    /<\/?[A-Z](?:"[^"]*"|[^">]){0,2000}>/, // no tag is longer; of thousands that nothing closes each would be read to the end
    /\\(?:[\ud800-\udbff][\udc00-\udfff]|.)|&#?\w+;|[*_~|[\]<>#{}\\]/,
  ].map(({ source }) => source).join('|'),
  'gm',
);

/** Names of attributes whose values readers see. */
const shown = new Set(components.flatMap(({ attributes }) => Object.entries(attributes).flatMap(([name, { shown: isShown }]) => (isShown ? [name] : []))));

function coverTag(tag: string): string {
  return tag.replace(/([\w-]+)="([^"]*)"|[\s\S]/g, (part, name: string | undefined, value: string) => (name !== undefined && shown.has(name) ? `${conceal(`${name}="`)}${value}${cover}` : conceal(part)));
}

function conceal(part: string): string {
  return part.replace(/[^\n]/g, cover);
}
