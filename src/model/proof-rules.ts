/** The rules of the proof: what the surfaces of a built site must agree in. Signs of secrets have the rules that content has. */
import type { Rule } from './rule.ts';

const why = {
  value: ['同一件事在页面、Markdown 版本和机器文件里说法不同，读的人和引用的程序不知道信哪一个。', 'Where page, twin and machine files say different things, readers and programs that quote cannot tell which to trust.'],
  missing: ['列表里少了一篇，读者和程序在那里就找不到它，而别处还指着它。', 'An entry that a list lacks cannot be found there, while others still lead to it.'],
  extra: ['多出来的一篇要么不该公开，要么出现了两次。', 'An entry too many should not be public, or stands there twice.'],
  order: ['次序说明哪一篇更新、更重要；乱了的次序说的是假话。', 'Order says which entry is newer or comes first; a wrong one says what is not so.'],
  file: ['约定好的文件不在，依靠它的读者、爬虫和程序就什么也拿不到。', 'Where a promised file is missing, the readers, crawlers and programs that rely on it get nothing.'],
  format: ['读不出来的文件对依靠它的程序来说等于不存在。', 'To the programs that rely on it, a file that cannot be read is not there.'],
  draft: ['草稿还没有人核对过，不能让读者当成答案。', 'Nobody has checked a draft yet, and readers must not take it for an answer.'],
  link: ['站里的每个链接都要打得开，多半是内容或 site.yaml 里的一个地址写错了。', 'Every link of the site must open; mostly an address in the content or in site.yaml is mistyped.'],
} as const satisfies Record<string, [zh: string, en: string]>;

/** What stands behind `proof/` in the name of a rule. */
export type ProofRule = keyof typeof why;

export const proofRules: readonly Rule[] = Object.entries(why).map(([kind, [zh, en]]) => ({ id: `proof/${kind}`, severity: 'error', why: { zh, en } }));
