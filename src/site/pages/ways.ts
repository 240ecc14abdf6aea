/** Other ways to the entries than by list: what is new, what falls due, every question, the map. */
import type { Entry } from '#model/entry.ts';
import { feedFile } from '#model/feeds.ts';
import { categoryLists, duePath, homePath, listPagePath, mapPath, newestPath, pageCount, questionsPageSize, questionsPath } from '#model/paths.ts';
import { compare } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import { words } from '#model/words/index.ts';
import type { Card, HomeProps, Views } from '#ui/props.ts';
import type { QuestionsProps } from '#ui/ways.ts';
import { listGraph, plainGraph, trailTo } from './jsonld.ts';
import type { Page, PagePlan } from './page.ts';
import { pagesOf } from './pagination.ts';
import { cardOf, dayOf, shellOf } from './shell.ts';

/** How many entries the pages of what is new and of what falls due show. */
const shownCount = 30;

/** The ways as the home page names them. */
export function waysOf(site: Site): HomeProps['ways'] {
  const say = words[site.lang];
  return [
    { text: say.allQuestions, href: site.href(questionsPath), lead: say.questionsLead },
    { text: say.newest, href: site.href(newestPath), lead: say.newestLead },
    { text: say.dueList, href: site.href(duePath), lead: say.dueLead },
    { text: say.map.title, href: site.href(mapPath), lead: say.map.lead },
  ];
}

/** The ways beside each other, on the page at `path`. */
export function waysFrom(site: Site, path: string): Views[] {
  return [{ label: words[site.lang].ways, links: waysOf(site).map(({ text, href }) => ({ text, href, current: href === site.href(path) })) }];
}

/** The entries that changed last. */
export function newestPage(site: Site): Page {
  const { newest, newestLead } = words[site.lang];
  return cardsPage(site, newestPath, newest, newestLead, newestOf(site).slice(0, shownCount), (entry) => cardOf(site, entry));
}

/** The entries that must be looked at again first. */
export function duePage(site: Site): Page {
  const { dueList, dueLead } = words[site.lang];
  const due = (entry: Entry) => site.review(entry).due;
  const entries = [...site.entries].sort((a, b) => compare(due(a), due(b)) || compare(a.ref, b.ref)).slice(0, shownCount);
  return cardsPage(site, duePath, dueList, dueLead, entries, (entry) => ({ ...cardOf(site, entry), due: dayOf(site, due(entry)) }));
}

/** The entries that changed last, as the feed of the site has them: it holds more than any page shows. */
export function newestOf(site: Site): readonly Entry[] {
  return site.feeds.find(({ path }) => path === homePath)?.entries ?? [];
}

/** Every title, by category. */
export function questionsPages(site: Site): PagePlan[] {
  const total = pageCount(site.entries, questionsPageSize);
  return Array.from({ length: total }, (_, index) => ({ path: listPagePath(questionsPath, index + 1), make: () => questionsPage(site, index + 1, total) }));
}

function questionsPage(site: Site, number: number, total: number): Page {
  const say = words[site.lang];
  const path = listPagePath(questionsPath, number);
  const title = number === 1 ? say.allQuestions : `${say.allQuestions} · ${say.page(number, total)}`;
  const [from, to] = [(number - 1) * questionsPageSize, number * questionsPageSize];
  let seen = 0;
  const shown = categoryLists(site).flatMap((category) => {
    const start = seen;
    seen += category.entries.length;
    const found = category.entries.slice(Math.max(0, from - start), Math.max(0, to - start));
    return found.length > 0 ? [{ category, found }] : [];
  });
  const props: QuestionsProps = {
    shell: shellOf(site, { path, title, description: say.questionsLead, jsonLd: plainGraph(site, path, title, say.questionsLead, trailTo(site, { text: title, path })) }),
    title,
    lead: say.questionsLead,
    views: waysFrom(site, questionsPath),
    groups: shown.map(({ category, found }) => ({ text: category.title, href: site.href(category.path), questions: found.map((entry) => ({ text: entry.brief.title, href: site.href(entry.path), kind: entry.kind.labels[site.lang].one })) })),
    pages: pagesOf(site, questionsPath, number, total),
  };
  return { path, template: 'questions', props };
}

function cardsPage(site: Site, path: string, title: string, lead: string, entries: readonly Entry[], makeCard: (entry: Entry) => Card): Page {
  const trail = trailTo(site, { text: title, path });
  const props = {
    shell: shellOf(site, { path, title, description: lead, jsonLd: listGraph(site, { path, title, lead }, entries, 0, trail) }),
    title,
    lead,
    views: waysFrom(site, path),
    cards: entries.map(makeCard),
    pages: pagesOf(site, path, 1, 1),
    feed: site.href(feedFile({ path: homePath, title }, 'rss').path),
  };
  return { path, template: 'list', props };
}
