/** How Chinese and Latin stand beside each other, by https://github.com/huacnlee/autocorrect. */
import { createRequire } from 'node:module';
import { cover } from './prose.ts';

/**
 * Which of `lines` should be written otherwise, each with the text to write. `covered` are the same lines with everything
 * covered that is no prose. Formatting takes a millisecond for 3,000 characters, so only lines that look wrong are formatted, all at once.
 */
export function mendLines(lines: readonly string[], covered: readonly string[]): Map<number, string> {
  const mended = new Map<number, string>();
  const suspects = [...covered.keys()].filter((index) => isSuspect(covered[index]!));
  if (suspects.length === 0) return mended;
  const formatted = formatAll(suspects.map((index) => covered[index]!));
  for (const [at, index] of suspects.entries()) {
    const line = restore(formatted[at]!, lines[index]!, covered[index]!);
    if (line !== undefined && line !== lines[index]) mended.set(index, line);
  }
  return mended;
}

/** Formatted until nothing moves any more: one pass can make room for the next. A line that never comes to rest stays as it was. */
function formatAll(lines: readonly string[]): string[] {
  const format = loadFormat();
  let text = lines.join('\n');
  let next = format(text);
  for (let pass = 0; pass < 4 && next !== text; pass += 1) [text, next] = [next, format(next)];
  const last = next.split('\n');
  return text.split('\n').map((line, index) => (line === last[index] ? line : lines[index]!));
}

const require = createRequire(import.meta.url);

/** The binary takes a while to load, and few sites need it. Where there is none for the machine, every line counts as well written. */
function loadFormat(): (text: string) => string {
  try {
    return (require('autocorrect-node') as typeof import('autocorrect-node')).format;
  } catch {
    return (text) => text;
  }
}

/** `formatted` with what was covered put back; undefined where some of that is gone. */
function restore(formatted: string, line: string, covered: string): string | undefined {
  let at = -1;
  let isWhole = true;
  const restored = formatted.replaceAll(cover, () => {
    at = covered.indexOf(cover, at + 1);
    isWhole &&= at >= 0;
    return line[at] ?? '';
  });
  return isWhole && covered.indexOf(cover, at + 1) < 0 ? restored : undefined;
}

const han = 1;
const latin = 2;
const wide = 3;
const space = 4;
const stop = 5;

const classes = new Uint8Array(0x10000).fill(han, 0x3040, 0x3100).fill(han, 0x3400, 0xa000).fill(latin, 0x21, 0x7f).fill(wide, 0xff10, 0xff1a).fill(wide, 0xff21, 0xff3b).fill(wide, 0xff41, 0xff5b);
classes[0x20] = space;
for (const sign of '，。！？：；、（）「」『』《》') classes[sign.charCodeAt(0)] = stop;

/** Whether Han touches ASCII, a full-width sign touches a space, or a Latin letter has full width, in a line that holds Chinese. */
function isSuspect(line: string): boolean {
  let before = 0;
  let isOdd = false;
  let isChinese = false;
  for (let at = 0; at < line.length; at += 1) {
    const now = classes[line.charCodeAt(at)]!;
    isChinese ||= now === han;
    isOdd ||= now === wide || (now === han && before === latin) || (now === latin && before === han) || (now === space && before === stop) || (now === stop && before === space);
    if (isOdd && isChinese) return true;
    before = now;
  }
  return false;
}
