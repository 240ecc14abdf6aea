/** The registry of machine outputs. */
import { llms } from './llms.ts';
import type { Site } from '#model/site.ts';
import type { Output, Resource } from './output.ts';
import { robots } from './robots.ts';
import { rss } from './rss.ts';
import { sitemap } from './sitemap.ts';
import { twins } from './twins.ts';

export const outputs: readonly Output[] = [twins, rss, sitemap, llms, robots];

/** Everything that the outputs of a site want others to know of. */
export function resourcesOf(site: Site): Resource[] {
  return outputs.flatMap((output) => output.resources?.(site) ?? []);
}
