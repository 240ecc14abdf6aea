/** One question, one answer. */
import { z } from 'zod';
import { contract } from '#model/contract.ts';
import { about, line, unique } from '#model/fields.ts';
import { defineKind } from '#model/kind.ts';

const schema = z.strictObject({
  ...contract,
  question: about(line(4, 120), '问题，按人真正问的样子写。', 'The question as a person asked it.'),
  asks: about(unique(z.array(line(2, 120)), (ask) => ask).optional(), '同一个问题的其他问法，全站不重复。', 'Other phrasings of the question, each unique in the whole site.'),
  wrongAnswers: about(
    z.array(z.strictObject({
      claim: about(line(), '一个常见的错误说法。', 'A common wrong answer.'),
      why: about(line(), '它错在哪里。', 'Why it is wrong.'),
    })).optional(),
    '常见的错误回答。',
    'Common wrong answers.',
  ),
});

export const answers = defineKind<z.output<typeof schema>>({
  id: 'answers',
  schema,
  order: 'newest',
  labels: {
    zh: { one: '答案', many: '答案', lead: '一个问题一页：先给结论，再说它在哪里不成立。' },
    en: { one: 'Answer', many: 'Answers', lead: 'One question a page: the answer first, then where it stops being true.' },
  },
  after: ({ wrongAnswers }, lang) =>
    wrongAnswers?.length
      ? [{ type: 'pairs', id: 'wrong-answers', title: { zh: '常见的错误说法', en: 'Common wrong answers' }[lang], pairs: wrongAnswers.map(({ claim, why }) => ({ name: claim, text: why })) }]
      : [],
  verbatim: ['question', 'asks'],
  phrasings: ({ question, asks }) => [question, ...(asks ?? [])],
  jsonLd: ({ data }, { url, updated, author }) => ({
    '@type': 'Question',
    '@id': `${url}#page-title`,
    name: data.question,
    acceptedAnswer: { '@type': 'Answer', '@id': `${url}#page-answer`, text: data.shortAnswer, author, dateModified: updated },
  }),
});
