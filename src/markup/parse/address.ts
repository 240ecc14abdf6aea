/** Where an address typed without `[text](…)` ends. */
import { startsCjk } from '../characters.ts';

/** Length of the address at the start of `typed`, in UTF-16 units: up to the first CJK character or Chinese quote, less trailing punctuation. */
export function findAddressEnd(typed: string): number {
  let length = 0;
  for (const char of typed) {
    if (startsCjk(char) || chineseMarks.has(char)) return trimPunctuation(typed, length);
    length += char.length;
  }
  return typed.length;
}

const chineseMarks: ReadonlySet<string> = new Set('“”‘’…—·');

function trimPunctuation(typed: string, length: number): number {
  let end = length;
  while (end > 0 && '.,:;!?*_~\'"'.includes(typed[end - 1]!)) end -= 1;
  return end;
}
