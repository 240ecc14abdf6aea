/** What of a text must not be public, in a site that may publish some things on purpose. */
import { findLeaks, maskValue } from '#lib/leaks/find.ts';
import type { LeakRule } from '#lib/leaks/finding.ts';
import type { SiteConfig } from './config.ts';

export interface Leak {
  rule: LeakRule;
  /** Offsets in the text, in UTF-16 units. */
  start: number;
  end: number;
  /** The value with all but its ends hidden: nothing else of it may ever be printed. */
  masked: string;
}

/** The leaks in `text`. What site.yaml declares public is none, unless it is a secret. */
export function leaksOf(text: string, config: SiteConfig): Leak[] {
  const declared = new Set(config.checks.public.map(bare));
  return findLeaks(text).flatMap(({ rule, start, end }) => {
    const value = text.slice(start, end);
    return !rule.startsWith('secret/') && declared.has(bare(value)) ? [] : [{ rule, start, end, masked: maskValue(value) }];
  });
}

/** A number without what people put between its groups. */
function bare(value: string): string {
  return value.normalize('NFKC').replace(/[\s\p{Cf}\p{Pd}()+]/gu, '').replace(/^86(?=1\d{10}$)/, '').toLowerCase();
}
