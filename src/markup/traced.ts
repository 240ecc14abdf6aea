/**
 * An edition that notes what is read of it (see lib/trace.ts). Every accessor notes one fact by name, and for each
 * name there is a digest of what would be read now: as long as those are the same, a computation would make the same.
 * The settings of the site are no fact: whoever keeps results keeps them for one site.yaml.
 */
import { digest } from '#lib/hash.ts';
import { note } from '#lib/trace.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Site } from '#model/site.ts';
import type { Edition } from './edition.ts';

export interface TracedEdition extends Edition {
  /** The fact `name` as it is now, or a digest of it. Names that no accessor gives are empty. */
  fact(name: string): string;
}

/** Characters of what is short enough to stand for itself: most facts are a day, a state, a digest. */
const longest = 66;

type Item = Entry | TrustPage;

/** `edition`, noting what is read of it; `picture` knows the images that were made ready for it. */
export function traceEdition(edition: Edition, picture: Edition['picture'] = edition.picture): TracedEdition {
  const { site: bare } = edition;
  const traced = new Map<Item, Item>();
  const wrap = <Kind extends Item>(item: Kind): Kind => {
    let found = traced.get(item) as Kind | undefined;
    if (!found) traced.set(item, (found = traceItem(item)));
    return found;
  };
  const wrapAll = <Kind extends Item>(items: readonly Kind[]): readonly Kind[] => items.map(wrap);
  const bareOf = <Kind extends Item>(item: Kind): Kind => bare.find(item.ref) as Kind;
  const refs = (items: readonly Item[]) => items.map(({ ref }) => ref).join('\n');
  const entries = wrapAll(bare.entries);
  const kinds = new Map(bare.kinds.map(({ id }) => [id, wrapAll(bare.ofKind(id))]));
  const [tombstones, pages] = [wrapAll(bare.tombstones), wrapAll(bare.pages)];

  /** What each kind of fact says of its subject. */
  const facts: Record<string, (subject: string) => string> = {
    data: (ref) => withItem(ref, (item) => edition.digests(item).data),
    body: (ref) => withItem(ref, (item) => Object.values(edition.digests(item)).join()),
    life: (ref) => (bare.entry(ref) ? 'entry' : (bare.find(ref)?.path ?? '')),
    at: (path) => bare.at(path)?.ref ?? '',
    review: (ref) => withEntry(ref, (entry) => Object.values(bare.review(entry)).join(' ')),
    changed: (ref) => withEntry(ref, (entry) => bare.changedOn(entry)),
    meaning: (ref) => withEntry(ref, (entry) => edition.meaning(entry)),
    relations: (ref) => JSON.stringify(bare.relations(ref)),
    picture: (path) => JSON.stringify(picture(path)),
    inbound: (ref) => edition.inbound(ref).join('\n'),
    uses: (ref) => edition.uses(ref).join('\n'),
    beside: (ref) => withEntry(ref, (entry) => bare.beside(entry).map((other) => other?.ref).join(' ')),
    after: (ref) => withEntry(ref, (entry) => refs(bare.after(entry, 20))),
    kind: (id) => refs(bare.ofKind(id)),
    list: (path) => refs(bare.lists.find((list) => list.path === path)?.entries ?? []),
    initials: (path) => bare.lists.find((list) => list.path === path)?.initials().join('') ?? '',
    feed: (path) => bare.feeds.filter((feed) => feed.path === path).map((feed) => `${feed.updated}\n${refs(feed.entries)}`).join(),
    lists: () => bare.lists.map(({ path }) => path).join('\n'),
    feeds: () => bare.feeds.map(({ path }) => path).join('\n'),
    entries: () => refs(bare.entries),
    tombstones: () => refs(bare.tombstones),
    pages: () => refs(bare.pages),
    linked: () => refs(edition.linked),
    today: () => bare.today,
  };
  const withItem = (ref: string, say: (item: Item) => string) => {
    const item = bare.find(ref);
    return item ? say(item) : '';
  };
  const withEntry = (ref: string, say: (entry: Entry) => string) => {
    const item = bare.find(ref);
    return item && 'kind' in item ? say(item) : '';
  };

  const site: Site = {
    ...bare,
    get today() {
      return noted('today', bare.today);
    },
    get entries() {
      return noted('entries', entries);
    },
    get tombstones() {
      return noted('tombstones', tombstones);
    },
    get pages() {
      return noted('pages', pages);
    },
    get lists() {
      return noted('lists', lists);
    },
    get feeds() {
      return noted('feeds', feeds);
    },
    find: (ref) => noted(`life ${ref}`, wrapSome(bare.find(ref))),
    at: (path) => noted(`at ${path}`, wrapSome(bare.at(path))),
    entry: (ref) => noted(`life ${ref}`, wrapSome(bare.entry(ref))),
    ofKind: (id) => noted(`kind ${id}`, kinds.get(id) ?? []),
    beside: (entry) => {
      const [before, after] = bare.beside(bareOf(entry));
      return noted(`beside ${entry.ref}`, [wrapSome(before), wrapSome(after)] as const);
    },
    after: (entry, count) => noted(`after ${entry.ref}`, wrapAll(bare.after(bareOf(entry), count))),
    relations: (ref) => noted(`relations ${ref}`, bare.relations(ref)),
    review: (entry) => noted(`review ${entry.ref}`, bare.review(bareOf(entry))),
    changedOn: (entry) => noted(`changed ${entry.ref}`, bare.changedOn(bareOf(entry))),
  };
  const wrapSome = <Kind extends Item>(item: Kind | undefined) => item && wrap(item);
  const lists = bare.lists.map((list) => {
    const shown = wrapAll(list.entries);
    return { ...list, get entries() { return noted(`list ${list.path}`, shown); }, initials: () => noted(`initials ${list.path}`, list.initials()) };
  });
  const feeds = bare.feeds.map((feed) => {
    const shown = wrapAll(feed.entries);
    return { ...feed, get updated() { return noted(`feed ${feed.path}`, feed.updated); }, get entries() { return noted(`feed ${feed.path}`, shown); } };
  });
  const linked = wrapAll(edition.linked);

  return {
    site,
    document: (item) => noted(`body ${item.ref}`, edition.document(bareOf(item))),
    leads: (item) => noted(`body ${item.ref}`, edition.leads(bareOf(item))),
    terms: (item) => noted(`body ${item.ref}`, edition.terms(bareOf(item))),
    digests: (item) => noted(`body ${item.ref}`, edition.digests(bareOf(item))),
    meaning: (entry) => noted(`meaning ${entry.ref}`, edition.meaning(bareOf(entry))),
    picture: (path) => noted(`picture ${path}`, picture(path)),
    inbound: (ref) => noted(`inbound ${ref}`, edition.inbound(ref)),
    uses: (ref) => noted(`uses ${ref}`, edition.uses(ref)),
    get linked() {
      return noted('linked', linked);
    },
    fact(name) {
      const [kind = '', subject = ''] = name.split(' ', 2);
      const value = facts[kind]?.(subject) ?? '';
      return value.length <= longest ? value : digest(value);
    },
  };
}

/** `value`, once it is written down that `name` was read. */
function noted<Value>(name: string, value: Value): Value {
  note(name);
  return value;
}

/** `item` with its fields and its code as one fact. What never changes for a reference (slug, path, kind) is none. */
function traceItem<Kind extends Item>(item: Kind): Kind {
  const fact = `data ${item.ref}`;
  return Object.defineProperties({ ...item }, Object.fromEntries(['data', 'source', 'codeFiles'].filter((name) => name in item).map((name) => [name, { get: () => noted(fact, item[name as keyof Kind]), enumerable: true }])));
}
