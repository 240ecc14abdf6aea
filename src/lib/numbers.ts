/** A list of whole numbers below 2³² that grows, four bytes each. */
export class Numbers {
  #array: Uint32Array<ArrayBuffer>;
  #length: number;

  /** A list that begins with `array`. */
  constructor(array: Uint32Array<ArrayBuffer> = new Uint32Array(0)) {
    this.#array = array;
    this.#length = array.length;
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): number {
    return this.#array[index]!;
  }

  set(index: number, number: number): void {
    this.#array[index] = number;
  }

  push(...numbers: readonly number[]): void {
    for (const number of numbers) {
      if (this.#length === this.#array.length) this.#grow(this.#length + 1);
      this.#array[this.#length++] = number;
    }
  }

  /** Adds all of `numbers`. */
  append(numbers: Uint32Array): void {
    const end = this.#length + numbers.length;
    if (end > this.#array.length) this.#grow(end);
    this.#array.set(numbers, this.#length);
    this.#length = end;
  }

  /** Those from `start` to `end`, until the next one is added. */
  array(start = 0, end = this.#length): Uint32Array<ArrayBuffer> {
    return this.#array.subarray(start, end);
  }

  #grow(least: number): void {
    const larger = new Uint32Array(Math.ceil(1.25 * least) + 1024); // the longest has tens of millions, and half of them would be room to spare
    larger.set(this.#array);
    this.#array = larger;
  }
}

/** The numbers in `bytes`, which begin where an Uint32Array can. */
export function numbersIn({ buffer, byteOffset, length }: Uint8Array): Uint32Array {
  return new Uint32Array(buffer, byteOffset, length / 4);
}

/** The bytes of `numbers`. */
export function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
