/** The site as facts: what every surface is held against. It is made from the content alone, and knows no output. */
import { digest } from '#lib/hash.ts';
import { once } from '#lib/once.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import { homePath, listPagePath, machinesPath, pageCount, pageSize, twinPath } from '#model/paths.ts';
import { compare } from '#model/problem.ts';
import { redirectsOf } from '#model/redirects.ts';
import type { List, Site } from '#model/site.ts';
import { categoryOf, EntryFacts, ofSite, trailOf } from './entry-facts.ts';

/** What can be said of an entry or page, always as one text: lists have an item a line. */
export const fields = [
  'url', 'twin', 'id', 'title', 'description', 'question',
  'answer', 'appliesTo', 'notFor', 'neverShare', 'limit',
  'published', 'updated', 'checked', 'due', 'state', 'overdue',
  'phrasings', 'relations', 'redirects', 'hash', 'index', 'crawl', 'links', 'identity', 'claims', 'trail', 'nextSteps',
] as const;
export type Field = (typeof fields)[number];

/** What is said of one entry or page; a field that is missing or undefined has nothing to say. */
export type Facts = { [Name in Field]?: string | undefined };

/** What a subject is: drafts must show nowhere, and superseded entries nowhere but on a short page. */
export type Role = 'entry' | 'tombstone' | 'trust' | 'hub' | 'list' | 'draft';

/** An entry or page, and the facts of it. */
export interface Subject {
  url: string;
  path: string;
  role: Role;
  /** What took the place of a tombstone. */
  successor?: Subject | undefined;
  /** Stands for everything that its facts are made of: as long as it is the same, so are they. */
  readonly key: string;
  readonly facts: Facts;
}

/** A page of a list, with the entries that it shows in their order. */
export interface ListPage {
  subject: Subject;
  shows: readonly Subject[];
}

/** Everything that surfaces may speak of. */
export interface Reference {
  site: Site;
  entries: readonly Subject[];
  tombstones: readonly Subject[];
  trust: readonly Subject[];
  /** Home and the page for machines. */
  hubs: readonly Subject[];
  lists: readonly ListPage[];
  drafts: readonly Subject[];
  /** The entries, those whose meaning changed last first. */
  newest(): readonly Subject[];
  /** Entries and tombstones that stood elsewhere before. */
  moved: readonly Subject[];
  /** Whatever has a page. */
  all: readonly Subject[];
  /** The place of a subject in `all`. */
  numberOf(subject: Subject): number;
  /** The subject of an entry, tombstone or trust page. */
  of(item: Entry | TrustPage): Subject;
  /** Whatever stands at an address, absolute or as pages print it: a page, or the page whose twin it is. */
  at(url: string): Subject | undefined;
}

/**
 * The facts of `site`. `drafts` are entries that must show nowhere. `hashOf` is the hash of an entry's meaning, `digestOf`
 * stands for everything that stands in the file of an entry or page.
 */
export function makeReference(site: Site, drafts: readonly Entry[], hashOf: (entry: Entry) => string, digestOf: (item: Entry | TrustPage) => string): Reference {
  const redirects = Map.groupBy(redirectsOf(site), ({ entry }) => entry);
  const days = new Map(site.entries.map((entry) => [entry, site.changedOn(entry)]));
  const known = new Map<Entry | TrustPage, Subject>();
  const common = JSON.stringify(ofSite(site));
  const keep = (item: Entry | TrustPage, role: Role, key: () => string[], facts: () => Facts, successor?: Subject) => {
    const subject = makeSubject(site, role, item.path, () => [digestOf(item), common, ...key()], facts, successor);
    known.set(item, subject);
    return subject;
  };
  const redirectsTo = (entry: Entry): Facts => {
    const from = redirects.get(entry);
    return from ? { redirects: from.map((redirect) => redirect.from).sort(compare).join('\n') } : {};
  };
  const said: Said = { site, common, digestOf, hashOf, dayOf: (entry) => days.get(entry)!, redirectsTo };
  const entries = site.entries.map((entry) => {
    const subject = new EntrySubject(entry, said);
    known.set(entry, subject);
    return subject;
  });
  const trust = site.pages.map((page) => keep(page, 'trust', () => [], () => trustFacts(site, page)));
  const tombstones = site.tombstones.map((entry) => {
    const { title, description, supersededBy } = entry.data;
    return keep(entry, 'tombstone', () => [], () => ({ title, description, index: 'noindex', ...redirectsTo(entry) }), known.get(site.find(supersededBy!.to)!));
  });
  const hubs = [homePath, machinesPath].map((path) => pageOf(site, 'hub', path, latest(days.values()), siteFacts(site)));
  const lists = site.lists.flatMap((list) => listPagesOf(site, list, latest(list.entries.map((entry) => days.get(entry)!)), (entry) => known.get(entry)!));
  const hidden = drafts.map((entry) => makeSubject(site, 'draft', entry.path, () => [], () => ({ title: entry.data.title, answer: entry.data.shortAnswer })));
  const all = [...hubs, ...lists.map((list) => list.subject), ...tombstones, ...trust, ...entries];
  const byHref = new Map([...hidden, ...all].map((subject) => [site.href(subject.path), subject]));
  const { origin } = new URL(site.config.url);
  const at = (url: string) => {
    const href = url.startsWith(origin) ? url.slice(origin.length) : url;
    return byHref.get(href.endsWith('.md') ? `${href.slice(0, -3)}/` : href);
  };
  const numbers = once(() => new Map(all.map((subject, number) => [subject, number])));
  const moved = [...site.entries, ...site.tombstones].filter((entry) => redirects.has(entry)).map((entry) => known.get(entry)!);
  const newest = once(() => newestFirst(days).map((entry) => known.get(entry)!));
  return { site, entries, tombstones, trust, hubs, lists, drafts: hidden, moved, all, numberOf: (subject) => numbers().get(subject)!, newest, of: (item) => known.get(item)!, at };
}

/** What is said of entries, whichever. */
interface Said {
  site: Site;
  /** Stands for what the site says on every page. */
  common: string;
  digestOf(entry: Entry): string;
  hashOf(entry: Entry): string;
  /** The day on which its meaning last changed. */
  dayOf(entry: Entry): string;
  redirectsTo(entry: Entry): Facts;
}

/** An entry that has a page. A large site has hundreds of thousands, so each holds little. */
class EntrySubject implements Subject {
  readonly role = 'entry';
  readonly path: string;
  readonly #entry: Entry;
  readonly #said: Said;
  #key: string | undefined;
  #facts: Facts | undefined;

  constructor(entry: Entry, said: Said) {
    this.path = entry.path;
    this.#entry = entry;
    this.#said = said;
  }

  get url(): string {
    return this.#said.site.url(this.path);
  }

  get key(): string {
    return (this.#key ??= sealOf(this.role, this.#basis()));
  }

  get facts(): Facts {
    const { site, hashOf, redirectsTo } = this.#said;
    return (this.#facts ??= new EntryFacts(site, this.#entry, redirectsTo(this.#entry), hashOf));
  }

  #basis(): string[] {
    const { site, common, digestOf, dayOf } = this.#said;
    const entry = this.#entry;
    return [digestOf(entry), common, categoryOf(site, entry).label, dayOf(entry), ...Object.values(site.review(entry)), ...site.relations(entry.ref).map(({ as, to }) => `${as} ${to}`)];
  }
}

/** Stands for everything that facts are made of. */
function sealOf(role: Role, basis: readonly string[]): string {
  return digest([role, ...basis].join('\n'));
}

/** Something at `path` that `facts` can be said of. They are made when one of them is asked for: after an edit few are. */
export function makeSubject(site: Site, role: Role, path: string, key: () => string[], facts: () => Facts, successor?: Subject): Subject {
  const made = once(facts);
  const sealed = once(() => sealOf(role, key()));
  return {
    url: site.url(path),
    path,
    role,
    successor,
    get key() {
      return sealed();
    },
    get facts() {
      return made();
    },
  };
}

/** The entries, those whose meaning changed last first: `days` tells when. */
function newestFirst(days: ReadonlyMap<Entry, string>): Entry[] {
  return Array.from(days, ([entry, updated]) => ({ entry, ref: entry.ref, updated, published: entry.brief.published }))
    .sort((a, b) => compare(b.updated, a.updated) || compare(b.published, a.published) || compare(a.ref, b.ref))
    .map(({ entry }) => entry);
}

function trustFacts(site: Site, { path, data }: TrustPage): Facts {
  const { title, description, updated } = data;
  return { url: site.url(path), twin: site.url(twinPath(path)), title, description, answer: description, updated, overdue: 'no', trail: trailOf(site, [title, path]), ...ofSite(site) };
}

function listPagesOf(site: Site, list: List, updated: string, subjectOf: (entry: Entry) => Subject): ListPage[] {
  return Array.from({ length: pageCount(list.entries) }, (_, index) => ({
    subject: pageOf(site, 'list', listPagePath(list.path, index + 1), updated),
    shows: list.entries.slice(index * pageSize, (index + 1) * pageSize).map(subjectOf),
  }));
}

/** Who publishes the site, and what may be stated of them. */
function siteFacts({ config: { publisher } }: Site): Facts {
  return {
    claims: publisher.facts.map(({ statement, source, checked }) => [statement, source, checked].join(' | ')).join('\n'),
  };
}

function latest(days: Iterable<string>): string {
  let last = '';
  for (const day of days) if (day > last) last = day;
  return last;
}

/** A page that lists entries, which last changed when one of them did. */
function pageOf(site: Site, role: Role, path: string, updated: string, more: Facts = {}): Subject {
  const facts: Facts = { url: site.url(path), updated, ...ofSite(site), ...more };
  return makeSubject(site, role, path, () => [JSON.stringify(facts)], () => facts);
}
