/** Characters that a body may not hold: control characters, the two that the compiler uses itself, and one at its start that the parser drops and does not count. */
import type { Report } from '../report.ts';

const reserved = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uE000\uE001\uFFFE\uFFFF]/;
const run = new RegExp(`^\\uFEFF|${reserved.source}+`, 'g');

/** Reports every run of reserved characters in `text` from `start` on, typed as they are or as `&#…;`. */
export function checkReserved(text: string, start: number, report: Report): void {
  const body = text.slice(start);
  for (const match of body.matchAll(run)) {
    reportCharacter(match[0].charCodeAt(0), start + match.index, report);
  }
  if (!body.includes('&#')) return;
  for (const { index, 1: hex, 2: decimal } of body.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi)) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code <= 0xffff && reserved.test(String.fromCharCode(code))) reportCharacter(code, start + index, report);
  }
}

function reportCharacter(code: number, offset: number, report: Report): void {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  report('body/reserved', offset, {
    zh: `这里有一个看不见的字符 ${name}，正文里不能使用。`,
    en: `There is an invisible character ${name} here, which a body cannot hold.`,
  }, {
    zh: '删掉这里看不见的字符，再重新输入旁边的文字。',
    en: 'Delete the invisible character here and type the text beside it again.',
  });
}
