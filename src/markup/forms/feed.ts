/** An entry as feeds carry it: the same item, whatever the format. */
import { toTimestamp } from '#lib/date.ts';
import { prosePlain } from '#lib/prose.ts';
import { rememberFor } from '#lib/trace.ts';
import type { Entry } from '#model/entry.ts';
import { words } from '#model/words/index.ts';
import type { Edition } from '../edition.ts';
import { entryHtml } from './html.ts';

export interface FeedItem {
  /** Canonical address, and the item's id in every format. */
  url: string;
  title: string;
  published: Date;
  /** When its meaning last changed. */
  changed: Date;
  /** Plain text, one statement a line: the short answer, whether it is overdue, where it holds. */
  summary: string;
  /** The whole entry, with absolute addresses. */
  html: string;
  /** Labels of its category and its tags. */
  topics: string[];
}

/** The item for `entry`, made once an edition: an entry stands in up to three formats of several feeds. */
export function feedItem(edition: Edition, entry: Entry): FeedItem {
  return itemsOf(edition)(entry);
}

/** Only what stands in a feed, so at most a hundred for each kind and tag. */
const itemsOf = rememberFor((edition: Edition) => rememberFor((entry: Entry) => makeItem(edition, entry)));

/** `day` (`YYYY-MM-DD`) as feeds date things: its midnight, UTC. */
export function dateOf(day: string): Date {
  return new Date(toTimestamp(day));
}

function makeItem(edition: Edition, entry: Entry): FeedItem {
  const { site } = edition;
  const { data } = entry;
  const { categories, tags } = site.config;
  const labels = [categories.find(({ id }) => id === data.category)!, ...(data.tags ?? []).map((tag) => tags.find(({ id }) => id === tag)!)].map(({ label }) => label);
  return {
    url: site.url(entry.path),
    title: data.title,
    published: dateOf(data.published),
    changed: dateOf(site.changedOn(entry)),
    summary: summaryOf(edition, entry),
    html: entryHtml(edition, entry),
    topics: [...new Set(labels)],
  };
}

/** The short answer never travels without its boundaries. */
function summaryOf({ site }: Edition, entry: Entry): string {
  const { shortAnswer, boundaries } = entry.data;
  const say = words[site.lang];
  const { due, state } = site.review(entry);
  const lines = (label: string, cases: readonly string[]) => cases.map((text) => `${label}${say.colon}${prosePlain(text)}`);
  return [
    shortAnswer,
    ...(state === 'overdue' ? [say.overdueNote(due)] : []),
    ...lines(say.appliesTo, boundaries.appliesTo),
    ...lines(say.notFor, boundaries.notFor),
  ].join('\n');
}
