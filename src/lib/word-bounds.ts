/** Chinese words: where they begin and end in text that has no spaces. */

/** Made for the first text: its dictionary takes a while to open. */
const segment = (text: string) => (made ??= new Intl.Segmenter('zh', { granularity: 'word' })).segment(text);
let made: Intl.Segmenter | undefined;

/** The first match of `pattern` (without flag g) in `text` that cuts no word in two: 本文 in 样本文件 is none. */
export function findWords(text: string, pattern: RegExp): { found: string; index: number } | undefined {
  if (text.search(pattern) < 0) return undefined;
  let bounds: Set<number> | undefined;
  for (const { 0: found, index } of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
    bounds ??= new Set([...Array.from(segment(text), (word) => word.index), text.length]);
    if (bounds.has(index) && bounds.has(index + found.length)) return { found, index };
  }
  return undefined;
}

/** Characters on either side that are looked at: longer Chinese words are rare. */
const reach = 6;

/** Whether taking `text` from `start` to `end` would cut a Chinese word in two: 限流 in 无限流量. */
export function cutsWord(text: string, start: number, end: number): boolean {
  const before = /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, start - reach), start))![0];
  const after = /^\p{Script=Han}*/u.exec(text.slice(end, end + reach))![0];
  const opens = before !== '' && /^\p{Script=Han}/u.test(text.slice(start, end));
  const closes = after !== '' && /\p{Script=Han}$/u.test(text.slice(start, end));
  if (!opens && !closes) return false;
  const bounds = new Set<number>();
  const piece = before + text.slice(start, end) + after;
  for (const { index } of segment(piece)) bounds.add(index);
  return (opens && !bounds.has(before.length)) || (closes && !bounds.has(piece.length - after.length));
}
