/** An address that was public once leads somewhere for ever. */
import { ledgerFile, ledgerLineOf } from '#model/ledger.ts';
import { pathOf } from '#model/paths.ts';
import type { Words } from '#model/problem.ts';
import { redirectsOf } from '#model/redirects.ts';
import type { Check, Found } from './check.ts';

export const vanished: Check = {
  id: 'vanished',
  rules: [{
    id: 'ledger/vanished',
    severity: 'error',
    why: {
      zh: '发布过的地址会被收藏、引用、收录；它失效了，引用它的人和机器得到的是 404，而不是答案搬到了哪里。',
      en: 'An address that was published is bookmarked, quoted and indexed; when it dies, whoever follows it gets a 404 and not the place to which the answer moved.',
    },
    example: {
      bad: { zh: '# 删掉 answers/old.mdx，别处什么也不写', en: '# answers/old.mdx is deleted, and nothing else is written' },
      good: { zh: '# answers/b.mdx，接替它的那一篇\nredirectFrom: [/answers/old/]', en: '# answers/b.mdx, which takes its place\nredirectFrom: [/answers/old/]' },
    },
  }],
  find({ edition: { site }, known, drafts, ledger }) {
    if (!ledger) return [];
    const redirected = new Set(redirectsOf(site).map(({ from }) => from));
    // A file that is there and is no draft is broken, which is said elsewhere.
    const isGone = (ref: string) => !site.find(ref) && (drafts.has(ref) || !known.has(ref)) && !redirected.has(pathOf(ref));
    return [...ledger.lines.keys()].filter(isGone).map((ref): Found => ({
      file: ledgerFile,
      line: ledgerLineOf(ledger, ref),
      column: 1,
      rule: 'ledger/vanished',
      ...(drafts.has(ref) ? becameDraft(ref) : isMissing(ref)),
    }));
  },
};

function isMissing(ref: string): { message: Words; hint: Words } {
  return {
    message: { zh: `"${ref}" 发布过，现在它的地址什么也没有。`, en: `"${ref}" was published, and now its address leads nowhere.` },
    hint: {
      zh: `在接替它的条目里写 redirectFrom: [${pathOf(ref)}]；要留一页说明，就恢复 ${ref}.mdx 并写 supersededBy: { to, reason, since }。`,
      en: `Write redirectFrom: [${pathOf(ref)}] into the entry that takes its place; to leave a page that says why, bring ${ref}.mdx back with supersededBy: { to, reason, since }.`,
    },
  };
}

function becameDraft(ref: string): { message: Words; hint: Words } {
  return {
    message: { zh: `"${ref}" 发布过，现在成了草稿，它的地址什么也没有。`, en: `"${ref}" was published and is a draft now: its address leads nowhere.` },
    hint: { zh: '删掉 draft: true；不再需要这一页，就写 supersededBy: { to, reason, since }。', en: 'Delete draft: true; if the page is no longer wanted, write supersededBy: { to, reason, since }.' },
  };
}
