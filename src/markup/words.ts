/** Words that the generator itself writes into a body, in the language of the site. */
import type { Lang } from '#model/problem.ts';

interface Dictionary {
  note: Record<'info' | 'tip' | 'warning' | 'danger', string>;
  tone: Record<'good' | 'bad' | 'neutral', string>;
  /** Joins a label and a title. */
  colon: string;
  comma: string;
  /** Puts a remark behind a title. */
  aside(remark: string): string;
  footnotes: string;
  footnote(number: number): string;
  back(number: string): string;
  source(number: number): string;
  table: string;
}

const dictionaries: Record<Lang, Dictionary> = {
  zh: {
    note: { info: '说明', tip: '提示', warning: '注意', danger: '危险' },
    tone: { good: '推荐', bad: '不推荐', neutral: '' },
    colon: '：',
    comma: '、',
    aside: (remark) => `（${remark}）`,
    footnotes: '脚注',
    footnote: (number) => `脚注 ${number}`,
    back: (number) => `返回正文 ${number}`,
    source: (number) => `来源 ${number}`,
    table: '表格',
  },
  en: {
    note: { info: 'Note', tip: 'Tip', warning: 'Warning', danger: 'Danger' },
    tone: { good: 'recommended', bad: 'not recommended', neutral: '' },
    colon: ': ',
    comma: ', ',
    aside: (remark) => ` (${remark})`,
    footnotes: 'Footnotes',
    footnote: (number) => `Footnote ${number}`,
    back: (number) => `Back to text ${number}`,
    source: (number) => `source ${number}`,
    table: 'Table',
  },
};

/** The generated words of `lang`. */
export function wordsOf(lang: Lang): Dictionary {
  return dictionaries[lang];
}
