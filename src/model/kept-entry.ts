/** Entries as they are read: their fields are in memory only for a while, since those of a large site would fill it. */
import { intern } from '#lib/intern.ts';
import type { Fact, Leaf } from '#lib/shelf.ts';
import { briefOf, internBrief, type Brief } from './brief.ts';
import type { Contract } from './contract.ts';
import type { Entry } from './entry.ts';
import type { Kind, Term } from './kind.ts';
import type { Source } from './source.ts';

/** What an entry is made of. */
interface Parts extends Pick<Entry, 'kind' | 'slug' | 'source' | 'codeFiles'> {
  fields: Fact<Contract>;
  /** Keeps what rests on the fields. */
  keep: Leaf['keep'];
}

/** An entry that reads its fields again when somebody asks for them and they are no longer held. */
export class KeptEntry implements Entry {
  readonly kind: Kind;
  readonly slug: string;
  readonly ref: string;
  readonly path: string;
  readonly brief: Brief;
  readonly source: Source;
  readonly codeFiles: Entry['codeFiles'];
  readonly #fields: Fact<Contract>;
  readonly #keep: Leaf['keep'];
  readonly #held: Held;
  #data: Contract | undefined;

  constructor({ kind, slug, source, codeFiles, fields, keep }: Parts, held: Held) {
    this.kind = kind;
    this.slug = slug;
    this.ref = intern(`${kind.id}/${slug}`);
    this.path = `/${kind.id}/${slug}/`;
    this.source = source;
    this.codeFiles = codeFiles;
    this.#fields = fields;
    this.#keep = keep;
    this.#held = held;
    held.join();
    this.brief = internBrief(keep('brief', '', () => briefOf(kind, this.data))!.value);
  }

  get data(): Contract {
    if (!this.#data) {
      this.#data = this.#fields.value;
      this.#held.add(this);
    }
    return this.#data;
  }

  get term(): Term | undefined {
    const { term } = this.kind;
    return term && this.#keep('term', '', () => term(this.data))!.value;
  }

  /** Lets go of the fields until somebody asks for them. */
  release(): void {
    this.#data = undefined;
  }
}

/**
 * The entries of a site whose fields are in memory: all of them, where there is room. Of a larger site only the last few
 * are: who goes through all of it would never find one again, and what is held for a while is dear to let go of.
 */
export class Held {
  #entries: KeptEntry[] = [];
  readonly #most: number;
  readonly #few: number;
  #next = 0;
  #all = 0;

  /** Room for `most` entries, or for `few` of more: fields take about 7 KB in memory, and 20 microseconds to be read again. */
  constructor(most = 16_384, few = 64) {
    this.#most = most;
    this.#few = few;
  }

  /** Counts an entry of the site. */
  join(): void {
    this.#all += 1;
    if (this.#all !== this.#most + 1) return;
    for (const entry of this.#entries) entry.release();
    [this.#entries, this.#next] = [[], 0];
  }

  /** Adds an entry; the one that was added longest ago makes room. */
  add(entry: KeptEntry): void {
    this.#entries[this.#next]?.release();
    this.#entries[this.#next] = entry;
    this.#next = (this.#next + 1) % (this.#all > this.#most ? this.#few : this.#most);
  }
}
