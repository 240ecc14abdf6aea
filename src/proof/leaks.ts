/** Looking for what must not be public in any text of the tree, whoever put it there: content, template, library or environment. */
import { hasSigns } from '#lib/leaks/signs.ts';
import type { SiteConfig } from '#model/config.ts';
import { leaksOf } from '#model/leaks.ts';
import type { Difference } from './difference.ts';

/** The leaks in `text` of `file`, with all but their ends hidden. */
export function leaksIn(file: string, text: string, config: SiteConfig): Difference[] {
  if (!hasSigns(text)) return [];
  return leaksOf(text, config).map(({ rule, masked }) => ({ rule: 'leak', file, surface: 'tree', field: 'text', found: masked, leak: rule }));
}
