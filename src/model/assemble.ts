/** Making the site of its parts: what belongs together finds each other, once. */
import { sortByInitial } from '#lib/initial.ts';
import { once } from '#lib/once.ts';
import { basePath, encodePath } from '#lib/url.ts';
import type { SiteConfig } from './config.ts';
import { filedAs, type Entry, type TrustPage } from './entry.ts';
import { feedsOf } from './feeds.ts';
import type { Kind } from './kind.ts';
import { listsOf } from './paths.ts';
import { compare, langOf } from './problem.ts';
import { relate as relateAnew } from './relations.ts';
import { reviewOf, type Review } from './review.ts';
import { sequencesOf } from './sequence.ts';
import type { Site } from './site.ts';

/** What `assembleSite` needs. `url` overrides the address in `config`. */
export interface SiteParts {
  config: SiteConfig;
  kinds: readonly Kind[];
  /** Those to be shown: drafts are not. */
  entries: readonly Entry[];
  pages: readonly TrustPage[];
  today: string;
  url?: string | undefined;
  /** The day on which the meaning of an entry last changed; without it, the editors' own `updated`. */
  changedOn?: ((entry: Entry) => string) | undefined;
  /** Relates entries as `relate` of relations.ts does. */
  relate?: typeof relateAnew;
}

/** The site made of sound parts: references resolve, ids are declared. */
export function assembleSite({ config: written, kinds, entries: alive, pages, today, url, changedOn = ({ brief }) => brief.updated, relate = relateAnew }: SiteParts): Site {
  const config = url ? { ...written, url } : written;
  const { origin } = new URL(config.url);
  const base = basePath(config.url);
  const href = (path: string) => encodePath(base + path);
  const byKind = new Map(kinds.map((kind) => [kind.id, inOrder(kind, alive.filter((entry) => entry.kind === kind && !entry.brief.supersededBy))]));
  const entries = [...byKind.values()].flat();
  const byRef = new Map<string, Entry | TrustPage>([...alive, ...pages].map((item) => [item.ref, item]));
  const byPath = once(() => new Map([...byRef.values()].map((item) => [item.path, item])));
  const living = new Map(entries.map((entry) => [entry.ref, entry]));
  const relations = once(() => relate(entries));
  const reviews = new Map<string, Review>();
  const places = once(() => new Map([...byKind.values()].flatMap((list) => list.map((entry, index) => [entry.ref, { list, index }] as const))));
  const sequences = once(() => sequencesOf(kinds, byKind, living));
  const lists = once(() => listsOf(site));
  const feeds = once(() => feedsOf(site));
  const site: Site = {
    config,
    lang: langOf(config.language),
    today,
    base,
    kinds,
    entries,
    tombstones: alive.filter(({ brief }) => brief.supersededBy).sort((a, b) => compare(a.ref, b.ref)),
    pages: [...pages].sort((a, b) => compare(a.ref, b.ref)),
    find: (ref) => byRef.get(ref),
    at: (path) => byPath().get(path),
    entry: (ref) => living.get(ref),
    ofKind: (kind) => byKind.get(kind) ?? [],
    beside({ ref }) {
      const place = sequences().get(ref);
      return place ? [place.list[place.index - 1], place.list[place.index + 1]] : [undefined, undefined];
    },
    after(entry, count) {
      const { list, index } = places().get(entry.ref)!;
      return Array.from({ length: Math.min(count, list.length - 1) }, (_, step) => list[(index + 1 + step) % list.length]!);
    },
    get lists() {
      return lists();
    },
    get feeds() {
      return feeds();
    },
    relations: (ref) => relations().get(ref) ?? [],
    review({ ref, brief }) {
      let review = reviews.get(ref);
      if (!review) reviews.set(ref, (review = reviewOf(brief, config, today)));
      return review;
    },
    changedOn,
    href,
    url: (path) => origin + href(path),
  };
  return site;
}

/** The entries of `kind` as its lists show them; the reference settles what is equal, so that the order never depends on the disk. */
function inOrder(kind: Kind, entries: readonly Entry[]): Entry[] {
  const byRef = entries.toSorted((a, b) => compare(a.ref, b.ref));
  if (kind.order === 'initial') return sortByInitial(byRef, filedAs);
  // There are fewer days than entries to be sorted.
  return [...Map.groupBy(byRef, ({ brief }) => brief.published)].sort(([a], [b]) => compare(b, a)).flatMap(([, sameDay]) => sameDay);
}
