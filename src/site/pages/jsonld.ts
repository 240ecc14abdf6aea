/**
 * The JSON-LD of pages: one graph a page, with stable `@id`s, and nothing in it that the page does not show.
 * `@id`s of what is part of a page are its address or an anchor on it. Vocabulary: https://schema.org
 */
import type { BreadcrumbList, CollectionPage, FAQPage, Graph, Thing, WebPage } from 'schema-dts';
import { scriptJson } from '#lib/html.ts';
import { prosePlain } from '#lib/prose.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { homePath, kindPath } from '#model/paths.ts';
import type { List, Site } from '#model/site.ts';
import { socialPictureOf } from '#model/social.ts';
import { words } from '#model/words/index.ts';
import { authorNode, siteIds, siteNodes } from './publisher.ts';

interface Crumb {
  text: string;
  path: string;
}

/** The way from home to a page by `crumbs`, of which the last is the page. */
export function trailTo(site: Site, ...crumbs: readonly Crumb[]): Crumb[] {
  return [{ text: words[site.lang].home, path: homePath }, ...crumbs];
}

/** The graph of an entry's page: what the kind says it is about, and its follow-up questions. */
export function entryGraph(site: Site, entry: Entry, trail: readonly Crumb[]): string {
  const { data, kind } = entry;
  const picture = socialPictureOf(site, entry);
  const { publisher, author } = siteIds(site);
  const url = site.url(entry.path);
  const list = { url: site.url(kindPath(kind.id)), name: kind.labels[site.lang].many };
  const main = kind.jsonLd(entry, { url, list, lang: site.config.language, updated: site.changedOn(entry), author, publisher });
  const page: WebPage = {
    '@type': 'WebPage',
    ...pageFields(site, url, data.title, trail),
    abstract: data.shortAnswer,
    ...(picture ? { image: site.url(picture.path) } : {}),
    datePublished: data.published,
    dateModified: site.changedOn(entry),
    lastReviewed: site.review(entry).checked,
    reviewedBy: author,
    author,
    speakable: { '@type': 'SpeakableSpecification', cssSelector: ['h1', '.answer'] },
    ...(data.tags?.length ? { keywords: data.tags.map((tag) => site.config.tags.find(({ id }) => id === tag)!.label) } : {}),
    ...(data.sources?.length ? { citation: data.sources.map(({ title, url: address }) => ({ '@type': 'WebPage' as const, name: prosePlain(title), url: address })) } : {}),
    mainEntity: { '@id': main['@id'] },
  };
  return printGraph(site, [page, main, ...faqPage(site, entry, url), ...breadcrumb(site, url, trail), authorNode(site)]);
}

/** The graph of a list: a CollectionPage whose ItemList names what the page shows. */
export function listGraph(site: Site, list: Pick<List, 'path' | 'title' | 'lead'>, shown: readonly Entry[], offset: number, trail: readonly Crumb[]): string {
  const url = site.url(list.path);
  const page: CollectionPage = {
    '@type': 'CollectionPage',
    ...pageFields(site, url, list.title, trail),
    ...(list.lead ? { description: list.lead } : {}),
    mainEntity: {
      '@type': 'ItemList',
      itemListElement: shown.map(({ path, brief }, index) => ({ '@type': 'ListItem', position: offset + index + 1, name: brief.title, url: site.url(path) })),
    },
  };
  return printGraph(site, [page, ...breadcrumb(site, url, trail)]);
}

/** The graph of any other page. `lead` is a description that the page prints. */
export function plainGraph(site: Site, path: string, title: string, lead: string | undefined, trail: readonly Crumb[]): string {
  const url = site.url(path);
  const page: WebPage = { '@type': 'WebPage', ...pageFields(site, url, title, trail), ...(lead ? { description: lead } : {}) };
  return printGraph(site, [page, ...breadcrumb(site, url, trail)]);
}

/** The graph of a trust page. The page about the site carries the facts that it prints of the publisher. */
export function trustGraph(site: Site, { path, data: { title, updated } }: TrustPage, isAbout: boolean, trail: readonly Crumb[]): string {
  const url = site.url(path);
  const page: WebPage = { '@type': isAbout ? 'AboutPage' : 'WebPage', ...pageFields(site, url, title, trail), dateModified: updated, ...(isAbout ? { about: siteIds(site).publisher } : {}) };
  return printGraph(site, [page, ...breadcrumb(site, url, trail)], isAbout);
}

/** What every WebPage says. */
function pageFields(site: Site, url: string, name: string, trail: readonly Crumb[]) {
  const { website, publisher } = siteIds(site);
  return { '@id': url, url, name, inLanguage: site.config.language, isPartOf: website, publisher, ...(trail.length > 1 ? { breadcrumb: { '@id': `${url}#page-breadcrumb` } } : {}) };
}

/** FAQPage is a type of page, so it is a node of its own for the part of the page that holds the questions. */
function faqPage(site: Site, { data }: Entry, url: string): FAQPage[] {
  if (!data.faq?.length) return [];
  return [{
    '@type': 'FAQPage',
    '@id': `${url}#page-faq`,
    name: words[site.lang].faq,
    isPartOf: { '@id': url },
    mainEntity: data.faq.map(({ question, answer }) => ({ '@type': 'Question', name: prosePlain(question), acceptedAnswer: { '@type': 'Answer', text: prosePlain(answer) } })),
  }];
}

function breadcrumb(site: Site, url: string, trail: readonly Crumb[]): BreadcrumbList[] {
  if (trail.length < 2) return [];
  return [{ '@type': 'BreadcrumbList', '@id': `${url}#page-breadcrumb`, itemListElement: trail.map(({ text, path }, index) => ({ '@type': 'ListItem', position: index + 1, name: text, item: site.url(path) })) }];
}

function printGraph(site: Site, nodes: readonly Thing[], inFull = false): string {
  const graph: Graph = { '@context': 'https://schema.org', '@graph': [...nodes, ...siteNodes(site, inFull)] };
  return scriptJson(graph);
}
