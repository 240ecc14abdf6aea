/** Sätteri's syntax errors in words for editors. */
import type { Report } from '../report.ts';
import { translators } from './syntax-messages.ts';
import { locate, quote, type SyntaxContext } from './syntax-place.ts';

/** Reports what Sätteri's `message` (`line:column: what (rule)`) means. An unknown message gives a general sentence. */
export function reportSyntaxError(message: string, context: SyntaxContext, report: Report): void {
  const [, line, column] = /^(\d+):(\d+): /.exec(message) ?? [];
  const at = line === undefined ? context.bodyStart : locate(context, line, column!);
  for (const translate of translators) {
    const found = translate(message, at, context);
    if (found === undefined) continue;
    report(found.rule ?? 'body/syntax', found.at ?? at, found.message, found.hint);
    return;
  }
  report('body/syntax', at, {
    zh: `从这里开始的写法无法识别：“${quote(context.text, at)}”。`,
    en: `What starts here cannot be understood: "${quote(context.text, at)}".`,
  }, {
    zh: '检查这一行的尖括号和花括号；要原样显示时写 \\< 或 \\{，或放进反引号。',
    en: 'Check the angle brackets and braces of this line; to show them, write \\< or \\{, or use backticks.',
  });
}
