/** What every page of a site carries: head, navigation, breadcrumb, footer. */
import { formatDay } from '#lib/date.ts';
import { homePath, kindPath, searchPath } from '#model/paths.ts';
import type { Entry } from '#model/entry.ts';
import type { Site } from '#model/site.ts';
import { resolveTarget } from '#model/target.ts';
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
  /** Between home and this page. */
  trail?: Link[];
  /** Id of the section that is marked in the navigation. */
  section?: string;
}

/** The shell of one page of `site`. */
export function shellOf(site: Site, parts: ShellParts): Shell {
  const { config } = site;
  return {
    language: config.language,
    lang: site.lang,
    head: headOf(site, parts),
    site: { name: config.name, description: config.description, home: href(site, homePath), ...(config.publisher.logo ? { logo: resolveTarget(site, config.publisher.logo).href } : {}) },
    navigation: sections(site).map(({ id, labels }) => ({ text: labels[site.lang].many, href: href(site, kindPath(id)), current: id === parts.section })),
    search: href(site, searchPath),
    breadcrumb: [{ text: words[site.lang].home, href: href(site, homePath) }, ...(parts.trail ?? []), ...(parts.title ? [{ text: parts.title }] : [])],
    footer: {
      trust: trustLinks(site),
      machine: [{ text: words[site.lang].feed, href: href(site, '/rss.xml') }, { text: 'llms.txt', href: href(site, '/llms.txt') }, { text: 'Sitemap', href: href(site, '/sitemap-index.xml') }],
      publisher: config.publisher.name,
    },
  };
}

/** Address of a path of the site as its pages print it. */
export function href(site: Site, path: string): string {
  return resolveTarget(site, path).href;
}

export function dayOf(site: Site, iso: string): Day {
  return { iso, text: formatDay(iso, site.config.language) };
}

/** The entry as lists show it: with its answer and where that stops. */
export function cardOf(site: Site, entry: Entry): Card {
  const { data, kind } = entry;
  return {
    title: data.title,
    href: href(site, entry.path),
    kind: kind.labels[site.lang].one,
    answer: data.shortAnswer,
    boundary: data.boundaries.notFor[0]!,
    updated: dayOf(site, data.updated),
    overdue: site.review(entry).state === 'overdue',
  };
}

export function trustLinks(site: Site): Link[] {
  return site.pages.map(({ data, path }) => ({ text: data.title, href: href(site, path) }));
}

/** The kinds in the header: those that site.yaml names, else all, as long as they have entries. */
export function sections(site: Site): Site['kinds'] {
  const named = site.config.navigation;
  const kinds = named ? named.flatMap((id) => site.kinds.filter((kind) => kind.id === id)) : site.kinds;
  return kinds.filter(({ id }) => site.ofKind(id).length > 0);
}

function headOf(site: Site, { path, title, description, jsonLd, noindex, article, twin }: ShellParts): Head {
  const { config } = site;
  return {
    title: title ? `${title} · ${config.name}` : `${config.name} · ${config.description}`,
    description,
    ...(noindex ? {} : { canonical: site.url(path) }),
    index: !noindex,
    type: article ? 'article' : 'website',
    ...(article ? { published: article.published, modified: article.updated } : {}),
    alternates: [
      ...(twin ? [{ type: 'text/markdown', href: site.url(twin), title: words[site.lang].twin }] : []),
      { type: 'application/rss+xml', href: site.url('/rss.xml'), title: config.name },
    ],
    llms: site.url('/llms.txt'),
    jsonLd,
  };
}

