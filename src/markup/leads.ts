/** Everything in which an entry or page leads somewhere: its fields and its body. */
import type { Path } from '#lib/yaml.ts';
import type { SiteConfig } from '#model/config.ts';
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

/** Where site.yaml leads: to pages, and to images. */
export function settingsLeads({ publisher, author, contact, theme }: SiteConfig): (Pick<Lead, 'to' | 'from' | 'image'> & { path: Path })[] {
  const leads: { path: Path; to: string | undefined; image?: true }[] = [
    { path: ['author', 'page'], to: author.page },
    { path: ['contact', 'support'], to: contact.support },
    { path: ['contact', 'business'], to: contact.business },
    { path: ['publisher', 'logo'], to: publisher.logo, image: true },
    { path: ['theme', 'icon'], to: theme.icon, image: true },
  ];
  return leads.flatMap(({ to, ...lead }) => (to ? [{ ...lead, to, from: 'field' as const }] : []));
}

/** The addresses to which `item` leads, each once and without what stands behind `#`. */
export function addressesOf(item: Entry | TrustPage, document: Document): string[] {
  return [...new Set(leadsOf(item, document).map(({ to }) => splitFragment(to)[0]))];
}
