/** What is to be said of entries. */
import { namesOf, type Entry } from '#model/entry.ts';
import { twinPath } from '#model/paths.ts';
import { compare } from '#model/problem.ts';
import type { Site } from '#model/site.ts';
import type { Facts } from './reference.ts';

/** The facts of an entry. Each fact is made when it is asked for: those of a large site would fill the memory. */
export class EntryFacts implements Facts {
  readonly #site: Site;
  readonly #entry: Entry;
  readonly #hashOf: (entry: Entry) => string;
  readonly redirects: string | undefined;
  readonly index: string | undefined;
  readonly crawl: string | undefined;

  constructor(site: Site, entry: Entry, { redirects }: Facts, hashOf: (entry: Entry) => string) {
    this.#site = site;
    this.#entry = entry;
    this.#hashOf = hashOf;
    this.redirects = redirects;
    ({ index: this.index, crawl: this.crawl } = forCrawlers(site));
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

/** Whether search engines may have a page that is published. */
export function forCrawlers({ config }: Site): Facts {
  return config.ai.search === 'deny' ? { index: 'noindex' } : { index: 'index', crawl: 'allowed' };
}
