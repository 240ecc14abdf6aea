/** The JSON-LD of pages: one graph a page, with stable `@id`s. Vocabulary: schema.org. */
import type { Graph, Thing, WebPage } from 'schema-dts';
import { prosePlain } from '#lib/prose.ts';
import type { Entry } from '#model/entry.ts';
import type { GraphContext } from '#model/kind.ts';
import { homePath, type List } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import { resolveTarget } from '#model/target.ts';
import { words } from '#model/words/index.ts';

type Node = Exclude<Thing, string>;
type PageNode = Extract<WebPage, object>;
interface Crumb {
  text: string;
  path: string;
}

const id = (url: string) => ({ '@id': url });

/** The graph of an entry's page. */
export function entryGraph(site: Site, entry: Entry, trail: Crumb[]): string {
  const { data, kind } = entry;
  const url = site.url(entry.path);
  const { page, nodes = [] } = kind.jsonLd(entry, contextOf(site, entry));
  const faq = data.faq?.length ? data.faq.map(({ question, answer }) => ({ '@type': 'Question' as const, name: prosePlain(question), acceptedAnswer: { '@type': 'Answer' as const, text: prosePlain(answer) } })) : undefined;
  return graph(site, [
    {
      ...pageNode(site, url, data.title, data.description, trail),
      '@type': 'WebPage',
      abstract: data.shortAnswer,
      datePublished: data.published,
      dateModified: data.updated,
      lastReviewed: site.review(entry).checked,
      reviewedBy: id(ids(site).author),
      author: id(ids(site).author),
      speakable: { '@type': 'SpeakableSpecification', cssSelector: ['h1', '.answer'] },
      ...(data.tags ? { keywords: tagLabels(site, data.tags) } : {}),
      ...page,
    } as Node,
    ...(nodes as unknown as Node[]),
    ...(faq ? [{ '@type': 'FAQPage', '@id': `${url}#faq`, url, isPartOf: id(url), mainEntity: faq } as Node] : []),
    breadcrumb(site, url, trail),
  ]);
}

/** The graph of a list: a CollectionPage whose ItemList names what the page shows. */
export function listGraph(site: Site, list: Pick<List, 'path' | 'title' | 'lead'>, shown: readonly Entry[], offset: number, trail: Crumb[]): string {
  const url = site.url(list.path);
  return graph(site, [
    {
      ...pageNode(site, url, list.title, list.lead || site.config.description, trail),
      '@type': 'CollectionPage',
      mainEntity: {
        '@type': 'ItemList',
        '@id': `${url}#items`,
        itemListElement: shown.map(({ path, data }, index) => ({ '@type': 'ListItem' as const, position: offset + index + 1, name: data.title, url: site.url(path) })),
      },
    } as Node,
    breadcrumb(site, url, trail),
  ]);
}

/** The graph of any other page. */
export function plainGraph(site: Site, path: string, title: string, description: string, trail: Crumb[]): string {
  const url = site.url(path);
  return graph(site, [{ ...pageNode(site, url, title, description, trail), '@type': 'WebPage' } as Node, ...(trail.length > 1 ? [breadcrumb(site, url, trail)] : [])]);
}

function ids(site: Site): { organization: string; website: string; author: string } {
  const home = site.url(homePath);
  return { organization: `${home}#organization`, website: `${home}#website`, author: `${home}#author` };
}

function contextOf(site: Site, entry: Entry): GraphContext {
  return {
    ...ids(site),
    siteUrl: site.config.url.replace(/\/+$/, ''),
    url: site.url(entry.path),
    lang: site.config.language,
    urlOf: (ref) => resolveTarget(site, ref).url,
    codeText: (path) => entry.codeFiles.get(path)?.text ?? '',
  };
}

function pageNode(site: Site, url: string, name: string, description: string, trail: Crumb[]): Partial<PageNode> {
  return {
    '@id': url,
    url,
    name,
    description,
    inLanguage: site.config.language,
    isPartOf: id(ids(site).website),
    publisher: id(ids(site).organization),
    ...(trail.length > 1 ? { breadcrumb: id(`${url}#breadcrumb`) } : {}),
  } as Partial<PageNode>;
}

function breadcrumb(site: Site, url: string, trail: Crumb[]): Node {
  return {
    '@type': 'BreadcrumbList',
    '@id': `${url}#breadcrumb`,
    itemListElement: trail.map(({ text, path }, index) => ({ '@type': 'ListItem' as const, position: index + 1, name: text, item: site.url(path) })),
  };
}

/** The nodes that every graph carries, so that none of its `@id`s dangles. */
function siteNodes(site: Site): Node[] {
  const { config } = site;
  const { organization, website, author } = ids(site);
  const { publisher } = config;
  return [
    {
      '@type': 'Organization',
      '@id': organization,
      name: publisher.name,
      ...(publisher.url ? { url: publisher.url } : {}),
      ...(publisher.logo ? { logo: { '@type': 'ImageObject', url: resolveTarget(site, publisher.logo).url } } : {}),
      ...(publisher.sameAs.length ? { sameAs: publisher.sameAs } : {}),
    },
    { '@type': 'WebSite', '@id': website, url: site.url(homePath), name: config.name, description: config.description, inLanguage: config.language, publisher: id(organization) },
    {
      '@type': config.author.type === 'person' ? 'Person' : 'Organization',
      '@id': author,
      name: config.author.name,
      ...(config.author.page ? { url: site.url(config.author.page) } : {}),
    },
  ];
}

function tagLabels(site: Site, tags: readonly string[]): string {
  return tags.map((tag) => site.config.tags.find((known) => known.id === tag)?.label ?? tag).join(words[site.lang].listSeparator);
}

/** JSON that may stand inside a script element: no `<`, and no line separators. */
function graph(site: Site, nodes: Node[]): string {
  const whole: Graph = { '@context': 'https://schema.org', '@graph': [...nodes, ...siteNodes(site)] };
  return JSON.stringify(whole).replace(/</g, '\\u003c').replace(/\u2028/g, '\\u2028').replace(/\u2029/g, '\\u2029');
}
