/** Trust pages: who writes the site, by which rules, how to reach people. They stand outside the answer contract. */
import { z } from 'zod';
import { about, day, line, plainLine } from '#model/fields.ts';
import type { TrustPage } from '#model/entry.ts';
import type { Folder } from '#model/kind.ts';

const schema = z.strictObject({
  title: about(plainLine(2, 80), '页面标题。', 'The H1 of the page.'),
  description: about(plainLine(10, 160), '搜索结果里的一句说明。', 'The sentence for search results.'),
  updated: about(day(), '内容最近一次改动的日期。', 'The day on which its content last changed.'),
  role: about(line(1, 40), '这一页在站里的作用，如 about、editorial、privacy、support。', 'What the page is for, such as about, editorial, privacy, support.'),
});

export const pages: Folder<TrustPage['data']> = { id: 'pages', schema };
