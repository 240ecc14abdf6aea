/** The pieces in which browsers load the words: a query loads one or two for each of its words. */
import { digest } from '#lib/hash.ts';
import type { Postings } from './postings.ts';

/** Neighbouring words. */
export interface Chunk {
  /** Places of the first and behind the last word. */
  from: number;
  to: number;
}

/** Pages listed in one chunk, where its words allow it. */
const least = 400;
const most = 1600;
/** One word in so many may end a chunk. */
const spacing = 8;

/**
 * Cuts the words into chunks. Which words may end one depends on the words themselves, not on how much came before:
 * so an edit changes the chunks around its words and no others.
 */
export function cutChunks({ words, starts }: Postings): Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  for (const [index, word] of words.entries()) {
    const size = starts[index + 1]! - starts[from]!;
    const isLast = index === words.length - 1;
    if (!isLast && size < most && (size < least || scatter(word) % spacing !== 0)) continue;
    chunks.push({ from, to: index + 1 });
    from = index + 1;
  }
  return chunks;
}

/** Stands for everything that `chunk` holds. */
export function digestChunk({ words, starts, lists }: Postings, { from, to }: Chunk): string {
  let sizes = '';
  for (let index = from; index < to; index += 1) sizes += `${words[index]} ${starts[index + 1]! - starts[index]!} `;
  return digest(Buffer.concat([Buffer.from(sizes), Buffer.from(lists.buffer, lists.byteOffset + 4 * starts[from]!, 4 * (starts[to]! - starts[from]!))]));
}

/** FNV-1a over the units of `word`. */
function scatter(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
