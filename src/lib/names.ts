/** Names by number, so that ten thousand computations can say what they read, and large files what they consist of. */
import { Numbers } from './numbers.ts';
import { Strings } from './strings.ts';

/** All names, as plain data. */
export interface PackedNames {
  kinds: string[];
  subjects: string[];
  /** Of each name the numbers of its kind and its subject. */
  pairs: Uint32Array<ArrayBuffer>;
}

/** Names that consist of a kind and a subject: a site has millions, and few of either. */
export class Names {
  readonly #kinds: Strings;
  readonly #subjects: Strings;
  readonly #pairs: Numbers;
  /** By the number of a kind and that of a subject. */
  readonly #numbers: number[][] = [];

  constructor({ kinds, subjects, pairs }: PackedNames = { kinds: [], subjects: [], pairs: new Uint32Array() }) {
    [this.#kinds, this.#subjects, this.#pairs] = [new Strings(kinds), new Strings(subjects), new Numbers(pairs)];
    for (let at = 0; at < pairs.length; at += 2) (this.#numbers[pairs[at]!] ??= [])[pairs[at + 1]!] = at / 2;
  }

  /** Gives the numbers of the names of one kind by their subject. */
  of(kind: string): (subject: string) => number {
    const of = this.#kinds.numberOf(kind);
    const numbers = (this.#numbers[of] ??= []);
    return (subject) => {
      const about = this.#subjects.numberOf(subject);
      return (numbers[about] ??= this.#add(of, about));
    };
  }

  at(number: number): [kind: string, subject: string] {
    return [this.#kinds.list[this.#pairs.at(2 * number)]!, this.#subjects.list[this.#pairs.at(2 * number + 1)]!];
  }

  /** All of them, until the next one is added. */
  packed(): PackedNames {
    return { kinds: this.#kinds.list, subjects: this.#subjects.list, pairs: this.#pairs.array() };
  }

  #add(kind: number, subject: number): number {
    this.#pairs.push(kind, subject);
    return this.#pairs.length / 2 - 1;
  }
}

/** Lists of facts that were read, one after the other: a site has millions of them. Each is known by its place, where its length stands. */
export class Reads {
  readonly #numbers: Numbers;

  /** Begins with `numbers`, all lists as others had them. */
  constructor(numbers?: Uint32Array<ArrayBuffer>) {
    this.#numbers = new Numbers(numbers);
  }

  /** Adds a list and gives its place. */
  add(facts: Iterable<number>): number {
    const place = this.#numbers.length;
    this.#numbers.push(0);
    for (const fact of facts) this.#numbers.push(fact);
    this.#numbers.set(place, this.#numbers.length - place - 1);
    return place;
  }

  /** The list at `place`, until the next one is added. */
  at(place: number): Uint32Array<ArrayBuffer> {
    return this.#numbers.array(place + 1, place + 1 + this.#numbers.at(place));
  }

  /** How many facts the list at `place` has. */
  sizeAt(place: number): number {
    return this.#numbers.at(place);
  }

  /** Whether all of the list at `place` are as `is` wants them. */
  every(place: number, is: (fact: number) => boolean): boolean {
    const end = place + this.#numbers.at(place);
    for (let at = place + 1; at <= end; at += 1) if (!is(this.#numbers.at(at))) return false;
    return true;
  }

  /** All lists, until the next one is added. */
  numbers(): Uint32Array<ArrayBuffer> {
    return this.#numbers.array();
  }
}
