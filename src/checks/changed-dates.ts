/** What changed in meaning since the ledger was written has a newer date, and nothing else has. */
import { ledgerVersion, standingOf } from '#model/ledger.ts';
import type { Said } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Check, Found } from './check.ts';

export const changedDates: Check = {
  id: 'changed-dates',
  rules: [
    {
      id: 'ledger/updated',
      severity: 'warning',
      why: {
        zh: '读者和爬虫凭 "updated" 判断答案有多新；意思变了而日期没变，谁也不知道该重读。',
        en: 'Readers and crawlers tell from "updated" how new an answer is; when it changes without a new date, nobody knows to read it again.',
      },
      example: {
        bad: { zh: 'updated: 2026-05-01  # 短答案在 2026-06-01 改过', en: 'updated: 2026-05-01  # the short answer changed on 2026-06-01' },
        good: 'updated: 2026-06-01',
      },
    },
    {
      id: 'ledger/unchanged',
      severity: 'notice',
      why: {
        zh: '"updated" 是内容改动的日期；只改格式或只做复核就改日期，日期就不再说明什么。',
        en: '"updated" is the day on which the content changed; a date that moves with formatting or a review says nothing any more.',
      },
      example: {
        bad: { zh: 'updated: 2026-06-01  # 只照着做了一遍，什么也没改', en: 'updated: 2026-06-01  # only tried out, nothing changed' },
        good: 'updated: 2026-05-01\nrevisions:\n  - { date: 2026-06-01, change: 照着做了一遍, reason: 按期复核 }',
      },
    },
  ],
  find({ edition: { site, meaning }, ledger }) {
    if (ledger?.version !== ledgerVersion) return [];
    return site.entries.flatMap((entry): Found[] => {
      const { state, since, undated } = standingOf(entry, meaning(entry), ledger);
      const { updated } = entry.brief;
      // An entry that was written down today has no newer date to take.
      if (undated && since < site.today) return [{ ...placeOf(entry.source, ['updated']), ...sayUndated(updated, site.today) }];
      return state === 'same' && updated > since ? [{ ...placeOf(entry.source, ['updated']), ...sayUnchanged(updated, since) }] : [];
    });
  },
};

function sayUndated(updated: string, today: string): Said {
  return {
    rule: 'ledger/updated',
    message: { zh: `这一篇的意思变了，"updated" 还是 ${updated}。`, en: `What this entry says has changed, and "updated" is still ${updated}.` },
    hint: { zh: `把 "updated" 改成改动的那天，如 ${today}；只改了错别字，就运行 lede ledger --write。`, en: `Make "updated" the day of the change, such as ${today}; if it was a typo only, run lede ledger --write.` },
  };
}

function sayUnchanged(updated: string, since: string): Said {
  return {
    rule: 'ledger/unchanged',
    message: { zh: `"updated" 是 ${updated}，可是从 ${since} 起意思没有变过。`, en: `"updated" is ${updated}, and nothing has changed in meaning since ${since}.` },
    hint: { zh: `把 "updated" 改回 ${since}；如果是复核，在 "revisions" 里记一笔。`, en: `Make "updated" ${since} again; if this was a review, say so in "revisions".` },
  };
}
