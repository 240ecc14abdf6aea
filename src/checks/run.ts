/** Running checks: each for itself, so that one at fault does not silence the others. */
import { digest } from '#lib/hash.ts';
import type { Problem } from '#model/problem.ts';
import type { Rule } from '#model/rule.ts';
import type { Check, CheckContext, Found } from './check.ts';
import { applyWaivers } from './waivers.ts';

/** Rule of a check that threw: the generator's fault, not the content's. */
export const faultRule = 'check/fault';

export const runRules: readonly Rule[] = [
  {
    id: faultRule,
    severity: 'error',
    why: {
      zh: '一项检查自己出了错，它要守的承诺这一次没有人守；其余检查照常进行。',
      en: 'A check failed by itself, so nobody kept its promise this time; the other checks went on.',
    },
  },
];

/** Everything that `checks` find, less what entries waive. `rules` are all rules that there are, by id. */
export function runChecks(checks: readonly Check[], rules: ReadonlyMap<string, Rule>, context: CheckContext): Problem[] {
  const { site } = context.edition;
  const faults = new Map<Check, Problem>();
  /** What `check` finds, or undefined when it is at fault. */
  const attempt = (check: Check, find: () => Found[] | undefined): Problem[] | undefined => {
    if (faults.has(check)) return undefined;
    try {
      return find()?.map((found) => ({ ...found, severity: severityOf(check, found.rule) })) ?? [];
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall) throw error; // a file that may not be read, or went meanwhile, is nobody's fault here
      faults.set(check, faultOf(check, error));
      return undefined;
    }
  };
  const found = checks.flatMap((check) => attempt(check, () => check.find?.(context)) ?? []);
  const settings = digest(JSON.stringify(site.config));
  const ofEntries = checks.filter(({ findIn }) => findIn);
  for (const item of [...site.entries, ...site.tombstones, ...site.pages, ...context.unsound]) {
    let all: (Problem[] | undefined)[] = [];
    const find = () => {
      all = ofEntries.map((check) => attempt(check, () => check.findIn?.(item, site.config)));
      return all.includes(undefined) ? undefined : all.flatMap((problems) => problems ?? []);
    };
    found.push(...(context.keepIn(item, 'findings', settings, find) ?? all.flatMap((problems) => problems ?? [])));
  }
  // A check at fault is silent: what it found before the fault depends on what was kept.
  const silenced = new Set([...faults.keys()].flatMap((check) => check.rules.map(({ id }) => id)));
  return applyWaivers([...faults.values(), ...found.filter(({ rule }) => !silenced.has(rule))], context, rules, silenced);
}

function severityOf({ rules }: Check, rule: string): Problem['severity'] {
  const known = rules.find(({ id }) => id === rule);
  if (!known) throw new Error(`it reports ${rule}, which is not among its rules`);
  return known.severity;
}

function faultOf({ id }: Check, error: unknown): Problem {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const at = /([\w.-]+\.ts:\d+):\d+\)?$/m.exec(stack ?? '')?.[1];
  const said = `${message.split('\n')[0]}${at ? ` (${at})` : ''}`;
  return {
    file: 'site.yaml',
    line: 1,
    column: 1,
    rule: faultRule,
    severity: 'error',
    message: { zh: `检查 "${id}" 自己出错了：${said}。`, en: `The check "${id}" itself failed: ${said}.` },
    hint: { zh: '这不是内容的错；把这两行交给维护程序的人。', en: 'The content is not at fault; give these two lines to whoever maintains the generator.' },
  };
}
