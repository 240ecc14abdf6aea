/** What every page of a site carries: head, navigation, breadcrumb, footer. */
import { formatDay } from '#lib/date.ts';
import { rememberFor } from '#lib/trace.ts';
import { offersAnswers } from '#model/ai-policy.ts';
import { feedsPath, homePath, kindPath, llmsPath, machinesPath, questionsPath, searchPath, sitemapPath, workerPath } from '#model/paths.ts';
import { resourcesOf } from '#outputs/index.ts';
import type { Entry } from '#model/entry.ts';
import type { FeedFile } from '#model/feeds.ts';
import type { Site } from '#model/site.ts';
import { socialSize } from '#model/social.ts';
import { resolveTarget } from '#model/target.ts';
import { iconOf } from '#model/theme.ts';
import { words } from '#model/words/index.ts';
import type { Card, Day, Head, Link, Shell } from '#ui/props.ts';

/** What differs from page to page. Paths are below the site's base. */
export interface ShellParts {
  path: string;
  /** Title of the page; the home page has none of its own. */
  title?: string;
  description: string;
  jsonLd: string;
  /** Left out of indexes, and without a canonical address. */
  noindex?: boolean;
  article?: { published: string; updated: string };
  /** Path of the Markdown twin. */
  twin?: string;
  /** Feeds of what the page lists, besides those of the site. */
  feeds?: readonly FeedFile[];
  /** Path of the picture shown where the page is shared. */
  picture?: string | undefined;
  /** Between home and this page. */
  trail?: Link[];
  /** Id of the section that is marked in the navigation. */
  section?: string;
}

/** The shell of one page of `site`. */
export function shellOf(site: Site, parts: ShellParts): Shell {
  const { sections, home, links: _, ...frame } = frameOf(site);
  return {
    ...frame,
    head: headOf(site, parts),
    navigation: sections.map(({ id, text, href }) => ({ text, href, current: id === parts.section })),
    breadcrumb: [home, ...(parts.trail ?? []), ...(parts.title ? [{ text: parts.title }] : [])],
  };
}

/** Links that nobody chooses from by a name. */
const untitled: ReadonlySet<string> = new Set(['manifest', 'sitemap', 'help', 'describedby']);

/** What is the same on every page of the site, made once. */
const frameOf = rememberFor((site: Site) => makeFrame(site));

function makeFrame(site: Site) {
  const { config, lang } = site;
  const say = words[lang];
  const logo = config.publisher.logo;
  return {
    language: config.language,
    locale: localeOf(config.language),
    lang,
    site: { name: config.name, description: config.description, home: site.href(homePath), icon: iconOf(site).href, ...(config.offline ? { worker: site.href(workerPath) } : {}), ...(logo ? { logo: resolveTarget(site, logo).href } : {}) },
    home: { text: say.home, href: site.href(homePath) },
    sections: sections(site).map(({ id, labels }) => ({ id, text: labels[lang].many, href: site.href(kindPath(id)) })),
    search: site.href(searchPath),
    questions: site.href(questionsPath),
    ...(config.contact.support ? { contact: resolveTarget(site, config.contact.support).href } : {}),
    footer: {
      trust: trustLinks(site),
      machine: [{ text: say.machines.title, href: site.href(machinesPath) }, { text: say.feeds, href: site.href(feedsPath) }, ...(offersAnswers(site) ? [{ text: 'llms.txt', href: site.href(llmsPath) }] : []), ...(config.ai.search === 'allow' ? [{ text: 'Sitemap', href: site.href(sitemapPath) }] : [])],
      publisher: config.publisher.name,
    },
    // Browsers load the manifest themselves, and the pages' policy allows that from the host they are on alone, a preview's too.
    links: resourcesOf(site).flatMap(({ rel, type, path, title }) => (rel ? [{ rel, type, href: rel === 'manifest' ? site.href(path) : site.url(path), ...(untitled.has(rel) ? {} : { title }) }] : [])),
  };
}

/** Language and territory; the likeliest where the tag names none. */
function localeOf(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region ? `${language}_${region}` : language;
}

export function dayOf(site: Site, iso: string): Day {
  return { iso, text: formatDay(iso, site.config.language) };
}

/** The entry as lists show it: with its answer and where that stops. */
export function cardOf(site: Site, entry: Entry): Card {
  const { data, kind } = entry;
  return {
    title: data.title,
    href: site.href(entry.path),
    kind: kind.labels[site.lang].one,
    answer: data.shortAnswer,
    boundary: data.boundaries.notFor[0]!,
    updated: dayOf(site, site.changedOn(entry)),
    overdue: site.review(entry).state === 'overdue',
  };
}

export function trustLinks(site: Site): Link[] {
  return site.pages.map(({ data, path }) => ({ text: data.title, href: site.href(path) }));
}

/** The kinds in the header: those that site.yaml names, else all, as long as they have entries. */
export function sections(site: Site): Site['kinds'] {
  const named = site.config.navigation;
  const kinds = named ? named.flatMap((id) => site.kinds.filter((kind) => kind.id === id)) : site.kinds;
  return kinds.filter(({ id }) => site.lists.some((list) => list.path === kindPath(id)));
}

function headOf(site: Site, { path, title, description, jsonLd, noindex, article, twin, picture, feeds = [] }: ShellParts): Head {
  const { config } = site;
  return {
    title: title ? `${title} · ${config.name}` : `${config.name} · ${config.description}`,
    description,
    ...(noindex ? {} : { canonical: site.url(path) }),
    index: !noindex && config.ai.search === 'allow',
    type: article ? 'article' : 'website',
    ...(article ? { published: article.published, modified: article.updated } : {}),
    ...(picture ? { picture: { url: site.url(picture), ...socialSize } } : {}),
    links: [
      ...(twin ? [{ rel: 'alternate', type: 'text/markdown', href: site.url(twin), title: words[site.lang].twin }] : []),
      ...feeds.map((file) => ({ rel: 'alternate', type: file.type, href: site.url(file.path), title: file.title })),
      ...frameOf(site).links,
    ],
    jsonLd,
  };
}

