/** Lists of entries: kinds, categories and tags, split into pages. */
import { noLetter } from '#lib/initial.ts';
import { feedFile, feedFiles } from '#model/feeds.ts';
import { homePath, listPagePath, pageCount, pageSize } from '#model/paths.ts';
import type { List, Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';
import type { Card, ListProps, Views } from '#ui/props.ts';
import { listGraph, trailTo } from './jsonld.ts';
import type { Page, PagePlan } from './page.ts';
import { pagesOf } from './pagination.ts';
import { cardOf, shellOf } from './shell.ts';

/** All pages of all lists of the site. */
export function listPages(site: Site): PagePlan[] {
  return site.lists.flatMap(({ path, entries }) => Array.from({ length: pageCount(entries) }, (_, index) => ({ path: listPagePath(path, index + 1), make: () => listPage(site, path, index + 1) })));
}

function listPage(site: Site, of: string, number: number): Page {
  const list = site.lists.find((candidate) => candidate.path === of)!;
  const total = pageCount(list.entries);
  const path = listPagePath(list.path, number);
  const offset = (number - 1) * pageSize;
  const shown = list.entries.slice(offset, offset + pageSize);
  const say = words[site.lang];
  const title = number === 1 ? list.title : `${list.title} · ${say.page(number, total)}`;
  const trail = trailTo(site, { text: title, path });
  const feed = site.feeds.find((candidate) => candidate.path === list.path);
  const initials = initialsOf(list);
  const props: ListProps = {
    shell: shellOf(site, {
      path,
      title,
      description: list.lead || site.config.description,
      jsonLd: listGraph(site, { ...list, path, title }, shown, offset, trail),
      ...(list.type === 'kind' ? { section: list.id } : {}),
      ...(feed ? { feeds: feedFiles(feed) } : {}),
    }),
    title,
    lead: list.lead,
    count: list.entries.length,
    views: views(site, list),
    initials: initials.flatMap((initial, index) => (initial ? [{ text: initial.letter, href: `${site.href(listPagePath(list.path, Math.floor(index / pageSize) + 1))}#${initial.anchor}` }] : [])),
    cards: shown.map((entry, index) => ({ ...cardOf(site, entry), initial: initials[offset + index] })),
    pages: pagesOf(site, list.path, number, total),
    feed: site.href(feedFile(feed ?? { path: homePath, title }, 'rss').path),
  };
  return { path, template: 'list', props };
}

/** For each entry of a list by initial, the letter that begins with it, if one does. */
function initialsOf(list: List): Card['initial'][] {
  const letters = list.initials();
  return letters.map((letter, index) => (letter === letters[index - 1] ? undefined : { letter, anchor: `initial-${letter === noLetter ? 'other' : letter.toLowerCase()}` }));
}

/** Lists of the same type, and those by which these entries are divided otherwise. Without numbers, so that an entry added elsewhere changes nothing here. */
function views(site: Site, list: List): Views[] {
  const say = words[site.lang];
  const labels = { kind: say.byKind, category: say.byCategory, tag: say.byTag };
  const beside = list.type === 'kind' ? 'category' : 'kind';
  return ([list.type, beside] as const).map((wanted) => ({
    label: labels[wanted],
    links: site.lists.filter(({ type }) => type === wanted).map(({ path, title }) => ({ text: title, href: site.href(path), current: path === list.path })),
  }));
}
