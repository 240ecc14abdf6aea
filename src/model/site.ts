/** The site: one object that every page and every output is a projection of. */
import type { SiteConfig } from './config.ts';
import type { Entry, TrustPage } from './entry.ts';
import type { Kind } from './kind.ts';
import type { Lang } from './problem.ts';
import type { Relation } from './relations.ts';
import type { Review } from './review.ts';

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
  /** Those that are read before and after `entry`, where its kind has an order to read in. */
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

/** One list of entries: all of a kind, a category or a tag. */
export interface List {
  type: 'kind' | 'category' | 'tag';
  id: string;
  path: string;
  title: string;
  lead: string;
  entries: readonly Entry[];
  /** The letter under which each entry is filed, where the list is ordered so; else none. */
  initials(): readonly string[];
}

/** The newest entries of the site, of a kind or of a tag. */
export interface Feed {
  /** Path of the page whose entries it holds; its files stand below. */
  path: string;
  title: string;
  description: string;
  /** Those whose meaning changed last come first; there is at least one. */
  entries: readonly Entry[];
  /** The day on which the first of them changed. */
  updated: string;
}
