/** Problems as SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
import type { Severity } from '#model/problem.ts';
import type { Reporter } from './report.ts';

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', notice: 'note' };

export const sarif: Reporter = (problems, { lang, prefix }) =>
  JSON.stringify(
    {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'lede', rules: [...new Set(problems.map(({ rule }) => rule))].map((id) => ({ id })) } },
          columnKind: 'utf16CodeUnits',
          results: problems.map(({ file, line, column, rule, severity, message, hint }) => ({
            ruleId: rule,
            level: levels[severity],
            message: { text: `${message[lang]} ${hint[lang]}` },
            locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(prefix + file) }, region: { startLine: line, startColumn: column } } }],
          })),
        },
      ],
    },
    null,
    2,
  );
