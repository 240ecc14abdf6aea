/** Lines around what `lede check --watch` prints each time, by which other tools know where it begins and ends. */
import type { Lang } from '#model/problem.ts';

export const watchWords: Readonly<Record<Lang, { begin: string; end: string }>> = {
  zh: { begin: '正在检查 …', end: '等待改动 …' },
  en: { begin: 'Checking …', end: 'Waiting for changes …' },
};
