/**
 * Bytes that are needed for a moment. A piece of memory of its own for each would be dear in a large site: V8 looks through
 * its whole heap whenever 64 MB of such pieces came together, however many of them nobody holds any more.
 */

/** Bytes that may stay reserved. */
const most = 1 << 20;

let room = Buffer.allocUnsafe(1 << 16);

/** Room for `length` bytes, until somebody borrows again. */
export function borrow(length: number): Buffer {
  if (length > most) return Buffer.allocUnsafe(length);
  if (length > room.length) room = Buffer.allocUnsafe(Math.min(2 * length, most));
  return room.subarray(0, length);
}

/** `text` in UTF-8, in borrowed room. */
export function utf8Of(text: string): Buffer {
  const bytes = borrow(mostBytes * text.length);
  return bytes.subarray(0, bytes.write(text));
}

/** Bytes that a UTF-16 code unit takes in UTF-8, at most. */
const mostBytes = 3;
