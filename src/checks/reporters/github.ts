/** Problems as workflow commands, which GitHub shows beside the lines of a pull request. */
import type { Reporter } from './report.ts';

export const github: Reporter = (problems, { lang, prefix }) =>
  problems
    .map(({ file, line, column, rule, severity, message, hint }) => `::${severity} file=${property(prefix + file)},line=${line},col=${column},title=${property(rule)}::${data(`${message[lang]}\n${hint[lang]}`)}`)
    .join('\n');

/** Escaping as the runner undoes it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
