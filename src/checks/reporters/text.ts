/** Problems for people: two lines each, then a count. */
import { styleText } from 'node:util';
import { plural } from '#lib/number.ts';
import type { Lang, Problem, Severity, Words } from '#model/problem.ts';
import type { Reporter } from './report.ts';

const colors = { error: 'red', warning: 'yellow', notice: 'cyan' } as const satisfies Record<Severity, string>;
/** What stands before the message, by severity. */
export const severityWords: Readonly<Record<Severity, Words>> = { error: { zh: '', en: '' }, warning: { zh: '警告：', en: 'warning: ' }, notice: { zh: '提示：', en: 'notice: ' } };

export const text: Reporter = (problems, { lang, files, color }) => {
  const paint = (style: Parameters<typeof styleText>[0], words: string) => (color ? styleText(style, words, { validateStream: false }) : words);
  const lines = problems.map(({ file, line, column, rule, severity, message, hint }) =>
    [`${paint('bold', `${file}:${line}:${column}`)}  ${paint(colors[severity], rule)}  ${severityWords[severity][lang]}${message[lang]}`, `  ${paint('dim', hint[lang])}`].join('\n'),
  );
  return [...lines, ...(lines.length ? [''] : []), summary(lang, files, problems)].join('\n');
};

function summary(lang: Lang, files: number, problems: readonly Problem[]): string {
  const count = (severity: Severity) => problems.filter((problem) => problem.severity === severity).length;
  const [errors, warnings, notices] = [count('error'), count('warning'), count('notice')];
  if (problems.length === 0) return lang === 'zh' ? `${files} 个文件，没有问题。` : `${plural(files, 'file')}, no problems.`;
  const counts = lang === 'zh'
    ? [`${errors} 个错误`, ...(warnings ? [`${warnings} 个警告`] : []), ...(notices ? [`${notices} 个提示`] : [])].join('，')
    : [plural(errors, 'error'), ...(warnings ? [plural(warnings, 'warning')] : []), ...(notices ? [plural(notices, 'notice')] : [])].join(', ');
  return lang === 'zh' ? `${files} 个文件，${counts}。` : `${plural(files, 'file')}, ${counts}.`;
}
