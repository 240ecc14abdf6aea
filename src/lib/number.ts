/** Numbers as readers of a locale write them. */

/** A function that writes whole numbers as readers of `locale` do: `12,345`. */
export function numberFormat(locale: string): (value: number) => string {
  const { format } = new Intl.NumberFormat(locale);
  return format;
}
