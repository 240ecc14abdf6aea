/** Which characters count as Chinese, Japanese or Korean, for emphasis, line joining and bare addresses. */

const cjk =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3001-\u303F\u30FB\u30FC\uFE10-\uFE1F\uFE30-\uFE6F\uFF01-\uFF65\uFFE0-\uFFEE]/u;
const punctuation = /^[\p{P}\p{S}]/u;

/** Whether `text` begins with a CJK letter or full-width punctuation. */
export function startsCjk(text: string): boolean {
  return cjk.test(text);
}

/** Whether `text` begins with punctuation or a symbol, of any script. */
export function startsPunctuation(text: string): boolean {
  return punctuation.test(text);
}

/** The code point that ends before `offset`, or an empty string at the start of `text`. */
export function charBefore(text: string, offset: number): string {
  if (offset === 0) return '';
  const low = text.charCodeAt(offset - 1);
  const isLowSurrogate = low >= 0xdc00 && low <= 0xdfff && offset > 1;
  return text.slice(offset - (isLowSurrogate ? 2 : 1), offset);
}

/** The code point that begins at `offset`, or an empty string at the end of `text`. */
export function charAfter(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** Whether a backslash before `offset` of `text` makes what stands there mean nothing. */
export function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text[offset - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}

/**
 * `text` on one line: a line break between two CJK characters vanishes, any other becomes a space.
 * Browsers would show the former as a gap in the middle of a Chinese sentence.
 */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  let result = '';
  for (const [index, line] of lines.entries()) {
    const isFirst = index === 0;
    const isLast = index === lines.length - 1;
    const shown = trimLine(line, isFirst, isLast);
    const previous = isFirst ? '' : lines[index - 1]!.trimEnd();
    const isInsideCjk = startsCjk(charBefore(previous, previous.length)) && startsCjk(charAfter(shown, 0));
    result += isFirst || isInsideCjk ? shown : ` ${shown}`;
  }
  return result;
}

/** Only the ends that touch a line break lose their spaces. */
function trimLine(line: string, isFirst: boolean, isLast: boolean): string {
  const left = isFirst ? line : line.trimStart();
  return isLast ? left : left.trimEnd();
}
