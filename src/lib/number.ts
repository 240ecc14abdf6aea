/** Numbers as readers of a locale write them. */

/** A function that writes whole numbers as readers of `locale` do: `12,345`. */
export function numberFormat(locale: string): (value: number) => string {
  const { format } = new Intl.NumberFormat(locale);
  return format;
}

/** `count` of `word` in English, such as `1 file` or `2 files`. */
export function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
