/** Calendar days as `YYYY-MM-DD` strings, without clocks and time zones: they compare as text. */

/** Whether `value` is a real day written `YYYY-MM-DD`. */
export function isIsoDate(value: string): boolean {
  if (!realDays.has(value) && isReal(value)) realDays.add(value);
  return realDays.has(value);
}

/** A site names few days, each of them often. */
const realDays = new Set<string>();

function isReal(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && toIso(time) === value;
}

/** The day `days` after `day` (before it when negative). */
export function addDays(day: string, days: number): string {
  const key = `${day} ${days}`;
  let sum = sums.get(key);
  if (sum === undefined) sums.set(key, (sum = toIso(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000)));
  return sum;
}

const sums = new Map<string, string>();

/** The day on which `time` (milliseconds since 1970) falls in UTC. */
export function toIso(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** `day` as RFC 3339 wants it in feeds: midnight UTC. */
export function toTimestamp(day: string): string {
  return `${day}T00:00:00Z`;
}

/** `day` written out for readers of `locale`, such as `2026年11月20日`. */
export function formatDay(day: string, locale: string): string {
  const { formatter, days } = (written[locale] ??= { formatter: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }), days: new Map() });
  let text = days.get(day);
  if (text === undefined) days.set(day, (text = formatter.format(new Date(`${day}T00:00:00Z`))));
  return text;
}

/** A site shows few days, each of them often, and formatting one costs more than printing a paragraph. */
const written: Record<string, { formatter: Intl.DateTimeFormat; days: Map<string, string> }> = {};
