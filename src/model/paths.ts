/** Addresses of the pages that a site has besides its entries: lists, and how they are split. */
import { initialOf } from '#lib/initial.ts';
import { once } from '#lib/once.ts';
import { filedAs, type Entry } from './entry.ts';
import type { List, Site } from './site.ts';

/** How many entries a list page shows. */
export const pageSize = 50;

/** Up to so many pages, the first of a list links every other: each entry is then three clicks from home, however long the list. */
export const mostListLinks = 400;

export const homePath = '/';
export const searchPath = '/search/';
export const machinesPath = '/for-machines/';
export const newestPath = '/newest/';
export const duePath = '/due/';
export const questionsPath = '/questions/';
export const mapPath = '/map/';
export const feedsPath = '/feeds/';
export const notFoundPath = '/404.html';
export const llmsPath = '/llms.txt';
export const sitemapPath = '/sitemap-index.xml';
/** The service worker: at the top, so that it may answer for every page. */
export const workerPath = '/offline-worker.js';
export const kindPath = (id: string) => `/${id}/`;
export const categoryPath = (id: string) => `/categories/${id}/`;
export const tagPath = (id: string) => `/tags/${id}/`;

/** How many titles a page of all questions shows. */
export const questionsPageSize = 200;

/** How many entries are drawn on one map; of more, each category has a map of its own. */
export const mapSize = 120;

/** Path of the map of a category, where the whole site does not fit on one. */
export const categoryMapPath = (id: string) => `${mapPath}${id}/`;

/** Path of the page for which the file of reference `ref` stands: pages about the site are at its top. */
export function pathOf(ref: string): string {
  return `/${ref.replace(/^pages\//, '')}/`;
}

/** Path of page `number` (from 1) of the list at `path`. */
export function listPagePath(path: string, number: number): string {
  return number === 1 ? path : `${path}page/${number}/`;
}

/** Path of the Markdown twin of the page at `path`: `/answers/x/` has `/answers/x.md`. */
export function twinPath(path: string): string {
  return `${path.slice(0, -1)}.md`;
}

/** Path of part `number` (from 1) of the Markdown twin of the page at `path`: `/answers/x.md`, `/answers/x.part-2.md`. */
export function twinPartPath(path: string, number: number): string {
  return number === 1 ? twinPath(path) : `${path.slice(0, -1)}.part-${number}.md`;
}

/** What hosts are told of the Markdown twin of the page at `path`: a pattern for it and for its parts. */
export function twinPattern(path: string): string {
  return `${path.slice(0, -1)}.*md`;
}

/** The lists of `site` that have something to show, in the order of site.yaml; `site.lists` keeps them. */
export function listsOf(site: Site): List[] {
  const byCategory = group(site.entries, ({ brief }) => [brief.category]);
  const byTag = group(site.entries, ({ brief }) => brief.tags ?? []);
  const all: List[] = [
    ...site.kinds.map(({ id, labels, order }) => ({ type: 'kind' as const, id, path: kindPath(id), title: labels[site.lang].many, lead: labels[site.lang].lead, entries: site.ofKind(id), initials: order === 'initial' ? once(() => site.ofKind(id).map((entry) => initialOf(filedAs(entry)))) : unlettered })),
    ...site.config.categories.map(({ id, label, description }) => ({ type: 'category' as const, id, path: categoryPath(id), title: label, lead: description ?? '', entries: byCategory.get(id) ?? [], initials: unlettered })),
    ...site.config.tags.map(({ id, label, description }) => ({ type: 'tag' as const, id, path: tagPath(id), title: label, lead: description ?? '', entries: byTag.get(id) ?? [], initials: unlettered })),
  ];
  return all.filter(({ entries }) => entries.length > 0);
}

const unlettered = () => [];

/** The lists of the kinds that have entries, in the order of the registry. */
export function kindLists(site: Site): readonly List[] {
  return site.lists.filter(({ type }) => type === 'kind');
}

/** The lists of the categories that have entries, in the order of site.yaml. */
export function categoryLists(site: Site): readonly List[] {
  return site.lists.filter(({ type }) => type === 'category');
}

/** The pages that lead to entries in other ways than by list, and the page of the feeds. */
export function wayPaths(site: Site): string[] {
  const questions = Array.from({ length: pageCount(site.entries, questionsPageSize) }, (_, index) => listPagePath(questionsPath, index + 1));
  const maps = site.entries.length > mapSize ? categoryLists(site).map(({ id }) => categoryMapPath(id)) : [];
  return [newestPath, duePath, ...questions, mapPath, ...maps, feedsPath];
}

/** Every path at which the site has a page, without the files that outputs write. */
export function pagePaths(site: Site): Set<string> {
  const lists = site.lists.flatMap(({ path, entries }) => Array.from({ length: pageCount(entries) }, (_, index) => listPagePath(path, index + 1)));
  return new Set([homePath, searchPath, machinesPath, ...wayPaths(site), ...lists, ...[...site.entries, ...site.tombstones, ...site.pages].map(({ path }) => path)]);
}

/** Paths that no page of an editor may have: lists of `kinds`, and pages that every site has. */
export function ownPaths(kinds: readonly { id: string }[]): Set<string> {
  return new Set([searchPath, machinesPath, newestPath, duePath, questionsPath, mapPath, feedsPath, '/404/', ...kinds.map(({ id }) => kindPath(id))]);
}

export function pageCount(entries: readonly Entry[], size = pageSize): number {
  return Math.max(1, Math.ceil(entries.length / size));
}

function group(entries: readonly Entry[], keysOf: (entry: Entry) => readonly string[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    for (const key of keysOf(entry)) {
      const found = groups.get(key);
      if (found) found.push(entry);
      else groups.set(key, [entry]);
    }
  }
  return groups;
}
