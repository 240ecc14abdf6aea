/** What the search says. It stands apart from the other words because browsers load it. */
import type { Lang } from '#model/problem.ts';

const zh = {
  search: '搜索',
  placeholder: '输入问题、报错或术语',
  close: '关闭',
  suggestions: '也许你想问',
  searching: '正在搜索…',
  found: (count: number) => `找到 ${count} 条结果。`,
  related: '本站没有直接回答这个问题，下面是最接近的几条。',
  none: '本站没有回答这个问题，也没有接近的条目。',
  ask: '把这个问题发给我们',
  yourQuestion: '你的问题',
  takeAlong: '可以补充几句，复制之后贴到下面你选的入口里。',
  copy: '复制问题',
  copied: '已复制，贴到下面你选的入口里即可。',
  copyYourself: '浏览器没有允许复制；文字已选中，请按 Ctrl+C 或长按复制。',
  failed: '搜索没有成功：没能取到索引，可能是网络断开，也可能是网站刚刚更新过。',
  retry: '再试一次',
  results: '搜索结果',
  kinds: '按栏目筛选',
  all: '全部',
  notFor: '不适用：',
  next: '下一步：',
  updated: (day: string) => `更新于 ${day}`,
  overdue: '已过复核日期',
};

const en: typeof zh = {
  search: 'Search',
  placeholder: 'A question, an error or a term',
  close: 'Close',
  suggestions: 'Perhaps you are asking',
  searching: 'Searching…',
  found: (count) => (count === 1 ? '1 result.' : `${count} results.`),
  related: 'This site does not answer the question; these pages come closest.',
  none: 'This site does not answer the question, and no page comes close.',
  ask: 'Send us this question',
  yourQuestion: 'Your question',
  takeAlong: 'Add what is missing, copy it, and paste it into the channel you choose below.',
  copy: 'Copy the question',
  copied: 'Copied. Paste it into the channel you choose below.',
  copyYourself: 'The browser did not allow copying. The text is selected: press Ctrl+C, or hold it to copy.',
  failed: 'The search failed: its index could not be loaded. You may be offline, or the site has just been updated.',
  retry: 'Try again',
  results: 'Results',
  kinds: 'Filter by section',
  all: 'All',
  notFor: 'Does not apply: ',
  next: 'Next: ',
  updated: (day) => `Updated ${day}`,
  overdue: 'Review overdue',
};

export type SearchWords = typeof zh;

export const searchWords: Readonly<Record<Lang, SearchWords>> = { zh, en };
