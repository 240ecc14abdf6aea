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
/** Says what a fact is of a subject. */
type Say = (subject: string) => string;
type Basis = (subject: string) => number | undefined;

/** `edition`, noting by their number among `names` which facts of it are read; `picture` knows the images that were made ready for it. */
export function traceEdition(edition: Edition, names: Names, picture: Edition['picture'] = edition.picture): TracedEdition {
  const { site: bare } = edition;
  const facts = new Map<string, { say: Say; basis: Basis | undefined }>();
  /** A kind of fact. Gives its number for a subject, for readers that note it themselves. */
  const tell = (kind: string, say: Say, basis?: Basis) => {
    facts.set(kind, { say, basis });
    return names.of(kind);
  };
  /** A kind of fact that has one reader: what `read` gives of a subject, which `say` puts in words. Gives the reader. */
  const fact = <Value>(kind: string, read: (subject: string) => Value, say: (value: Value) => string) => {
    const number = tell(kind, (subject) => say(read(subject)));
    return (subject: string): Value => noted(number(subject), read(subject));
  };
  /** The same of what the site has once. */
  const factOfSite = <Value>(kind: string, value: Value, say: (value: Value) => string) => {
    const read = fact(kind, () => value, say);
    return () => read('');
  };
  /** The same of an entry or trust page. */
  const factOfItem = <Of extends Item, Value>(kind: string, read: (item: Of) => Value, say: (value: Value) => string, basis?: Basis) => {
    const number = tell(kind, ofItem((item: Of) => say(read(item))), basis);
    return (item: Of): Value => noted(number(item.ref), read(bareOf(item)));
  };
  const ofItem = <Of extends Item>(say: (item: Of) => string): Say => (ref) => {
    const item = bare.find(ref);
    return item ? say(item as Of) : '';
  };
  const bareOf = <Of extends Item>(item: Of): Of => bare.find(item.ref) as Of;

  const data = tell('data', ofItem((item) => edition.digests(item).data));
  const body = tell('body', ofItem((item) => Object.values(edition.digests(item)).join()));
  const ofBody = <Value>(read: (item: Item) => Value) => (item: Item): Value => noted(body(item.ref), read(bareOf(item)));

  const traced = new Map<Item, Item>();
  const wrap = <Of extends Item>(item: Of): Of => {
    let found = traced.get(item) as Of | undefined;
    if (!found) traced.set(item, (found = ('kind' in item ? new TracedEntry(item, data(item.ref)) : new TracedPage(item, data(item.ref))) as Item as Of));
    return found;
  };
  const wrapSome = <Of extends Item>(item: Of | undefined) => item && wrap(item);
  const wrapAll = <Of extends Item>(items: readonly Of[]): readonly Of[] => items.map(wrap);

  const life = tell('life', (ref) => (bare.entry(ref) ? 'entry' : (bare.find(ref)?.path ?? '')));
  const inKind = tell('kind', (id) => refs(bare.ofKind(id)));
  const kindOf = (ref: string) => {
    const entry = bare.entry(ref);
    return entry && inKind(entry.kind.id);
  };
  const after = tell('after', ofItem((entry: Entry) => refs(bare.after(entry, 20))), kindOf);
  const kinds = new Map(bare.kinds.map(({ id }) => [id, wrapAll(bare.ofKind(id))]));

  const listed = new Map(bare.lists.map((list) => [list.path, wrapAll(list.entries)]));
  const entriesAt = fact('list', (path) => listed.get(path) ?? [], refs);
  const initialsAt = fact('initials', (path) => bare.lists.find((list) => list.path === path)?.initials() ?? [], (initials) => initials.join(''));
  const lists = factOfSite('lists', bare.lists.map((list) => ({ ...list, get entries() { return entriesAt(list.path); }, initials: () => initialsAt(list.path) })), paths);

  const inFeed = tell('feed', (path) => bare.feeds.filter((feed) => feed.path === path).map((feed) => `${feed.updated}\n${refs(feed.entries)}`).join());
  const feeds = factOfSite('feeds', bare.feeds.map((feed) => {
    const shown = wrapAll(feed.entries);
    return { ...feed, get updated() { return noted(inFeed(feed.path), feed.updated); }, get entries() { return noted(inFeed(feed.path), shown); } };
  }), paths);

  const today = factOfSite('today', bare.today, String);
  const entries = factOfSite('entries', wrapAll(bare.entries), refs);
  const tombstones = factOfSite('tombstones', wrapAll(bare.tombstones), refs);
  const pages = factOfSite('pages', wrapAll(bare.pages), refs);
  const linked = factOfSite('linked', wrapAll(edition.linked), refs);

  const site: Site = {
    ...bare,
    get today() { return today(); },
    get entries() { return entries(); },
    get tombstones() { return tombstones(); },
    get pages() { return pages(); },
    get lists() { return lists(); },
    get feeds() { return feeds(); },
    find: (ref) => noted(life(ref), wrapSome(bare.find(ref))),
    entry: (ref) => noted(life(ref), wrapSome(bare.entry(ref))),
    at: fact('at', (path) => wrapSome(bare.at(path)), (item) => item?.ref ?? ''),
    ofKind: (id) => noted(inKind(id), kinds.get(id) ?? []),
    beside: factOfItem('beside', (entry: Entry) => {
      const [before, next] = bare.beside(entry);
      return [wrapSome(before), wrapSome(next)] as const;
    }, (both) => both.map((other) => other?.ref).join(' '), (ref) => (bare.entry(ref)?.kind.sequence === 'date' ? kindOf(ref) : undefined)),
    after: (entry, count) => noted(after(entry.ref), wrapAll(bare.after(bareOf(entry), count))),
    relations: fact('relations', bare.relations, (relations) => JSON.stringify(relations)),
    review: factOfItem('review', bare.review, (review) => Object.values(review).join(' ')),
    changedOn: factOfItem('changed', bare.changedOn, String),
  };
  return {
    site,
    document: ofBody(edition.document),
    leads: ofBody(edition.leads),
    images: ofBody(edition.images),
    terms: ofBody(edition.terms),
    digests: ofBody(edition.digests),
    meaning: factOfItem('meaning', edition.meaning, String, body),
    picture: fact('picture', picture, (found) => JSON.stringify(found)),
    inbound: fact('inbound', edition.inbound, lines),
    uses: fact('uses', edition.uses, lines),
    get linked() { return linked(); },
    fact(number) {
      const [kind, subject] = names.at(number);
      const value = facts.get(kind)?.say(subject) ?? '';
      return value.length <= longest ? value : digest(value);
    },
    basis(number) {
      const [kind, subject] = names.at(number);
      return facts.get(kind)?.basis?.(subject);
    },
  };
}

const lines = (texts: readonly string[]) => texts.join('\n');
const refs = (items: readonly Item[]) => lines(items.map(({ ref }) => ref));
const paths = (places: readonly { path: string }[]) => lines(places.map(({ path }) => path));

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
