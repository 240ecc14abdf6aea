/** One article of another site, as feeds and folders of Markdown give it. */
import type { Words } from '#model/problem.ts';

export interface Item {
  title: string;
  /** The body as HTML; not safe, not clean. */
  html: string;
  /** Absolute address or path at which it stands now. */
  url?: string | undefined;
  /** Further addresses that it had. */
  oldPaths: readonly string[];
  /** Plain text. */
  summary?: string | undefined;
  /** Days, `YYYY-MM-DD`. */
  published?: string | undefined;
  updated?: string | undefined;
  /** Names of tags and categories. */
  labels: readonly string[];
  author?: string | undefined;
  /** Name of the file that it came from, where it was one. */
  file?: string | undefined;
}

/** What a source holds. */
export interface Articles {
  items: Item[];
  /** What the source is: `RSS 2.0`, `Atom`, … */
  format: string;
  /** What could not be read at all, by name. */
  skipped: { name: string; why: Words }[];
}

/** The day of a date as feeds and frontmatter write it, in the time zone that it names, or as it stands where it names none; undefined for none. */
export function dayOf(date: unknown): string | undefined {
  const text = String(date ?? '').replace(/\s*\([^()]*\)$/, '').trim(); // a remark, such as the name of the zone
  const written = /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
  if (written) return written;
  const time = Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  return new Date(time + 60_000 * minutesEast(text, time)).toISOString().slice(0, 10);
}

/** Minutes by which clocks in the zone of `text` are ahead of UTC. Without a zone it was read as the time of this machine. */
function minutesEast(text: string, time: number): number {
  const [, sign, hours, minutes] = /:\d\d ?(?:GMT|UTC?)?([+-])(\d{2}):?(\d{2})$/.exec(text) ?? [];
  if (sign) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return /:\d\d ?(?:Z|UTC?|GMT|[ECMP][SD]T)$/i.test(text) ? 0 : -new Date(time).getTimezoneOffset();
}
