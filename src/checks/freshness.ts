/** Entries are looked at again by the day that they name themselves. */
import { addDays } from '#lib/date.ts';
import type { Words } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Check } from './check.ts';

const example = { bad: 'updated: 2020-01-02\npublished: 2020-01-02\nreview: { volatility: price }', good: 'published: 2020-01-02\nupdated: 2020-01-02\nrevisions:\n  - { date: 2026-05-30, change: 照着做了一遍, reason: 按期复核 }\nreview: { volatility: stable }' };

export const freshness: Check = {
  id: 'freshness',
  rules: [
    {
      id: 'review/soon',
      severity: 'notice',
      why: { zh: '快到复核日期了：提前看一遍，读者就不会见到“已过复核日期”。', en: 'The review is due soon: looked at in time, the page never has to tell readers that it is overdue.' },
      example: { ...example, bad: 'review: { volatility: stable, by: 2026-06-05 }' },
    },
    {
      id: 'review/overdue',
      severity: 'warning',
      why: { zh: '过了复核日期的答案可能已经不成立；在重新核对之前，每一处都会注明它过期了。', en: 'An answer past its review may no longer hold; until somebody looks, every place that shows it says so.' },
      example: { ...example, bad: 'review: { volatility: stable, by: 2026-05-05 }' },
    },
    {
      id: 'review/expired',
      severity: 'error',
      why: { zh: '宽限期也过了还没有人看，这一篇就不该再作为答案发布。', en: 'When the grace period has passed as well and nobody has looked, the entry should no longer be published as an answer.' },
      example,
    },
  ],
  find: ({ edition: { site }, keepIn }) =>
    site.entries.flatMap((entry) => {
      const { state, due, checked } = site.review(entry);
      if (state === 'current') return [];
      const { by } = entry.brief.review;
      const rule = state === 'soon' ? 'review/soon' : addDays(due, site.config.review.grace) < site.today ? 'review/expired' : 'review/overdue';
      return [{
        ...keepIn(entry, 'freshness', '', () => placeOf(entry.source, ['review', by ? 'by' : 'volatility']))!,
        rule,
        message: says[rule](due, checked),
        hint: by
          ? { zh: '照着页面做一遍，再把 review.by 改成下一次复核的日期。', en: 'Go through what the page says, then make review.by the day of the next review.' }
          : { zh: '照着页面做一遍：内容变了就改 "updated"，没变就在 "revisions" 里记一笔。', en: 'Go through what the page says: if it changed, set "updated"; if not, say so in "revisions".' },
      }];
    }),
};

const says: Record<'review/soon' | 'review/overdue' | 'review/expired', (due: string, checked: string) => Words> = {
  'review/soon': (due, checked) => ({ zh: `这一篇要在 ${due} 之前复核，上次核对是 ${checked}。`, en: `This entry is due for review by ${due}; it was last checked on ${checked}.` }),
  'review/overdue': (due, checked) => ({ zh: `这一篇应在 ${due} 之前复核，上次核对是 ${checked}。`, en: `This entry was due for review by ${due}; it was last checked on ${checked}.` }),
  'review/expired': (due, checked) => ({ zh: `这一篇应在 ${due} 之前复核，宽限期也过了，上次核对是 ${checked}。`, en: `This entry was due for review by ${due} and is past the grace period; it was last checked on ${checked}.` }),
};
