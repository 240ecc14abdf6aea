/** `lede explain`: why a rule is there, what breaks it and what to write instead. */
import { Command } from 'commander';
import { rules } from '#checks/index.ts';
import { isWaivable } from '#checks/waivers.ts';
import { closest } from '#lib/text.ts';
import type { Lang } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';
import { exampleIn, type Rule } from '#model/rule.ts';
import { contentOption, languageOf, type LanguageOptions } from './options.ts';

const words = {
  zh: { severity: { error: '错误', warning: '警告', notice: '提示' }, bad: '不要这样写：', good: '这样写：', waive: '确有理由时，在这一篇里豁免它：', firm: '这条规则不能豁免。', reason: '为什么这一篇可以例外' },
  en: { severity: { error: 'error', warning: 'warning', notice: 'notice' }, bad: 'Not like this:', good: 'But like this:', waive: 'With good reason, one entry may waive it:', firm: 'This rule cannot be waived.', reason: 'why this entry is an exception' },
};

export function explainCommand(): Command {
  return new Command('explain')
    .description('Print why a rule is there, what breaks it and what to write instead; without a rule, all of them.')
    .argument('[rule]', 'the rule, as problems name it')
    .addOption(contentOption())
    .addHelpText('after', '\nExample:\n  lede explain answer/alone\n')
    .action((name: string | undefined, options: LanguageOptions) => {
      const lang = languageOf(options);
      console.log(name === undefined ? listRules(lang) : explainRule(findRule(name), lang));
    });
}

function findRule(name: string): Rule {
  const rule = rules.get(name);
  if (rule) return rule;
  const near = closest(name, rules.keys());
  throw new Refusal(`没有 "${name}" 这条规则。${near ? `你是不是想写 ${near}？` : '运行 lede explain 看全部规则。'}`, `There is no rule "${name}". ${near ? `Did you mean ${near}?` : 'Run "lede explain" to see all of them.'}`);
}

function listRules(lang: Lang): string {
  const width = Math.max(...Array.from(rules.keys(), (id) => id.length));
  return [...rules.values()].map(({ id, why }) => `${id.padEnd(width)}  ${why[lang]}`).sort().join('\n');
}

function explainRule({ id, severity, why, example }: Rule, lang: Lang): string {
  const say = words[lang];
  return [
    `${id}  ${say.severity[severity]}`,
    why[lang],
    ...(example ? [`${say.bad}\n${indent(exampleIn(example.bad, lang))}`, `${say.good}\n${indent(exampleIn(example.good, lang))}`] : []),
    isWaivable(id) ? `${say.waive}\n${indent(`waivers:\n  - { rule: ${id}, reason: ${say.reason}, until: YYYY-MM-DD }`)}` : say.firm,
  ].join('\n\n');
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
