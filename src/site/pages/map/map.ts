/** Maps: the relations between entries, for those who would rather look than read. */
import type { Entry } from '#model/entry.ts';
import { categoryLists, categoryMapPath, categoryPath, mapPath, mapSize } from '#model/paths.ts';
import { compare } from '#model/problem.ts';
import { shownRelations } from '#model/relations.ts';
import type { List, Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';
import type { MapProps } from '#ui/drawing.ts';
import type { Link } from '#ui/props.ts';
import { plainGraph, trailTo } from '../jsonld.ts';
import type { Page, PagePlan } from '../page.ts';
import { shellOf } from '../shell.ts';
import { waysFrom } from '../ways.ts';
import { draw } from './draw.ts';
import type { Edge } from './graph.ts';

/** The map of the site; of a large one, a map of its categories and one of each. */
export function mapPages(site: Site): PagePlan[] {
  if (site.entries.length <= mapSize) return [{ path: mapPath, make: () => mapPage(site, mapPath, undefined, categoryLists(site)) }];
  return [
    { path: mapPath, make: () => overviewPage(site, categoryLists(site)) },
    ...categoryLists(site).map((category) => ({ path: categoryMapPath(category.id), make: () => mapPage(site, categoryMapPath(category.id), category, [category]) })),
  ];
}

/** A map of the entries of `categories`; of very many, those with the most relations. */
function mapPage(site: Site, path: string, category: List | undefined, categories: readonly List[]): Page {
  const relationsOf = (entry: Entry) => site.relations(entry.ref);
  const drawn = categories.map((list) => ({ list, entries: [...list.entries].sort((a, b) => relationsOf(b).length - relationsOf(a).length || compare(a.ref, b.ref)).slice(0, mapSize) }));
  const shown = new Set(drawn.flatMap(({ entries }) => entries.map(({ ref }) => ref)));
  const edges = drawn.flatMap(({ entries }) => entries).flatMap((entry) => relationsOf(entry).flatMap(({ to, as, derived }): Edge[] => (!derived && shown.has(to) ? [{ from: entry.ref, to, as, weight: 1 }] : [])));
  const heading = ({ title, path: at }: List): Partial<Link> => (category ? {} : { text: title, href: site.href(at) });
  const groups = drawn.map(({ list, entries }) => ({ ...heading(list), items: entries.map((entry) => ({ id: entry.ref, ...linkTo(site, entry) })) }));
  return page(site, path, category, groups, edges, drawn.map(({ list, entries }) => ({
    text: list.title,
    href: site.href(list.path),
    entries: entries.map((entry) => ({ ...linkTo(site, entry), relations: relationsInWords(site, entry) })),
  })));
}

/** The map of a large site: its categories, with how many relations lead from one to another. */
function overviewPage(site: Site, categories: readonly List[]): Page {
  const weights = new Map<string, Map<string, number>>();
  for (const entry of site.entries) {
    for (const { to, derived } of site.relations(entry.ref)) {
      const [from, end] = [entry.brief.category, site.entry(to)!.brief.category];
      if (derived || from === end) continue;
      const ends = weights.get(from) ?? new Map<string, number>();
      weights.set(from, ends.set(end, (ends.get(end) ?? 0) + 1));
    }
  }
  const edges = [...weights].flatMap(([from, ends]) => [...ends].map(([to, count]): Edge => ({ from, to, as: 'many', weight: count })));
  const link = ({ id, title }: List): Link => ({ text: title, href: site.href(categoryMapPath(id)) });
  const byId = new Map(categories.map((list) => [list.id, list]));
  return page(site, mapPath, undefined, [{ items: categories.map((list) => ({ id: list.id, ...link(list) })) }], edges, [{
    text: words[site.lang].byCategory,
    href: site.href(mapPath),
    entries: categories.map((list) => ({ ...link(list), relations: [{ label: words[site.lang].map.leadsTo, links: [...(weights.get(list.id)?.keys() ?? [])].map((to) => link(byId.get(to)!)) }].filter(({ links }) => links.length > 0) })),
  }]);
}

function page(site: Site, path: string, category: List | undefined, groups: Parameters<typeof draw>[0], edges: readonly Edge[], list: MapProps['groups']): Page {
  const say = words[site.lang];
  const title = category ? say.map.ofCategory(category.title) : say.map.title;
  const trail = trailTo(site, ...(category ? [{ text: category.title, path: categoryPath(category.id) }] : []), { text: title, path });
  const used = shownRelations.filter((as) => edges.some((edge) => edge.as === as));
  const props: MapProps = {
    shell: shellOf(site, { path, title, description: say.map.lead, jsonLd: plainGraph(site, path, title, say.map.lead, trail), trail: trail.slice(1, -1).map(({ text, path: to }) => ({ text, href: site.href(to) })) }),
    title,
    lead: say.map.lead,
    views: waysFrom(site, mapPath),
    drawing: { ...draw(groups, edges), legend: used.map((as) => ({ as, text: say.relation[as] })) },
    groups: list,
  };
  return { path, template: 'map', props };
}

/** What an entry itself says of others. */
function relationsInWords(site: Site, entry: Entry): { label: string; links: Link[] }[] {
  const relations = site.relations(entry.ref);
  return shownRelations
    .map((as) => ({ label: words[site.lang].relation[as], links: relations.filter((relation) => relation.as === as && !relation.derived).map(({ to }) => linkTo(site, site.entry(to)!)) }))
    .filter(({ links }) => links.length > 0);
}

function linkTo(site: Site, { brief, path }: Entry): Link {
  return { text: brief.title, href: site.href(path) };
}
