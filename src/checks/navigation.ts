/** The header shows the sections that site.yaml names. */
import { closest } from '#lib/text.ts';
import type { Check } from './check.ts';

export const navigation: Check = {
  id: 'navigation',
  rules: [
    {
      id: 'site/section',
      severity: 'error',
      why: {
        zh: '写错名字的栏目不会出现在页头，读者找不到那一类内容，也没有人会发现。',
        en: 'A misspelt section is missing from the header: readers do not find what it holds, and nobody would notice.',
      },
      example: { bad: 'navigation: [anwsers]', good: 'navigation: [answers]' },
    },
  ],
  find({ edition: { site }, settings }) {
    const kinds = site.kinds.map(({ id }) => id);
    return (site.config.navigation ?? []).flatMap((id, index) => {
      if (kinds.includes(id)) return [];
      const near = closest(id, kinds);
      return [{
        ...settings(['navigation', index]),
        rule: 'site/section',
        message: { zh: `没有叫 "${id}" 的栏目。`, en: `No section is called "${id}".` },
        hint: near ? { zh: `你是不是想写 ${near}？`, en: `Did you mean ${near}?` } : { zh: `可用的有：${kinds.join('、')}。`, en: `There are: ${kinds.join(', ')}.` },
      }];
    });
  },
};
