/** Pages from which readers set out: home, search, and the page for addresses that lead nowhere. */
import type { Edition } from '#markup/edition.ts';
import { categoryLists, homePath, kindPath, notFoundPath, questionsPath, searchPath } from '#model/paths.ts';
import type { List, Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';
import type { SearchProps } from '#ui/ways.ts';
import { listGraph, plainGraph, trailTo } from './jsonld.ts';
import type { Page } from './page.ts';
import { cardOf, sections, shellOf } from './shell.ts';
import { newestOf, waysOf } from './ways.ts';

const shownNewest = 4;
const shownLinked = 4;
const shownPerCategory = 4;

/** Home: what is used most, what is new, and every way further in. */
export function homePage({ site, linked }: Edition): Page {
  const mostLinked = linked.slice(0, shownLinked);
  const newest = newestOf(site).filter((entry) => !mostLinked.includes(entry)).slice(0, shownNewest); // on a small site they may be the same
  const title = site.config.name;
  const props = {
    shell: shellOf(site, { path: homePath, description: site.config.description, jsonLd: listGraph(site, { path: homePath, title, lead: site.config.description }, newest.length > 0 ? newest : mostLinked, 0, [{ text: title, path: homePath }]) }),
    title,
    lead: site.config.description,
    sections: sections(site).map(({ id, labels }) => ({ text: labels[site.lang].many, href: site.href(kindPath(id)), count: site.ofKind(id).length, lead: labels[site.lang].lead })),
    categories: categoryLists(site).map((list) => ({ ...categoryLink(site, list), questions: linked.filter(({ brief }) => brief.category === list.id).slice(0, shownPerCategory).map(({ data, path }) => ({ text: data.title, href: site.href(path) })) })),
    ways: waysOf(site),
    newest: newest.map((entry) => cardOf(site, entry)),
    mostLinked: mostLinked.map((entry) => cardOf(site, entry)),
  };
  return { path: homePath, template: 'home', props };
}

/** The search page, which stays short however many entries there are. */
export function searchPage(site: Site): Page {
  const { search: title, searchLead: lead, allQuestions, questionsLead } = words[site.lang];
  const trail = trailTo(site, { text: title, path: searchPath });
  const props = {
    shell: shellOf(site, { path: searchPath, title, description: lead, jsonLd: plainGraph(site, searchPath, title, lead, trail) }),
    title,
    lead,
    questions: { text: allQuestions, href: site.href(questionsPath), lead: questionsLead },
    categories: categoryLists(site).map((list) => categoryLink(site, list)),
  };
  return { path: searchPath, template: 'search', props };
}

/** The page for addresses that lead nowhere. */
export function notFoundPage({ site, linked }: Edition): Page {
  const say = words[site.lang];
  const props = {
    shell: shellOf(site, { path: notFoundPath, title: say.notFound, description: say.notFoundLead, jsonLd: plainGraph(site, notFoundPath, say.notFound, say.notFoundLead, []), noindex: true }),
    title: say.notFound,
    lead: say.notFoundLead,
    mostLinked: linked.slice(0, shownLinked).map((entry) => cardOf(site, entry)),
  };
  return { path: notFoundPath, template: 'notFound', props };
}

function categoryLink(site: Site, { path, title, lead, entries }: List): SearchProps['categories'][number] {
  return { text: title, href: site.href(path), description: lead, count: entries.length };
}
