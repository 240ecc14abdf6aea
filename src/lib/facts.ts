/** Facts by number, so that ten thousand computations can say which of them they read. */
import { Numbers } from './numbers.ts';
import { Strings } from './strings.ts';

export class Facts {
  readonly #kinds = new Strings();
  readonly #subjects = new Strings();
  /** Of each fact the numbers of its kind and its subject. */
  readonly #names = new Numbers();
  /** By the number of a kind and that of a subject. */
  readonly #numbers: number[][] = [];

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

  #add(kind: number, subject: number): number {
    this.#names.push(kind, subject);
    return this.#names.length / 2 - 1;
  }
}

/** Lists of facts that were read, one after the other: a site has millions of them. Each is known by its place, where its length stands. */
export class Reads {
  readonly #numbers: Numbers;

  constructor(numbers: Numbers = new Numbers()) {
    this.#numbers = numbers;
  }

  /** Adds a list and gives its place. */
  add(facts: Iterable<number>): number {
    const place = this.#numbers.length;
    this.#numbers.push(0);
    for (const fact of facts) this.#numbers.push(fact);
    this.#numbers.set(place, this.#numbers.length - place - 1);
    return place;
  }

  /** The list at `place`. */
  *at(place: number): Generator<number> {
    const end = place + this.#numbers.at(place);
    for (let at = place + 1; at <= end; at += 1) yield this.#numbers.at(at);
  }

  /** Whether all of the list at `place` are as `is` wants them. */
  every(place: number, is: (fact: number) => boolean): boolean {
    const end = place + this.#numbers.at(place);
    for (let at = place + 1; at <= end; at += 1) if (!is(this.#numbers.at(at))) return false;
    return true;
  }
}
