/** Waivers: one entry leaves one rule aside, for a written reason and until a day. */
import { closest } from '#lib/text.ts';
import type { Entry } from '#model/entry.ts';
import type { Problem, Said } from '#model/problem.ts';
import { placeOf } from '#model/read.ts';
import type { Rule } from '#model/rule.ts';
import type { CheckContext } from './check.ts';

/** Groups of rules about what must not be public: once it was, no reason brings it back. */
const leakGroups = ['secret', 'personal', 'company', 'internal'];

/** Groups of rules that no entry can waive: what the reader refuses, what must never be public, what is looked at apart from the checks, what site.yaml says, and the checking itself. */
const firmGroups = ['site', 'file', 'frontmatter', 'yaml', 'schema', 'reference', 'taxonomy', 'body', 'redirect', 'proof', ...leakGroups, 'image', 'social', 'external', 'theme', 'ai', 'security', 'check', 'waiver'];

/** Rules of other groups whose problems stand in site.yaml or in the ledger, never in an entry. */
const firmRules = ['claim/kind', 'reach/far', 'ledger/vanished', 'ledger/broken', 'ledger/version'];

/** Whether `rule` can be waived. */
export function isWaivable(rule: string): boolean {
  return !firmGroups.includes(rule.split('/')[0]!) && !firmRules.includes(rule);
}

const example = (waiver: string) => `waivers:\n  - ${waiver}`;

export const waiverRules: readonly Rule[] = [
  {
    id: 'waiver/unknown',
    severity: 'error',
    why: { zh: '豁免的规则不存在，这条豁免什么也没有豁免。', en: 'The rule waived does not exist, so the waiver waives nothing.' },
    example: { bad: example('{ rule: claim/sauce, reason: 数字来自自己的测量, until: 2099-12-31 }'), good: example('{ rule: claim/source, reason: 数字来自自己的测量, until: 2099-12-31 }') },
  },
  {
    id: 'waiver/refused',
    severity: 'error',
    why: { zh: '读不出来的文件、指向空处的引用、不能公开的内容和 site.yaml 里的设置，没有哪一篇可以例外。', en: 'Files that cannot be read, references to nothing, settings of the site and what must not be public allow of no exception.' },
    example: { bad: example('{ rule: schema/length, reason: 短答案就是这么短, until: 2099-12-31 }'), good: 'shortAnswer: 接口地址填文档里给出的那一个，不要填网站首页的地址：前者返回数据，后者返回网页，填错时程序收到的是一段 HTML。' },
  },
  {
    id: 'waiver/expired',
    severity: 'warning',
    why: { zh: '豁免是借来的时间；到期之后规则重新生效，过期的豁免只会让人误以为还有效。', en: 'A waiver is borrowed time: the rule holds again after its end, and a waiver left behind only looks as if it still worked.' },
    example: { bad: example('{ rule: claim/source, reason: 来源下周补, until: 2020-01-31 }'), good: 'sources:\n  - { title: 来源的标题, url: "https://example.org/source", checked: 2026-01-31 }' },
  },
  {
    id: 'waiver/unused',
    severity: 'warning',
    why: { zh: '要豁免的问题已经没有了；留着这条豁免，下一次真出问题时就没有人看见。', en: 'What it waives is gone; if it stays, the next real problem goes unseen.' },
    example: { bad: example('{ rule: claim/source, reason: 来源下周补, until: 2099-12-31 }'), good: 'sources:\n  - { title: 来源的标题, url: "https://example.org/source", checked: 2026-01-31 }' },
  },
];

/** `found` less what is waived, and what is wrong with the waivers. Rules in `silenced` were not checked, nor were all rules in unsound entries, so nothing is said of their use there. */
export function applyWaivers(found: readonly Problem[], { edition: { site }, unsound }: Pick<CheckContext, 'edition' | 'unsound'>, rules: ReadonlyMap<string, Rule>, silenced: ReadonlySet<string>): Problem[] {
  const open = new Map<string, { entry: Entry; index: number; used: boolean }>();
  const faulty: Problem[] = [];
  for (const entry of [...site.entries, ...site.tombstones, ...unsound.filter((item) => 'kind' in item)]) {
    for (const [index, { rule, until }] of (entry.brief.waivers ?? []).entries()) {
      const wrong = !rules.has(rule) ? unknown(rule, rules) : !isWaivable(rule) ? refused(rule) : until < site.today ? expired(rule, until) : undefined;
      if (wrong) faulty.push(problemAt(entry, index, wrong));
      else open.set(keyOf(entry.source.file, rule), { entry, index, used: false });
    }
  }
  const kept = found.filter(({ file, rule }) => {
    const waiver = open.get(keyOf(file, rule));
    if (waiver) waiver.used = true;
    return !waiver;
  });
  const unusedOnes = [...open.values()].filter(({ entry, index, used }) => !used && site.find(entry.ref) && !silenced.has(entry.brief.waivers![index]!.rule));
  return [...kept, ...faulty, ...unusedOnes.map(({ entry, index }) => problemAt(entry, index, unused(entry.brief.waivers![index]!.rule)))];
}

function keyOf(file: string, rule: string): string {
  return `${file}\0${rule}`;
}

/** What is wrong with a waiver, and in which of its fields. */
interface Wrong extends Said {
  at: 'rule' | 'until';
}

function problemAt({ source }: Entry, index: number, { at, ...said }: Wrong): Problem {
  const { severity } = waiverRules.find(({ id }) => id === said.rule)!;
  return { ...placeOf(source, ['waivers', index, at]), severity, ...said };
}

function unknown(rule: string, rules: ReadonlyMap<string, Rule>): Wrong {
  const near = closest(rule, [...rules.keys()].filter(isWaivable));
  return {
    rule: 'waiver/unknown',
    at: 'rule',
    message: { zh: `没有叫 "${rule}" 的规则。`, en: `There is no rule "${rule}".` },
    hint: near ? { zh: `你是不是想写 ${near}？`, en: `Did you mean ${near}?` } : { zh: '照抄问题里的规则名；lede explain 列出全部规则。', en: 'Copy the name from the problem; lede explain lists all rules.' },
  };
}

function refused(rule: string): Wrong {
  const isLeak = leakGroups.includes(rule.split('/')[0]!);
  return {
    rule: 'waiver/refused',
    at: 'rule',
    message: isLeak ? { zh: `规则 ${rule} 不能豁免：公开过的东西收不回来。`, en: `The rule ${rule} cannot be waived: what was public once cannot be called back.` } : { zh: `规则 ${rule} 不能豁免。`, en: `The rule ${rule} cannot be waived.` },
    hint: { zh: '删掉这条豁免，把问题本身改好。', en: 'Delete the waiver and mend the problem itself.' },
  };
}

function expired(rule: string, until: string): Wrong {
  return {
    rule: 'waiver/expired',
    at: 'until',
    message: { zh: `对 ${rule} 的豁免已在 ${until} 到期。`, en: `The waiver of ${rule} ended on ${until}.` },
    hint: { zh: '改好它豁免的问题并删掉这条豁免；真有新的理由，再写新的理由和日期。', en: 'Mend what it waives and delete it; if there is a new reason, write that with a new day.' },
  };
}

function unused(rule: string): Wrong {
  return {
    rule: 'waiver/unused',
    at: 'rule',
    message: { zh: `这一篇里没有 ${rule} 的问题，这条豁免用不上。`, en: `This entry has no problem of ${rule}, so the waiver is not used.` },
    hint: { zh: '删掉这条豁免。', en: 'Delete the waiver.' },
  };
}
