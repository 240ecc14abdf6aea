/** Following all links of a site to other sites, and remembering for some days which of them open. */
import { join } from 'node:path';
import { digest } from '#lib/hash.ts';
import { openPack, type Pack } from '#lib/pack.ts';
import { cacheDir } from '../project.ts';
import type { ExternalLink } from './collect.ts';
import { eachHost, makeTurns } from './turns.ts';
import { visit, type Means, type Outcome } from './visit.ts';

/** A link that was followed, now or some days ago. */
export type Followed = ExternalLink & Outcome;

/** A result, and when it was found, in milliseconds since 1970. */
export interface Kept {
  at: number;
  outcome: Outcome;
}

/** How many hosts are asked at a time. */
const mostHosts = 8;
/** How long a link that opens is taken to open, in milliseconds. What did not open is asked for each time. */
const keptFor = 7 * 86_400_000;

export const patience = { attempts: 3, timeout: 15_000, longest: 60_000, wait: (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time)), now: Date.now };

/** The links that were found to open. */
export const openLinkMemory = () => openPack<Kept>(join(cacheDir, 'links'), '1');

/** Follows `links`, and gives them in their order with what came of it. */
export async function followLinks(links: readonly ExternalLink[], means: Omit<Means, 'inTurn'>, memory: Pack<Kept>): Promise<Followed[]> {
  const outcomes = new Map<string, Outcome>();
  const polite: Means = { ...means, inTurn: makeTurns() };
  for (const { url } of links) {
    const known = memory.get(digest(url));
    if (known && means.now() - known.at < keptFor) outcomes.set(url, known.outcome);
  }
  await eachHost(links.filter(({ url }) => !outcomes.has(url)), mostHosts, async ({ url }) => {
    const outcome = await visit(url, polite);
    outcomes.set(url, outcome);
    if (outcome.state === 'ok' || outcome.state === 'moved') memory.set(digest(url), { at: means.now(), outcome });
  });
  memory.save();
  return links.map((link) => ({ ...link, ...outcomes.get(link.url)! }));
}
