/** Looking for what must not be public in any text of the tree, whoever put it there: content, template, library or environment. */
import { hasSigns } from '#lib/leaks/signs.ts';
import type { SiteConfig } from '#model/config.ts';
import { leaksOf } from '#model/leaks.ts';
import type { Difference } from './difference.ts';

/** The leaks in `text` of `file`, each once, with all but their ends hidden. */
export function leaksIn(file: string, text: string, config: SiteConfig): Difference[] {
  const found = [...stretchesOf(text, long)].filter(hasSigns).flatMap((stretch) => [...stretchesOf(stretch, short)]).filter(hasSigns).flatMap((stretch) => leaksOf(stretch, config));
  const leaks = new Map(found.map((leak) => [leak.rule + leak.masked, leak]));
  return Array.from(leaks.values(), ({ rule, masked }) => ({ rule: 'leak', file, surface: 'tree', field: 'text', found: masked, leak: rule }));
}

/** Characters among which signs are looked for, and among which is searched where one was seen: a search takes ten times as long. */
const [long, short] = [32_768, 6144];
/** Longer than any secret; what is cut off at the end of one stretch stands whole in the next. */
const overlap = 2048;

function* stretchesOf(text: string, length: number): Generator<string> {
  for (let start = 0; start === 0 || start + overlap < text.length; start += length - overlap) yield text.slice(start, start + length);
}
