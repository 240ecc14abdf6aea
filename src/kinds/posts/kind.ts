/** Dated articles. */
import { z } from 'zod';
import { articleNode } from '#model/article.ts';
import { contract } from '#model/contract.ts';
import { about, line, lines } from '#model/fields.ts';
import { defineKind } from '#model/kind.ts';

const schema = z.strictObject({
  ...contract,
  audience: about(lines(), '写给谁看。', 'Who should read it.'),
  checklist: about(z.array(line()).optional(), '读完之后照着做的几件事。', 'What to run through afterwards.'),
});

export const posts = defineKind<z.output<typeof schema>>({
  id: 'posts',
  schema,
  order: 'newest',
  sequence: 'date',
  labels: {
    zh: { one: '文章', many: '博客', lead: '比一个答案更长的话题，按日期排列。' },
    en: { one: 'Post', many: 'Posts', lead: 'Subjects longer than one answer, by date.' },
  },
  before: ({ audience }, lang) => [{ type: 'list', id: 'audience', title: { zh: '谁该读', en: 'Who should read this' }[lang], items: audience }],
  after: ({ checklist }, lang) =>
    checklist?.length ? [{ type: 'list', id: 'checklist', title: { zh: '读完照着做', en: 'Afterwards' }[lang], items: checklist, ordered: true }] : [],
  jsonLd: (entry, graph) => articleNode('BlogPosting', entry, graph),
});
