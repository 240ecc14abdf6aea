/** What a page of the small site may become, how to get there, and what it says then. */
import type { Page } from 'playwright';

const searched = (query: string) => `search/?q=${encodeURIComponent(query)}`;
export const states: Readonly<Record<string, { path: string; reach?: (page: Page) => Promise<unknown>; text: string }>> = {
  overdue: { path: 'answers/overdue/', text: '目前已过期' },
  'overdue in a list': { path: 'due/', text: '已过复核日期' },
  tombstone: { path: 'answers/old-name/', text: '这一页已被取代' },
  'a lost address': { path: 'answers/base-urls/', reach: (page) => page.locator('[data-near] .hits').waitFor(), text: '和这个地址最接近的' },
  results: { path: searched('接口地址'), reach: (page) => page.locator('.hits .answer').waitFor(), text: '条结果' },
  'no results': { path: searched('红烧肉怎么做'), reach: (page) => page.locator('[data-state=none], [data-state=related]').waitFor(), text: '没有' },
  suggestions: { path: 'search/', reach: (page) => page.locator('main input[name=q]').pressSequentially('接口').then(() => page.locator('.hints a').first().waitFor()), text: '接口' },
  'the search over a page': { path: 'map/', reach: (page) => page.locator('.seek summary').click().then(() => page.getByRole('dialog').waitFor()), text: '关闭' },
};
