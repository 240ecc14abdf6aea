/** Where things lie in one file of a heap: 28 bytes each, searched as they are read, since a large site has hundreds of thousands. */

/** Bytes of a file, from `start` on. */
export interface Extent {
  start: number;
  length: number;
}

/** Numbers of 32 bits that a key (a digest) consists of. */
const wordsPerKey = 4;
const bytesPerExtent = Float64Array.BYTES_PER_ELEMENT + Uint32Array.BYTES_PER_ELEMENT * (wordsPerKey + 1);

export class HeapIndex {
  /** In the order of their keys. */
  readonly #starts: Float64Array;
  readonly #lengths: Uint32Array;
  readonly #keys: Uint32Array;
  /** What the constructor takes. */
  readonly bytes: Uint8Array;

  /** The index that lies in `bytes`, which begin where a Float64Array can. */
  constructor(bytes: Uint8Array) {
    const { buffer, byteOffset, byteLength } = bytes;
    const size = byteLength / bytesPerExtent;
    this.#starts = new Float64Array(buffer, byteOffset, size);
    this.#lengths = new Uint32Array(buffer, byteOffset + this.#starts.byteLength, size);
    this.#keys = new Uint32Array(buffer, byteOffset + this.#starts.byteLength + this.#lengths.byteLength, wordsPerKey * size);
    this.bytes = bytes;
  }

  /** The index of `extents` by their keys. */
  static of(extents: ReadonlyMap<string, Extent>): HeapIndex {
    const index = new HeapIndex(new Uint8Array(bytesPerExtent * extents.size));
    const [keys, all] = [Array.from(extents.keys(), parseKey), [...extents.values()]];
    const order = Uint32Array.from(keys.keys()).sort((a, b) => keys[a]![0] - keys[b]![0]);
    order.forEach((number, place) => {
      index.#starts[place] = all[number]!.start;
      index.#lengths[place] = all[number]!.length;
      index.#keys.set(keys[number]!, wordsPerKey * place);
    });
    return index;
  }

  find(key: Key): Extent | undefined {
    for (let place = this.#placeOf(key[0]); place < this.#starts.length && this.#keys[wordsPerKey * place] === key[0]; place += 1) {
      const at = wordsPerKey * place;
      if (this.#keys[at + 1] === key[1] && this.#keys[at + 2] === key[2] && this.#keys[at + 3] === key[3]) return this.#at(place);
    }
    return undefined;
  }

  /** All of them by their keys, as they lie in the file. */
  extents(): [key: string, extent: Extent][] {
    const inFile = Uint32Array.from(this.#starts.keys()).sort((a, b) => this.#starts[a]! - this.#starts[b]!);
    return Array.from(inFile, (place) => [printKey(this.#keys.subarray(wordsPerKey * place, wordsPerKey * (place + 1))), this.#at(place)]);
  }

  #at(place: number): Extent {
    return { start: this.#starts[place]!, length: this.#lengths[place]! };
  }

  /** The first place whose key does not begin with less than `word`. */
  #placeOf(word: number): number {
    let [low, high] = [0, this.#starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#keys[wordsPerKey * middle]! < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** A key as numbers, the first digits first. */
export type Key = readonly [number, number, number, number];

/** The key that is written as 32 hexadecimal digits. */
export function parseKey(digits: string): Key {
  return [numberAt(digits, 0), numberAt(digits, 8), numberAt(digits, 16), numberAt(digits, 24)];
}

function numberAt(digits: string, start: number): number {
  return Number.parseInt(digits.slice(start, start + 8), 16);
}

function printKey(words: Uint32Array): string {
  return Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
}
