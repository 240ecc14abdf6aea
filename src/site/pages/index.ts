/** Every page of a site, as data. */
import type { Edition } from '#markup/edition.ts';
import { inboundLinks } from '#markup/links.ts';
import { compare } from '#model/problem.ts';
import { entryPage, tombstonePage, trustPage } from './entry.ts';
import { forMachinesPage } from './for-machines.ts';
import { homePage, notFoundPage, searchPage } from './hubs.ts';
import { listPages } from './lists.ts';
import type { Page } from './page.ts';

/** The pages of `edition`, entries first. They are made one by one, so that a large site is never held whole. */
export function* allPages(edition: Edition): Generator<Page> {
  const { site } = edition;
  const inbound = inboundLinks(edition);
  const inboundOf = (ref: string) => inbound.get(ref) ?? [];
  const linked = [...site.entries].sort((a, b) => inboundOf(b.ref).length - inboundOf(a.ref).length || compare(a.ref, b.ref));
  for (const entry of site.entries) yield entryPage(edition, entry, inboundOf(entry.ref));
  // While a site is being written, a successor may be missing or broken; a build stops before.
  for (const entry of site.tombstones) if (site.entry(entry.data.supersededBy!.to)) yield tombstonePage(edition, entry);
  for (const page of site.pages) yield trustPage(edition, page);
  yield* listPages(site);
  yield homePage(site, linked);
  yield searchPage(site);
  yield forMachinesPage(edition);
  yield notFoundPage(site, linked);
}
