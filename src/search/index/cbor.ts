/** Writing CBOR (RFC 8949): the few types that Pagefind's files are made of. */

/** A growing piece of CBOR. */
export interface CborWriter {
  /** Begins anew, with `head`. */
  begin(head: string): void;
  /** Begins an array of `length` items, which are written next. */
  array(length: number): void;
  /** An integer of at most 32 bits. */
  integer(value: number): void;
  text(value: string): void;
  /** Some that is written already. */
  raw(bytes: Uint8Array): void;
  /** Everything written so far, until it begins anew. */
  bytes(): Uint8Array;
}

/** Opens a writer. */
export function openCbor(): CborWriter {
  let buffer = Buffer.allocUnsafe(4096);
  let end = 0;
  const reserve = (length: number) => {
    if (end + length > buffer.length) buffer = Buffer.concat([buffer], 2 * (end + length));
  };
  const start = (major: number, value: number) => {
    reserve(5);
    if (value < 24) buffer[end++] = major | value;
    else if (value < 0x100) {
      buffer[end++] = major | 24;
      buffer[end++] = value;
    } else if (value < 0x10000) {
      buffer[end++] = major | 25;
      end = buffer.writeUInt16BE(value, end);
    } else {
      buffer[end++] = major | 26;
      end = buffer.writeUInt32BE(value, end);
    }
  };
  return {
    begin(head) {
      end = buffer.write(head);
    },
    array: (length) => start(0x80, length),
    integer: (value) => (value < 0 ? start(0x20, -1 - value) : start(0x00, value)),
    text(value) {
      const length = Buffer.byteLength(value);
      start(0x60, length);
      reserve(length);
      end += buffer.write(value, end);
    },
    raw(bytes) {
      reserve(bytes.length);
      for (let at = 0; at < bytes.length; at += 1) buffer[end++] = bytes[at]!; // far faster for a few bytes than any call
    },
    bytes: () => buffer.subarray(0, end),
  };
}
