/** One term; its short answer is the definition. */
import { z } from 'zod';
import { contract } from '#model/contract.ts';
import { about, line, reference } from '#model/fields.ts';
import { defineKind, type OwnWord } from '#model/kind.ts';

const schema = z.strictObject({
  ...contract,
  term: about(line(1, 40), '术语本身。', 'The term itself.'),
  pinyin: about(line(1, 80).optional(), '拼音，首字是多音字时写，术语表按它排，如 chong shi。', 'Pinyin, where the first character has several readings; the glossary files the term by it.'),
  english: about(line(1, 80).optional(), '英文说法。', 'The English term.'),
  abbreviation: about(line(1, 20).optional(), '缩写。', 'The abbreviation.'),
  synonyms: about(z.array(line(1, 40)).optional(), '同义词，会被识别并链接到这里。', 'Synonyms, matched and linked.'),
  avoid: about(z.array(line(1, 40)).optional(), '不要用来指这个概念的词。', 'Words not to use for this concept.'),
  notToConfuse: about(
    z.array(z.strictObject({ to: about(reference(), '容易混淆的条目。', 'The entry it is confused with.'), difference: about(line(), '差别在哪里。', 'The difference.') })).optional(),
    '容易混淆的概念。',
    'What it must not be confused with.',
  ),
});

const words = {
  zh: { names: '其他说法', english: '英文', abbreviation: '缩写', synonyms: '同义', confuse: '不要混淆' },
  en: { names: 'Other names', english: 'English', abbreviation: 'Abbreviation', synonyms: 'Synonyms', confuse: 'Not to be confused with' },
};

export const glossary = defineKind<z.output<typeof schema>>({
  id: 'glossary',
  schema,
  order: 'initial',
  filedAs: ({ pinyin }) => pinyin,
  labels: {
    zh: { one: '术语', many: '术语', lead: '这个站用到的词，每个词只有一个意思。' },
    en: { one: 'Term', many: 'Glossary', lead: 'The words of this site, each with one meaning.' },
  },
  before(data, lang) {
    const say = words[lang];
    const separator = { zh: '、', en: ', ' }[lang];
    const names = [
      ...(data.english ? [{ name: say.english, text: data.english }] : []),
      ...(data.abbreviation ? [{ name: say.abbreviation, text: data.abbreviation }] : []),
      ...(data.synonyms?.length ? [{ name: say.synonyms, text: data.synonyms.join(separator) }] : []),
    ];
    return names.length ? [{ type: 'pairs', id: 'names', title: say.names, pairs: names }] : [];
  },
  after: ({ notToConfuse }, lang) =>
    notToConfuse?.length
      ? [{ type: 'pairs', id: 'not-to-confuse', title: words[lang].confuse, pairs: notToConfuse.map(({ to, difference }) => ({ name: to, text: difference, to })) }]
      : [],
  verbatim: ['term', 'english', 'abbreviation', 'synonyms', 'avoid'],
  term: (data) => ({
    name: data.term,
    english: data.english,
    names: [...wordsAt('term', data.term), ...wordsAt('english', data.english), ...wordsAt('abbreviation', data.abbreviation), ...(data.synonyms ?? []).flatMap((text, index) => wordsAt('synonyms', text, index))],
    avoid: (data.avoid ?? []).flatMap((text, index) => wordsAt('avoid', text, index)),
  }),
  references: ({ notToConfuse }) => (notToConfuse ?? []).map(({ to }, index) => ({ to, path: ['notToConfuse', index, 'to'] })),
  jsonLd: ({ data }, { url, list }) => ({
    '@type': 'DefinedTerm',
    '@id': `${url}#main`,
    name: data.term,
    description: data.shortAnswer,
    url,
    ...(data.abbreviation ? { termCode: data.abbreviation } : {}),
    inDefinedTermSet: { '@type': 'DefinedTermSet', '@id': `${list.url}#terms`, name: list.name, url: list.url },
  }),
});

function wordsAt(field: string, text: string | undefined, index?: number): OwnWord[] {
  return text === undefined ? [] : [{ text, path: index === undefined ? [field] : [field, index] }];
}
