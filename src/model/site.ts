/** The site: one object that every page and every output is a projection of. */
import { sortByInitial } from '#lib/initial.ts';
import { basePath, encodePath } from '#lib/url.ts';
import type { SiteConfig } from './config.ts';
import type { Entry, TrustPage } from './entry.ts';
import { compare, langOf, type Lang } from './problem.ts';
import { relate, type Relation } from './relations.ts';
import { reviewOf, type Review } from './review.ts';
import { feedsOf, type Feed } from './feeds.ts';
import type { Kind } from './kind.ts';
import { listsOf, type List } from './paths.ts';

export interface Site {
  config: SiteConfig;
  /** Language in which the site's own interface speaks. */
  lang: Lang;
  /** The day for which review states hold, `YYYY-MM-DD`. */
  today: string;
  /** Path below which the site lives, without a slash at its end: empty at the top of a host. */
  base: string;
  kinds: readonly Kind[];
  /** Published entries in the order of their kinds, each kind in its own order. Drafts are not among them. */
  entries: readonly Entry[];
  /** Superseded entries: they keep a short page that points to the successor and are in nothing else. */
  tombstones: readonly Entry[];
  pages: readonly TrustPage[];
  /** The entry, tombstone or trust page that a reference names. */
  find(ref: string): Entry | TrustPage | undefined;
  /** The entry, tombstone or trust page at a path. */
  at(path: string): Entry | TrustPage | undefined;
  entry(ref: string): Entry | undefined;
  ofKind(kind: string): readonly Entry[];
  /** The next `count` entries of the same kind after `entry`, going round at the end, without itself. */
  after(entry: Entry, count: number): readonly Entry[];
  /** Those before and after `entry` in the order of its kind. */
  beside(entry: Entry): readonly [before: Entry | undefined, after: Entry | undefined];
  /** The lists that have something to show, in the order of site.yaml. */
  readonly lists: readonly List[];
  /** The feeds, the site's own first. A site without entries has none. */
  readonly feeds: readonly Feed[];
  relations(ref: string): readonly Relation[];
  review(entry: Entry): Review;
  /**
   * The day on which the meaning of an entry last changed: what every surface calls updated. It is the editors' own
   * `updated` unless the ledger knows better: formatting never moves it, and a review shows as the day of a check.
   */
  changedOn(entry: Entry): string;
  /** Address of a path of the site as its own pages print it: below the base, without the host. */
  href(path: string): string;
  /** Absolute canonical address of a path of the site. */
  url(path: string): string;
}

/** What `assembleSite` needs. `url` overrides the address in `config`. */
export interface SiteParts {
  config: SiteConfig;
  kinds: readonly Kind[];
  entries: readonly Entry[];
  pages: readonly TrustPage[];
  today: string;
  url?: string | undefined;
  /** The day on which the meaning of an entry last changed; without it, the editors' own `updated`. */
  changedOn?: ((entry: Entry) => string) | undefined;
}

/** The site made of sound parts: references resolve, ids are declared. */
export function assembleSite({ config: written, kinds, entries: all, pages, today, url, changedOn = ({ data }) => data.updated }: SiteParts): Site {
  const config = url ? { ...written, url } : written;
  const alive = all.filter(({ data }) => !data.draft);
  const { origin } = new URL(config.url);
  const base = basePath(config.url);
  const href = (path: string) => encodePath(base + path);
  const byKind = new Map(kinds.map((kind) => [kind.id, inOrder(kind, alive.filter((entry) => entry.kind === kind && !entry.data.supersededBy))]));
  const entries = [...byKind.values()].flat();
  const byRef = new Map<string, Entry | TrustPage>([...alive, ...pages].map((item) => [item.ref, item]));
  const byPath = new Map([...byRef.values()].map((item) => [item.path, item]));
  const living = new Map(entries.map((entry) => [entry.ref, entry]));
  const relations = relate(entries);
  const reviews = new Map(entries.map((entry) => [entry.ref, reviewOf(entry.data, config, today)]));
  const places = new Map([...byKind.values()].flatMap((list) => list.map((entry, index) => [entry.ref, { list, index }] as const)));
  let lists: List[] | undefined;
  let feeds: Feed[] | undefined;
  const site: Site = {
    config,
    lang: langOf(config.language),
    today,
    base,
    kinds,
    entries,
    tombstones: alive.filter(({ data }) => data.supersededBy).sort((a, b) => compare(a.ref, b.ref)),
    pages: [...pages].sort((a, b) => compare(a.ref, b.ref)),
    find: (ref) => byRef.get(ref),
    at: (path) => byPath.get(path),
    entry: (ref) => living.get(ref),
    ofKind: (kind) => byKind.get(kind) ?? [],
    beside({ ref }) {
      const { list, index } = places.get(ref)!;
      return [list[index - 1], list[index + 1]];
    },
    after(entry, count) {
      const { list, index } = places.get(entry.ref)!;
      return Array.from({ length: Math.min(count, list.length - 1) }, (_, step) => list[(index + 1 + step) % list.length]!);
    },
    get lists() {
      return (lists ??= listsOf(site));
    },
    get feeds() {
      return (feeds ??= feedsOf(site));
    },
    relations: (ref) => relations.get(ref) ?? [],
    review: (entry) => reviews.get(entry.ref) ?? reviewOf(entry.data, config, today),
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
  return byRef.sort((a, b) => compare(b.data.published, a.data.published));
}

/** The name under which `entry` is filed where its kind is ordered by initial. */
export function filedAs({ kind, data }: Entry): string {
  return kind.filedAs?.(data) ?? data.title;
}
