/** Items to tick, each with the evidence that settles it. */
import { z } from 'zod';
import { prosePlain } from '#lib/prose.ts';
import { contract } from '#model/contract.ts';
import { about, line, slugPattern } from '#model/fields.ts';
import { defineKind } from '#model/kind.ts';

const item = z.strictObject({
  id: about(z.string().regex(slugPattern), '固定的名字，用小写字母、数字和单个连字符；读者的勾选靠它记住。', 'A stable name of lower-case letters, digits and single hyphens; what readers ticked is remembered by it.'),
  text: about(line(), '要确认的事。', 'What to make sure of.'),
  why: about(line().optional(), '为什么要确认。', 'Why it matters.'),
  evidence: about(line().optional(), '拿什么证明做到了。', 'What settles it.'),
  owner: about(line().optional(), '谁来做。', 'Who does it.'),
});

const section = z.strictObject({
  title: about(line(1, 80), '这一组的名字。', 'Name of the group.'),
  items: about(z.array(item).min(2), '这一组的条目，至少两条。', 'The items of the group, at least two.'),
});

const schema = z.strictObject({
  ...contract,
  when: about(line(), '什么时候做这份清单。', 'The moment to run the list.'),
  sections: about(z.array(section).min(1), '清单的各组。', 'The groups of the list.').check((context) => {
    const seen = new Set<string>();
    for (const [index, { items }] of context.value.entries()) {
      for (const [at, { id }] of items.entries()) {
        if (seen.has(id)) context.issues.push({ code: 'custom', input: id, path: [index, 'items', at, 'id'], params: { problem: 'duplicate', value: id }, message: 'duplicate' });
        seen.add(id);
      }
    }
  }),
});

const words = {
  zh: { when: '什么时候做', why: '为什么', evidence: '凭据', owner: '负责' },
  en: { when: 'When to run it', why: 'Why', evidence: 'Evidence', owner: 'Owner' },
};

export const checklists = defineKind<z.output<typeof schema>>({
  id: 'checklists',
  schema,
  order: 'newest',
  labels: {
    zh: { one: '清单', many: '清单', lead: '逐条确认，每条都说清拿什么证明做到了。' },
    en: { one: 'Checklist', many: 'Checklists', lead: 'Item by item, each with the evidence that settles it.' },
  },
  before(data, lang) {
    const say = words[lang];
    return [
      { type: 'text', id: 'when', title: say.when, text: data.when },
      ...data.sections.map(({ title, items }, index) => ({
        type: 'checklist' as const,
        id: `section-${index + 1}`,
        title,
        items: items.map(({ id, text, ...notes }) => ({
          id,
          text,
          notes: (['why', 'evidence', 'owner'] as const).flatMap((note) => (notes[note] ? [{ label: say[note], text: notes[note] }] : [])),
        })),
      })),
    ];
  },
  jsonLd: ({ data }, { url }) => ({
    '@type': 'ItemList',
    '@id': `${url}#main`,
    name: data.title,
    description: data.shortAnswer,
    numberOfItems: data.sections.reduce((sum, { items }) => sum + items.length, 0),
    itemListElement: data.sections.flatMap(({ items }) => items).map(({ id, text }, index) => ({ '@type': 'ListItem', '@id': `${url}#check-${id}`, position: index + 1, name: prosePlain(text) })),
  }),
});
