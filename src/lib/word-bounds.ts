/** Chinese words: where they begin and end in text that has no spaces. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The first match of `pattern` (without flag g) in `text` that cuts no word in two: 本文 in 样本文件 is none. */
export function findWords(text: string, pattern: RegExp): { found: string; index: number } | undefined {
  let bounds: Set<number> | undefined;
  for (const { 0: found, index } of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
    bounds ??= new Set([...Array.from(segmenter.segment(text), (word) => word.index), text.length]);
    if (bounds.has(index) && bounds.has(index + found.length)) return { found, index };
  }
  return undefined;
}
