/** When an entry must be looked at again, and whether that day has come. */
import { addDays } from '#lib/date.ts';
import type { Brief } from './brief.ts';
import type { SiteConfig } from './config.ts';

/** `current`: nothing to do; `soon`: due within `review.soon` days; `overdue`: past its day. */
export type ReviewState = 'current' | 'soon' | 'overdue';

export interface Review {
  /** The day on which the entry was last looked at. */
  checked: string;
  /** The day by which it must be looked at again. */
  due: string;
  state: ReviewState;
}

/** The day on which editors last looked at an entry: of its last change, or of a later revision. */
export function checkedOn({ updated, revised }: Pick<Brief, 'updated' | 'revised'>): string {
  return revised.reduce((latest, date) => (date > latest ? date : latest), updated);
}

/** Review of an entry as it stands on `today`. Its class must be declared in `config`. */
export function reviewOf({ review: { by, volatility }, ...days }: Pick<Brief, 'review' | 'updated' | 'revised'>, config: SiteConfig, today: string): Review {
  const checked = checkedOn(days);
  const due = by ?? addDays(checked, config.review.classes[volatility]!);
  const state = due < today ? 'overdue' : due <= addDays(today, config.review.soon) ? 'soon' : 'current';
  return { checked, due, state };
}
