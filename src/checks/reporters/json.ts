/** Problems as a JSON array, for other tools. */
import type { Reporter } from './report.ts';

export const json: Reporter = (problems, { lang }) =>
  JSON.stringify(
    problems.map(({ file, line, column, rule, severity, message, hint }) => ({ file, line, column, rule, severity, message: message[lang], hint: hint[lang] })),
    null,
    2,
  );
