/** Running checks: each for itself, so that one at fault does not silence the others. */
import type { Problem } from '#model/problem.ts';
import type { Rule } from '#model/rule.ts';
import type { Check, CheckContext } from './check.ts';
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
  const silenced = new Set<string>();
  const found = checks.flatMap((check) => {
    try {
      return check.find(context).map((problem) => ({ ...problem, severity: severityOf(check, problem.rule) }));
    } catch (error) {
      for (const { id } of check.rules) silenced.add(id);
      return [faultOf(check, error)];
    }
  });
  return applyWaivers(found, context.edition.site, rules, silenced);
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
