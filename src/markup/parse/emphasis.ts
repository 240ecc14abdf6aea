/**
 * Emphasis beside full-width punctuation. CommonMark leaves `**注意：**这里` as literal asterisks, because
 * its rules about punctuation suppose spaces between words (https://github.com/commonmark/commonmark-spec/issues/650).
 * A private-use character between the run and the punctuation makes the rules see a letter there.
 * Can go when Sätteri itself treats CJK as markdown-cjk-friendly does.
 */
import { charAfter, charBefore, startsCjk, startsPunctuation } from '../characters.ts';

/** The character that separates; content that holds it is refused. */
export const separator = '\uE000';

/** A text with separators, and where they are in it, ascending. */
export interface Prepared {
  text: string;
  inserted: number[];
}

/** `text` with a separator wherever an emphasis run would fail beside CJK. Code may get some too; the parser's caller removes all. */
export function separateEmphasis(text: string): Prepared {
  const inserted: number[] = [];
  let result = '';
  let done = 0;
  const insert = (at: number): void => {
    result += text.slice(done, at);
    done = at;
    inserted.push(result.length);
    result += separator;
  };
  for (const { start, end } of findRuns(text)) {
    const before = charBefore(text, start);
    const after = charAfter(text, end);
    if (isObstacle(before, after)) insert(start);
    if (isObstacle(after, before)) insert(end);
  }
  return inserted.length === 0 ? { text, inserted } : { text: result + text.slice(done), inserted };
}

/** `value` without the separators, also where the parser percent-encoded them. */
export function removeSeparators(value: string): string {
  const plain = value.includes(separator) ? value.replaceAll(separator, '') : value;
  return plain.includes('%EE%80%80') ? plain.replaceAll('%EE%80%80', '') : plain;
}

/** Punctuation `near` a run stops it when it is CJK itself, or when CJK is on the far side. */
function isObstacle(near: string, far: string): boolean {
  return startsPunctuation(near) && (startsCjk(near) || startsCjk(far));
}

function* findRuns(text: string): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(/\*+|~+/g)) {
    const end = match.index + match[0].length;
    const start = isEscaped(text, match.index) ? match.index + 1 : match.index;
    const isFence = match[0].startsWith('~~~');
    if (start < end && !isFence) yield { start, end };
  }
}

function isEscaped(text: string, offset: number): boolean {
  let backslashes = 0;
  while (text[offset - 1 - backslashes] === '\\') backslashes += 1;
  return backslashes % 2 === 1;
}
