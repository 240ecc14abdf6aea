/**
 * Emphasis beside full-width punctuation. CommonMark leaves `**注意：**这里` as literal asterisks, because
 * its rules about punctuation suppose spaces between words (https://github.com/commonmark/commonmark-spec/issues/650).
 * A character between the run and the punctuation makes the rules see a letter there.
 * Can go when Sätteri itself treats CJK as micromark-extension-cjk-friendly does.
 */
import { charAfter, charBefore, isEscaped, startsCjk, startsPunctuation } from '../characters.ts';

/** Offsets in `text` where an emphasis run must be kept apart from the punctuation beside it, ascending. */
export function* findObstacles(text: string): Generator<number> {
  for (const match of text.matchAll(/\*+|~+/g)) {
    const end = match.index + match[0].length;
    const start = isEscaped(text, match.index) ? match.index + 1 : match.index;
    const isFence = match[0].startsWith('~~~');
    if (start === end || isFence) continue;
    const before = charBefore(text, start);
    const after = charAfter(text, end);
    if (isObstacle(before, after)) yield start;
    if (isObstacle(after, before)) yield end;
  }
}

/** Punctuation `near` a run stops it when it is CJK itself, or when CJK is on the far side. */
function isObstacle(near: string, far: string): boolean {
  return startsPunctuation(near) && (startsCjk(near) || startsCjk(far));
}
