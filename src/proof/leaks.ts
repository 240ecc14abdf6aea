/** Looking for what must not be public in any text of the tree, whoever put it there: content, template, library or environment. */
import { hasSigns } from '#lib/leaks/signs.ts';
import type { SiteConfig } from '#model/config.ts';
import { leaksOf, type Leak } from '#model/leaks.ts';
import type { Difference } from './difference.ts';

/** The leaks in `text` of `file`, each once, with all but their ends hidden. */
export function leaksIn(file: string, text: string, config: SiteConfig): Difference[] {
  const found = signsIn(text, { start: 0, end: text.length }, long).flatMap((stretch) => signsIn(text, stretch, short)).flatMap((stretch) => leaksAt(text, stretch, config));
  const leaks = new Map(found.map((leak) => [leak.rule + leak.masked, leak]));
  return Array.from(leaks.values(), ({ rule, masked }) => ({ rule: 'leak', file, surface: 'tree', field: 'text', found: masked, leak: rule }));
}

/** Characters among which signs are looked for, and among which is searched where one was seen: a search takes ten times as long. */
const [long, short] = [32_768, 6144];
/** Longer than any secret; what is cut off at the end of one stretch stands whole in the next. */
const overlap = 2048;
/** More than has to be seen of what stands on either side of a value: digits of a hash are no number, and where it is cut they look like one. */
const beside = 64;

interface Stretch {
  start: number;
  end: number;
}

/** The stretches of `length` within `whole` in which there is a sign of a leak. */
function signsIn(text: string, whole: Stretch, length: number): Stretch[] {
  const found: Stretch[] = [];
  for (let { start } = whole; start === whole.start || start + overlap < whole.end; start += length - overlap) {
    const end = Math.min(start + length, whole.end);
    if (hasSigns(text.slice(start, end))) found.push({ start, end });
  }
  return found;
}

/** The leaks of a stretch, but those that another one shows with what stands beside them. */
function leaksAt(text: string, { start, end }: Stretch, config: SiteConfig): Leak[] {
  const isOfLast = (leak: Leak) => start > 0 && leak.start < beside;
  const isOfNext = (leak: Leak) => end < text.length && start + leak.end > end - beside && start + leak.start >= end - overlap + beside;
  return leaksOf(text.slice(start, end), config).filter((leak) => !isOfLast(leak) && !isOfNext(leak));
}
