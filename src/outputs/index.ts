/** The registry of machine outputs. */
import { llms } from './llms.ts';
import type { Output } from './output.ts';
import { robots } from './robots.ts';
import { rss } from './rss.ts';
import { sitemap } from './sitemap.ts';
import { twins } from './twins.ts';

export const outputs: readonly Output[] = [twins, rss, sitemap, llms, robots];
