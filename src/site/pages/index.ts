/** Every page of a site, as data. */
import type { Edition } from '#markup/edition.ts';
import { duePath, feedsPath, homePath, machinesPath, newestPath, notFoundPath, searchPath } from '#model/paths.ts';
import { entryPage, tombstonePage, trustPage } from './entry.ts';
import { feedsPage } from './feeds.ts';
import { forMachinesPage } from './for-machines.ts';
import { homePage, notFoundPage, searchPage } from './hubs.ts';
import { listPages } from './lists.ts';
import { mapPages } from './map/map.ts';
import type { PagePlan } from './page.ts';
import { duePage, newestPage, questionsPages } from './ways.ts';

/** The pages of `edition`, entries first. Each is made when it is wanted, so that a large site is never held whole. */
export function* planPages(edition: Edition): Generator<PagePlan> {
  const { site } = edition;
  for (const entry of site.entries) yield { path: entry.path, isEntry: true, make: () => entryPage(edition, entry) };
  // While a site is being written, a successor may be missing or broken; a build stops before.
  for (const entry of site.tombstones) if (site.entry(entry.brief.supersededBy!.to)) yield { path: entry.path, isEntry: true, make: () => tombstonePage(edition, entry) };
  for (const page of site.pages) yield { path: page.path, make: () => trustPage(edition, page) };
  yield* listPages(site);
  yield { path: newestPath, make: () => newestPage(site) };
  yield { path: duePath, make: () => duePage(site) };
  yield* questionsPages(site);
  yield* mapPages(site);
  yield { path: feedsPath, make: () => feedsPage(site) };
  yield { path: homePath, make: () => homePage(edition) };
  yield { path: searchPath, make: () => searchPage(site) };
  yield { path: machinesPath, make: () => forMachinesPage(edition) };
  yield { path: notFoundPath, make: () => notFoundPage(edition) };
}
