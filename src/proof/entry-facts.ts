/** What is to be said of entries. */
import { namesOf, type Entry } from '#model/entry.ts';
import { categoryPath, homePath, kindPath, twinPath } from '#model/paths.ts';
import { compare } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import { resolveTarget } from '#model/target.ts';
import { words } from '#model/words/index.ts';
import type { Facts } from './reference.ts';

/** The facts of an entry. Each fact is made when it is asked for: those of a large site would fill the memory. */
export class EntryFacts implements Facts {
  readonly #site: Site;
  readonly #entry: Entry;
  readonly #hashOf: (entry: Entry) => string;
  readonly redirects: string | undefined;

  constructor(site: Site, entry: Entry, { redirects }: Facts, hashOf: (entry: Entry) => string) {
    this.#site = site;
    this.#entry = entry;
    this.#hashOf = hashOf;
    this.redirects = redirects;
  }

  get index(): string | undefined {
    return ofSite(this.#site).index;
  }

  get crawl(): string | undefined {
    return ofSite(this.#site).crawl;
  }

  get identity(): string | undefined {
    return ofSite(this.#site).identity;
  }

  get nextSteps(): string {
    return this.#entry.data.nextSteps.map(({ text, to }) => (to === undefined ? text : `${text} → ${resolveTarget(this.#site, to).url}`)).join('\n');
  }

  get trail(): string {
    const { kind, brief, path } = this.#entry;
    const category = categoryOf(this.#site, this.#entry);
    return trailOf(this.#site, [kind.labels[this.#site.lang].many, kindPath(kind.id)], [category.label, categoryPath(category.id)], [brief.title, path]);
  }

  get url(): string {
    return this.#site.url(this.#entry.path);
  }

  get twin(): string {
    return this.#site.url(twinPath(this.#entry.path));
  }

  get id(): string {
    return this.#entry.ref;
  }

  get title(): string {
    return this.#entry.brief.title;
  }

  get description(): string {
    return this.#entry.data.description;
  }

  get question(): string {
    return this.#asked[0] ?? '';
  }

  get answer(): string {
    return this.#entry.data.shortAnswer;
  }

  get appliesTo(): string {
    return this.#boundaries.appliesTo.join('\n');
  }

  get notFor(): string {
    return this.#boundaries.notFor.join('\n');
  }

  get neverShare(): string {
    return this.#boundaries.neverShare?.join('\n') ?? '';
  }

  get limit(): string {
    return this.#boundaries.notFor[0]!;
  }

  get published(): string {
    return this.#entry.brief.published;
  }

  get updated(): string {
    return this.#site.changedOn(this.#entry);
  }

  get checked(): string {
    return this.#review.checked;
  }

  get due(): string {
    return this.#review.due;
  }

  get state(): string {
    return this.#review.state;
  }

  get overdue(): string {
    return this.#review.state === 'overdue' ? 'yes' : 'no';
  }

  get phrasings(): string {
    const { data } = this.#entry;
    return [...new Set([data.title, ...this.#asked, ...namesOf(this.#entry), ...(data.aliases ?? [])])].sort(compare).join('\n');
  }

  get relations(): string {
    return this.#site.relations(this.#entry.ref).map(({ to, as }) => `${as} ${to}`).sort(compare).join('\n');
  }

  get hash(): string {
    return this.#hashOf(this.#entry);
  }

  get #asked(): readonly string[] {
    return this.#entry.kind.phrasings?.(this.#entry.data) ?? [];
  }

  get #boundaries(): Entry['data']['boundaries'] {
    return this.#entry.data.boundaries;
  }

  get #review(): ReturnType<Site['review']> {
    return this.#site.review(this.#entry);
  }
}

/** What is the same on every page that is published: whether search engines may have it, and who publishes it. */
export function ofSite({ config: { ai, name, description, publisher } }: Site): Facts {
  const identity = [publisher.name, publisher.url ?? '', name, description].join('\n');
  return ai.search === 'deny' ? { index: 'noindex', identity } : { index: 'index', crawl: 'allowed', identity };
}

/** The category in which an entry stands. */
export function categoryOf({ config }: Site, { brief }: Entry): Site['config']['categories'][number] {
  return config.categories.find(({ id }) => id === brief.category)!;
}

/** The way from home through `crumbs` to a page, one a line. */
export function trailOf(site: Site, ...crumbs: readonly (readonly [text: string, path: string])[]): string {
  return [[words[site.lang].home, homePath] as const, ...crumbs].map(([text, path], index) => `${index + 1} ${text} ${site.url(path)}`).join('\n');
}
