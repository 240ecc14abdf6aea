/** A path through a task; the sections of the body are the path. */
import { z } from 'zod';
import { prosePlain } from '#lib/prose.ts';
import { articleNode } from '#model/article.ts';
import { contract } from '#model/contract.ts';
import { about, line, lines } from '#model/fields.ts';
import { defineKind } from '#model/kind.ts';
import type { Part } from '#model/part.ts';

const schema = z.strictObject({
  ...contract,
  audience: about(lines(), '写给谁看。', 'Who it is for.'),
  outcome: about(line(), '走完之后得到什么。', 'What one has at the end.'),
  prerequisites: about(z.array(line()).optional(), '开始之前要有什么。', 'What one needs before starting.'),
  duration: about(line(1, 60).optional(), '大约要多久。', 'How long it takes.'),
});

export const guides = defineKind<z.output<typeof schema>>({
  id: 'guides',
  schema,
  order: 'newest',
  sequence: 'parts',
  labels: {
    zh: { one: '指南', many: '指南', lead: '从准备到验收，按顺序走完一件事。' },
    en: { one: 'Guide', many: 'Guides', lead: 'One task from preparation to proof, in order.' },
  },
  before(data, lang) {
    const words = { zh: { audience: '适合谁', outcome: '完成后得到什么', need: '开始之前', duration: '需要多久' }, en: { audience: 'Who this is for', outcome: 'What you will have', need: 'Before you start', duration: 'How long it takes' } }[lang];
    const parts: Part[] = [
      { type: 'list', id: 'audience', title: words.audience, items: data.audience },
      { type: 'text', id: 'outcome', title: words.outcome, text: data.outcome },
    ];
    if (data.prerequisites?.length) parts.push({ type: 'list', id: 'prerequisites', title: words.need, items: data.prerequisites });
    if (data.duration) parts.push({ type: 'text', id: 'duration', title: words.duration, text: data.duration });
    return parts;
  },
  jsonLd: (entry, graph) => ({
    ...articleNode('TechArticle', entry, graph),
    ...(entry.data.prerequisites?.length ? { dependencies: entry.data.prerequisites.map(prosePlain) } : {}),
  }),
});
