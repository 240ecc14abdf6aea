/** The rules of links to other sites. Only `lede links --external` asks those, so that no build and no check depends on them. */
import type { Rule } from './rule.ts';

export const externalLinkRules: readonly Rule[] = [
  {
    id: 'external/dead',
    severity: 'error',
    why: { zh: '读者点下去什么也看不到；写着来源却打不开，答案就没有依据。', en: 'Readers who follow it find nothing, and an answer whose source is gone rests on nothing.' },
  },
  {
    id: 'external/moved',
    severity: 'notice',
    why: { zh: '对方说那一页永久搬走了，旧地址迟早会失效。', en: 'Its host says that the page has moved for good, and old addresses end one day.' },
  },
  {
    id: 'external/unanswered',
    severity: 'warning',
    why: { zh: '对方这一次没有给出结果，链接可能是好的，也可能不是，要有人打开看一眼。', en: 'Its host gave no result this time, so that somebody has to open the link and look.' },
  },
];
