/**
 * An edition that notes what is read of it (see lib/trace.ts). Every accessor notes one fact, and for each
 * there is a digest of what would be read now: as long as those are the same, a computation would make the same.
 * The settings of the site are no fact: whoever keeps results keeps them for one site.yaml.
 */
import { digest } from '#lib/hash.ts';
import type { Names } from '#lib/names.ts';
import { note } from '#lib/trace.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Site } from '#model/site.ts';
import type { Edition } from './edition.ts';

export interface TracedEdition extends Edition {
  /** A fact as it is now, or a digest of it; empty where there is none any more. */
  fact(number: number): string;
  /** The fact on which alone another one rests: while it stays the same, so does that. */
  basis(number: number): number | undefined;
}

/** Characters of what is short enough to stand for itself: most facts are a day, a state, a digest. */
const longest = 66;

type Item = Entry | TrustPage;

/** `edition`, noting by their number among `names` which facts of it are read; `picture` knows the images that were made ready for it. */
export function traceEdition(edition: Edition, names: Names, picture: Edition['picture'] = edition.picture): TracedEdition {
  const { site: bare } = edition;
  /** What each kind of fact says of its subject. */
  const says = {
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
  } satisfies Record<string, (subject: string) => string>;
  const of = Object.fromEntries(Object.keys(says).map((kind) => [kind, names.of(kind)])) as Record<keyof typeof says, (subject: string) => number>;

  const kindOf = (ref: string) => {
    const entry = bare.entry(ref);
    return entry && of.kind(entry.kind.id);
  };
  const bases: { [kind: string]: (subject: string) => number | undefined } = { beside: kindOf, after: kindOf, meaning: of.body };

  const traced = new Map<Item, Item>();
  const wrap = <Kind extends Item>(item: Kind): Kind => {
    let found = traced.get(item) as Kind | undefined;
    if (!found) traced.set(item, (found = ('kind' in item ? new TracedEntry(item, of.data(item.ref)) : new TracedPage(item, of.data(item.ref))) as Item as Kind));
    return found;
  };
  const wrapAll = <Kind extends Item>(items: readonly Kind[]): readonly Kind[] => items.map(wrap);
  const bareOf = <Kind extends Item>(item: Kind): Kind => bare.find(item.ref) as Kind;
  const refs = (items: readonly Item[]) => items.map(({ ref }) => ref).join('\n');
  const entries = wrapAll(bare.entries);
  const kinds = new Map(bare.kinds.map(({ id }) => [id, wrapAll(bare.ofKind(id))]));
  const [tombstones, pages] = [wrapAll(bare.tombstones), wrapAll(bare.pages)];

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
      return noted(of.today(''), bare.today);
    },
    get entries() {
      return noted(of.entries(''), entries);
    },
    get tombstones() {
      return noted(of.tombstones(''), tombstones);
    },
    get pages() {
      return noted(of.pages(''), pages);
    },
    get lists() {
      return noted(of.lists(''), lists);
    },
    get feeds() {
      return noted(of.feeds(''), feeds);
    },
    find: (ref) => noted(of.life(ref), wrapSome(bare.find(ref))),
    at: (path) => noted(of.at(path), wrapSome(bare.at(path))),
    entry: (ref) => noted(of.life(ref), wrapSome(bare.entry(ref))),
    ofKind: (id) => noted(of.kind(id), kinds.get(id) ?? []),
    beside: (entry) => {
      const [before, after] = bare.beside(bareOf(entry));
      return noted(of.beside(entry.ref), [wrapSome(before), wrapSome(after)] as const);
    },
    after: (entry, count) => noted(of.after(entry.ref), wrapAll(bare.after(bareOf(entry), count))),
    relations: (ref) => noted(of.relations(ref), bare.relations(ref)),
    review: (entry) => noted(of.review(entry.ref), bare.review(bareOf(entry))),
    changedOn: (entry) => noted(of.changed(entry.ref), bare.changedOn(bareOf(entry))),
  };
  const wrapSome = <Kind extends Item>(item: Kind | undefined) => item && wrap(item);
  const lists = bare.lists.map((list) => {
    const shown = wrapAll(list.entries);
    return { ...list, get entries() { return noted(of.list(list.path), shown); }, initials: () => noted(of.initials(list.path), list.initials()) };
  });
  const feeds = bare.feeds.map((feed) => {
    const shown = wrapAll(feed.entries);
    return { ...feed, get updated() { return noted(of.feed(feed.path), feed.updated); }, get entries() { return noted(of.feed(feed.path), shown); } };
  });
  const linked = wrapAll(edition.linked);

  return {
    site,
    document: (item) => noted(of.body(item.ref), edition.document(bareOf(item))),
    leads: (item) => noted(of.body(item.ref), edition.leads(bareOf(item))),
    images: (item) => noted(of.body(item.ref), edition.images(bareOf(item))),
    terms: (item) => noted(of.body(item.ref), edition.terms(bareOf(item))),
    digests: (item) => noted(of.body(item.ref), edition.digests(bareOf(item))),
    meaning: (entry) => noted(of.meaning(entry.ref), edition.meaning(bareOf(entry))),
    picture: (path) => noted(of.picture(path), picture(path)),
    inbound: (ref) => noted(of.inbound(ref), edition.inbound(ref)),
    uses: (ref) => noted(of.uses(ref), edition.uses(ref)),
    get linked() {
      return noted(of.linked(''), linked);
    },
    fact(number) {
      const [kind, subject] = names.at(number);
      const value = kind in says ? says[kind as keyof typeof says](subject) : '';
      return value.length <= longest ? value : digest(value);
    },
    basis(number) {
      const [kind, subject] = names.at(number);
      return bases[kind]?.(subject);
    },
  };
}

/** `value`, once it is written down that `fact` was read. */
function noted<Value>(fact: number, value: Value): Value {
  note(fact);
  return value;
}

/** A page with what is written in it as one fact. What never changes for a reference (slug, path, kind) is none. */
class TracedPage<Of extends Item = TrustPage> {
  readonly slug: string;
  readonly ref: string;
  readonly path: string;
  readonly #item: Of;
  readonly #fact: number;

  constructor(item: Of, fact: number) {
    this.slug = item.slug;
    this.ref = item.ref;
    this.path = item.path;
    this.#item = item;
    this.#fact = fact;
  }

  /** The page, to read what is written in it. */
  protected get read(): Of {
    return noted(this.#fact, this.#item);
  }

  get data(): Of['data'] {
    return this.read.data;
  }

  get brief(): Of['brief'] {
    return this.read.brief;
  }

  get source(): Of['source'] {
    return this.read.source;
  }
}

class TracedEntry extends TracedPage<Entry> {
  readonly kind: Entry['kind'];

  constructor(entry: Entry, fact: number) {
    super(entry, fact);
    this.kind = entry.kind;
  }

  get term(): Entry['term'] {
    return this.read.term;
  }

  get codeFiles(): Entry['codeFiles'] {
    return this.read.codeFiles;
  }
}
