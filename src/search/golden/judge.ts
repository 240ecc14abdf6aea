/** Whether search is good enough: above the site's thresholds, and no worse than it was. */
import type { SiteConfig } from '#model/config.ts';
import type { Words } from '#model/problem.ts';
import { measure, type Measures, type Outcome } from './evaluate.ts';
import { percent } from './report.ts';

const judged = ['success1', 'success5', 'verdict'] as const;
const names = {
  success1: { zh: '第一条就对', en: 'first result right' },
  success5: { zh: '前五条里有', en: 'among the first five' },
  verdict: { zh: '拒答得对', en: 'refused rightly' },
};

/** What search once reached, as it is committed: `search-baseline.json` of the content folder. */
export type Baseline = Pick<Measures, (typeof judged)[number] | 'mrr' | 'zero'>;

export const baselineFile = 'search-baseline.json';

/** What is worth keeping of `outcomes`. */
export function baselineOf(outcomes: readonly Outcome[]): Baseline {
  const { success1, success5, mrr, zero, verdict } = measure(outcomes);
  return { success1: rounded(success1), success5: rounded(success5), mrr: rounded(mrr), zero, verdict: rounded(verdict) };
}

/** One sentence for each measure that fell short. */
export function findShortfalls(outcomes: readonly Outcome[], thresholds: SiteConfig['search']['thresholds'], baseline: Baseline | undefined): Words[] {
  const reached = baselineOf(outcomes);
  return [
    ...judged.filter((name) => reached[name] < thresholds[name]).map((name) => ({ zh: `${names[name].zh}：${percent(reached[name])}，低于门槛 ${percent(thresholds[name])}。`, en: `${names[name].en}: ${percent(reached[name])}, below the threshold of ${percent(thresholds[name])}.` })),
    ...judged.filter((name) => baseline && reached[name] < baseline[name]).map((name) => ({ zh: `${names[name].zh}：${percent(reached[name])}，低于基线 ${percent(baseline![name])}。`, en: `${names[name].en}: ${percent(reached[name])}, below the baseline of ${percent(baseline![name])}.` })),
    ...(baseline && reached.zero > baseline.zero ? [{ zh: `什么都没找到的问题：${reached.zero} 个，比基线的 ${baseline.zero} 个多。`, en: `questions that found nothing: ${reached.zero}, more than the ${baseline.zero} of the baseline.` }] : []),
  ];
}

/** To four digits: enough to tell one question in ten thousand. */
function rounded(share: number): number {
  return Number(share.toFixed(4));
}
