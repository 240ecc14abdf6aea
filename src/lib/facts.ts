/** Facts by number, so that ten thousand computations can say which of them they read. */
import { Numbers } from './numbers.ts';
import { Strings } from './strings.ts';

/** All facts, as plain data. */
export interface FactNames {
  kinds: string[];
  subjects: string[];
  /** Of each fact the numbers of its kind and its subject. */
  names: Uint32Array<ArrayBuffer>;
}

export class Facts {
  readonly #kinds: Strings;
  readonly #subjects: Strings;
  readonly #names: Numbers;
  /** By the number of a kind and that of a subject. */
  readonly #numbers: number[][] = [];

  constructor({ kinds, subjects, names }: FactNames = { kinds: [], subjects: [], names: new Uint32Array() }) {
    [this.#kinds, this.#subjects, this.#names] = [new Strings(kinds), new Strings(subjects), new Numbers(names)];
    for (let at = 0; at < names.length; at += 2) (this.#numbers[names[at]!] ??= [])[names[at + 1]!] = at / 2;
  }

  /** Gives the numbers of the facts of one kind by their subject. */
  of(kind: string): (subject: string) => number {
    const of = this.#kinds.numberOf(kind);
    const numbers = (this.#numbers[of] ??= []);
    return (subject) => {
      const about = this.#subjects.numberOf(subject);
      return (numbers[about] ??= this.#add(of, about));
    };
  }

  name(fact: number): [kind: string, subject: string] {
    return [this.#kinds.list[this.#names.at(2 * fact)]!, this.#subjects.list[this.#names.at(2 * fact + 1)]!];
  }

  /** All of them, until the next one is added. */
  names(): FactNames {
    return { kinds: this.#kinds.list, subjects: this.#subjects.list, names: this.#names.array() };
  }

  #add(kind: number, subject: number): number {
    this.#names.push(kind, subject);
    return this.#names.length / 2 - 1;
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
