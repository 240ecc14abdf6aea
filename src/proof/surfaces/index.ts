/** The registry of surfaces: everything that readers and machines take facts from. */
import type { Surface } from '../surface.ts';
import { cards } from './cards.ts';
import { answers, brand, changes, freshness, graph, questions } from './datasets.ts';
import { atom, jsonFeed, rss } from './feeds.ts';
import { head } from './head.ts';
import { hosts } from './hosts.ts';
import { itemLists } from './item-lists.ts';
import { jsonLd } from './json-ld.ts';
import { llmsFull } from './llms-full.ts';
import { llms } from './llms.ts';
import { pages } from './pages.ts';
import { pointers } from './pointers.ts';
import { nginxRedirects, redirectPages, redirectRules, vercelRedirects } from './redirects.ts';
import { robots } from './robots.ts';
import { sitemap } from './sitemap.ts';
import { twins } from './twins.ts';

export const surfaces: readonly Surface[] = [
  head, pages, jsonLd, cards, itemLists, twins, sitemap, rss, atom, jsonFeed, llms, llmsFull,
  answers, questions, graph, brand, changes, freshness, robots, hosts, redirectRules, vercelRedirects, nginxRedirects, redirectPages, pointers,
];
