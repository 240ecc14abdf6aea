/** Entries are looked at again by the day that they name themselves. */
import { addDays } from '#lib/date.ts';
import type { Path } from '#lib/yaml.ts';
import type { Words } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Check, CheckContext, Found } from './check.ts';

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
    {
      id: 'review/future',
      severity: 'warning',
      why: { zh: '还没到的日期多半是写错的年份：复核会被推迟到那以后，读者和搜索引擎也看到一个假的日期。', en: 'A day that has not come is a misspelt year, mostly: the review is put off until after it, and readers and search engines see a false date.' },
      example: { bad: 'updated: 2062-01-02\npublished: 2020-01-02', good: 'updated: 2020-01-02\npublished: 2020-01-02' },
    },
  ],
  find: (context) => [...dueForReview(context), ...daysAhead(context)],
};

function dueForReview({ edition: { site }, keepIn }: CheckContext): Found[] {
  return site.entries.flatMap((entry) => {
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
  });
}

/** Entries with a day that is ahead, wherever on earth it was written: nobody can have done anything on it yet. */
function daysAhead({ edition: { site } }: CheckContext): Found[] {
  const tomorrow = addDays(site.today, 1);
  const isAhead = (date: string) => date > tomorrow;
  return site.entries.flatMap(({ brief: { published, updated, revised }, source }) => {
    if (![published, updated, ...revised].some(isAhead)) return [];
    const days: [Path, string][] = [[['published'], published], [['updated'], updated], ...revised.map((date, index): [Path, string] => [['revisions', index, 'date'], date])];
    return days.filter(([, date]) => isAhead(date)).map(([path, date]) => ({
      ...placeOf(source, path),
      rule: 'review/future',
      message: { zh: `${date} 还没有到。`, en: `${date} is still to come.` },
      hint: { zh: `写真正做了这件事的那一天，今天是 ${site.today}；要以后才发布的，写 draft: true。`, en: `Write the day on which it was done; today is ${site.today}. What is to be published later says draft: true.` },
    }));
  });
}

const says: Record<'review/soon' | 'review/overdue' | 'review/expired', (due: string, checked: string) => Words> = {
  'review/soon': (due, checked) => ({ zh: `这一篇要在 ${due} 之前复核，上次核对是 ${checked}。`, en: `This entry is due for review by ${due}; it was last checked on ${checked}.` }),
  'review/overdue': (due, checked) => ({ zh: `这一篇应在 ${due} 之前复核，上次核对是 ${checked}。`, en: `This entry was due for review by ${due}; it was last checked on ${checked}.` }),
  'review/expired': (due, checked) => ({ zh: `这一篇应在 ${due} 之前复核，宽限期也过了，上次核对是 ${checked}。`, en: `This entry was due for review by ${due} and is past the grace period; it was last checked on ${checked}.` }),
};
