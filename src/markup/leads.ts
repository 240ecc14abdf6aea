/** Everything in which an entry or page leads somewhere: its fields and its body. */
import type { Path } from '#lib/yaml.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Place } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import { splitFragment } from '#model/target.ts';
import type { Document } from './document.ts';

export interface Lead {
  /** The address as typed. */
  to: string;
  from: 'field' | 'body';
  /** Present when it is the address of an image. */
  image?: true;
  /** Looking a place up costs time, and most leads are sound. */
  place(): Place;
}

/** Where `item`, whose body is `document`, leads: next steps, relations and a kind's own references first. */
export function leadsOf(item: Entry | TrustPage, { links }: Document): Lead[] {
  const { file } = item.source;
  const body = links.map(({ to, line, column, image }): Lead => ({ to, from: 'body', ...(image ? { image } : {}), place: () => ({ file, line, column }) }));
  if (!('kind' in item)) return body;
  const { data, kind, source } = item;
  const fields: { to: string | undefined; path: Path }[] = [
    ...data.nextSteps.map(({ to }, index) => ({ to, path: ['nextSteps', index, 'to'] })),
    ...(data.related ?? []).map(({ to }, index) => ({ to, path: ['related', index, 'to'] })),
    ...(kind.references?.(data) ?? []),
  ];
  return [...fields.flatMap(({ to, path }): Lead[] => (to ? [{ to, from: 'field', place: () => placeOf(source, path) }] : [])), ...body];
}

/** The addresses to which `item` leads, each once and without what stands behind `#`. */
export function addressesOf(item: Entry | TrustPage, document: Document): string[] {
  return [...new Set(leadsOf(item, document).map(({ to }) => splitFragment(to)[0]))];
}
