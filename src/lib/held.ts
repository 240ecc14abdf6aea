/** What can be made again, and is in memory only for a while: all of it would fill that for a large site. */

/** Holds something that can be made again. */
export interface Holder {
  /** Lets go of it until somebody asks for it. */
  release(): void;
}

/** Those that were asked last. */
export class Held {
  readonly #holders: Holder[] = [];
  readonly #most: number;
  #next = 0;

  /** Room for `most` of them: so many entries that all of most sites are held, and what they hold stays below 200 MB. */
  constructor(most = 16_384) {
    this.#most = most;
  }

  /** Adds one that holds something from now on; the one that was added longest ago makes room. */
  add(holder: Holder): void {
    this.#holders[this.#next]?.release();
    this.#holders[this.#next] = holder;
    this.#next = (this.#next + 1) % this.#most;
  }
}
