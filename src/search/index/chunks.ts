/** The pieces in which browsers load the words: a query loads one or two for each of its words. */
import type { Searched } from './searched.ts';

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
export function cutChunks({ words, starts }: Pick<Searched, 'words' | 'starts'>): Chunk[] {
  const chunks: Chunk[] = [];
  let from = 0;
  for (let index = 0; index < words.length; index += 1) {
    const size = starts[index + 1]! - starts[from]!;
    const isLast = index === words.length - 1;
    if (!isLast && size < most && (size < least || scatter(words[index]!) % spacing !== 0)) continue;
    chunks.push({ from, to: index + 1 });
    from = index + 1;
  }
  return chunks;
}

/** FNV-1a over the units of `word`. */
function scatter(word: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) value = Math.imul(value ^ word.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
