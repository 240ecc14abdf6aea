/** What an import leaves behind, and how often. */
import type { Words } from '#model/problem.ts';

const words = {
  script: { zh: '脚本和表单', en: 'scripts and forms' },
  handler: { zh: '事件处理代码', en: 'event handlers' },
  embed: { zh: '嵌入的页面、视频或音频', en: 'embedded pages, videos or sounds' },
  address: { zh: '不安全的链接地址（文字留下）', en: 'unsafe addresses (their text stays)' },
  anchor: { zh: '页内链接（文字留下）', en: 'links within the page (their text stays)' },
  tracking: { zh: '跟踪像素和跟踪参数', en: 'tracking pixels and parameters' },
  dataImage: { zh: '写在网页里的图片数据', en: 'pictures given as data' },
  httpImage: { zh: '不是 https 的图片（改成了链接）', en: 'pictures not on https (they became links)' },
  alt: { zh: '图片说明（写着 TODO）', en: 'descriptions of pictures (marked TODO)' },
  header: { zh: '表头（第一行当作表头）', en: 'headers of tables (the first row became the header)' },
  cells: { zh: '单元格里的列表、代码块和小标题（排成了一行）', en: 'lists, code blocks and headings in cells (they became one line)' },
  spans: { zh: '合并的单元格（拆开了）', en: 'merged cells (they were split)' },
} as const satisfies Record<string, Words>;

export type Loss = keyof typeof words;

/** Counts by what was lost. */
export type Losses = Map<Loss, number>;

export function lose(losses: Losses, what: Loss): void {
  losses.set(what, (losses.get(what) ?? 0) + 1);
}

/** The losses as a list in words. */
export function sayLosses(losses: Losses): Words {
  const list = [...losses];
  return { zh: list.map(([what, count]) => `${words[what].zh} ${count} 处`).join('、'), en: list.map(([what, count]) => `${words[what].en}: ${count}`).join('; ') };
}
