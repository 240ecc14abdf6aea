/** Characters that a body may not hold: control characters, the two that the compiler uses itself, and one at its start that the parser drops and does not count. */
import type { Report } from '../report.ts';

/** Reports every run of reserved characters in `text` from `start` on, typed as they are or as `&#…;`. */
export function checkReserved(text: string, start: number, report: Report): void {
  const body = text.slice(start);
  for (const match of body.matchAll(/^\uFEFF|[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uE000\uE001\uFFFE\uFFFF]+/g)) {
    reportCharacter(match[0].charCodeAt(0), start + match.index, report);
  }
  if (!body.includes('&#')) return;
  for (const { index, 1: hex, 2: decimal } of body.matchAll(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi)) {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (isReserved(code)) reportCharacter(code, start + index, report);
  }
}

function isReserved(code: number): boolean {
  if (code === 0x09 || code === 0x0a) return false;
  return code < 0x20 || (code >= 0x7f && code <= 0x9f) || code === 0xe000 || code === 0xe001 || code === 0xfffe || code === 0xffff;
}

function reportCharacter(code: number, offset: number, report: Report): void {
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  report('body/reserved', offset, {
    zh: `这里有一个看不见的字符 ${name}，正文里不能使用。`,
    en: `There is an invisible character ${name} here, which a body cannot hold.`,
  }, {
    zh: '请删掉这里看不见的字符，再重新输入旁边的文字。',
    en: 'Delete the invisible character here and type the text beside it again.',
  });
}
