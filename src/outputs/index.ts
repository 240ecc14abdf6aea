/** The registry of machine outputs. */
import { answers } from './answers.ts';
import { atom } from './atom.ts';
import { brand } from './brand.ts';
import { changes } from './changes.ts';
import { forMachines } from './for-machines.ts';
import { freshness } from './freshness.ts';
import { graph } from './graph.ts';
import { headers } from './headers.ts';
import { icon } from './icon.ts';
import { indexnow } from './indexnow.ts';
import { jsonFeed } from './json-feed.ts';
import { llmsFull } from './llms-full.ts';
import { llms } from './llms.ts';
import { manifest } from './manifest.ts';
import { nginx } from './nginx.ts';
import { notFound } from './not-found.ts';
import { offline } from './offline.ts';
import type { Site } from '#model/site.ts';
import { opensearch } from './opensearch.ts';
import type { Output, Resource } from './output.ts';
import { questions } from './questions.ts';
import { redirectPages } from './redirect-pages.ts';
import { redirects } from './redirects.ts';
import { robots } from './robots.ts';
import { rss } from './rss.ts';
import { security } from './security.ts';
import { sitemap } from './sitemap.ts';
import { twins } from './twins.ts';
import { vercel } from './vercel.ts';

export const outputs: readonly Output[] = [twins, forMachines, answers, questions, graph, brand, changes, freshness, rss, atom, jsonFeed, sitemap, llms, llmsFull, robots, security, indexnow, icon, manifest, opensearch, notFound, offline, redirectPages, headers, redirects, vercel, nginx];

/** Everything that the outputs of a site want others to know of. */
export function resourcesOf(site: Site): Resource[] {
  return outputs.flatMap((output) => output.resources?.(site) ?? []);
}
