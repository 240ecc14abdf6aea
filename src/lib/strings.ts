/** Strings by number: each is held once. */
export class Strings {
  readonly list: string[];
  readonly #numbers: Map<string, number>;

  constructor(list: string[] = []) {
    this.list = list;
    this.#numbers = new Map(list.map((string, number) => [string, number]));
  }

  numberOf(string: string): number {
    let number = this.#numbers.get(string);
    if (number === undefined) this.#numbers.set(string, (number = this.list.push(string) - 1));
    return number;
  }
}
