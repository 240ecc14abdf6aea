/** What the search says. It stands apart from the other words because browsers load it: those of one language only. */

export const zh = {
  search: '搜索',
  placeholder: '输入问题、报错或术语',
  close: '关闭',
  suggestions: '也许你想问',
  searching: '正在搜索…',
  found: (count: number) => `找到 ${count} 条结果。`,
  related: '本站没有直接回答这个问题，下面是最接近的几条。',
  none: '本站没有回答这个问题，也没有接近的条目。',
  ask: '把这个问题发给我们',
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

export const en: SearchWords = {
  search: 'Search',
  placeholder: 'A question, an error or a term',
  close: 'Close',
  suggestions: 'Perhaps you are asking',
  searching: 'Searching…',
  found: (count) => (count === 1 ? '1 result.' : `${count} results.`),
  related: 'This site does not answer the question; these pages come closest.',
  none: 'This site does not answer the question, and no page comes close.',
  ask: 'Send us this question',
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
