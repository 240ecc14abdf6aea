/** The anchors of pages: what the part of an address behind `#` may name. */
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Part } from '#model/part.ts';
import type { Lang } from '#model/problem.ts';
import type { Document } from './document.ts';

/** What every page has. */
const onEveryPage = ['main', 'page-breadcrumb'];
/** What the page of every entry has, and what may come to it from other entries. */
const onEveryEntry = ['page-title', 'page-answer', 'page-boundaries', 'page-next', 'page-facts', 'page-tools', 'page-handover', 'page-review'];
const fromOthers = ['page-related', 'page-used', 'page-mentioned', 'page-more'];

/** The ids on the page of `item`, headings first; without those of footnotes, which only their own marks name. */
export function anchorsOf(item: Entry | TrustPage, { headings }: Document, lang: Lang): Set<string> {
  const written = headings.map(({ id }) => id);
  if (!('kind' in item)) return new Set([...written, ...onEveryPage, ...(item.data.role === 'about' ? ['page-publisher'] : [])]);
  const { data, kind } = item;
  const parts = [...(kind.before?.(data, lang) ?? []), ...(kind.after?.(data, lang) ?? [])].flatMap(anchorsOfPart);
  const sections = { 'page-faq': data.faq, 'page-basis': data.basis, 'page-sources': data.sources, 'page-english': data.englishSummary, 'page-revisions': data.revisions };
  return new Set([
    ...written, ...parts, ...onEveryEntry,
    ...Object.entries(sections).filter(([, items]) => items?.length).map(([id]) => id),
    ...(data.sources ?? []).map(({ id }, index) => `source-${id ?? index + 1}`),
    ...fromOthers, ...onEveryPage,
  ]);
}

function anchorsOfPart(part: Part): string[] {
  return part.type === 'checklist' ? [part.id, ...part.items.map(({ id }) => `check-${id}`)] : [part.id];
}
