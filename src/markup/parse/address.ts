/**
 * Addresses typed without `[text](…)`. GFM ends them at a space, which Chinese does not put behind them:
 * in `见https://example.com，**注意**大小写` the rest of the sentence would become part of the address.
 */
import { startsCjk } from '../characters.ts';

/** Offsets in `text` where a bare address ends because Chinese begins, ascending. */
export function* findAddressEnds(text: string): Generator<number> {
  const address = /(?:https?:\/\/|www\.)[^\s<]+/gi;
  for (let match = address.exec(text); match !== null; match = address.exec(text)) {
    const { 0: typed, index } = match;
    // The next address may begin right behind, in what the pattern took for this one.
    if (isDestination(text.slice(Math.max(0, index - 200), index))) {
      if (typed.includes(')')) address.lastIndex = index + typed.indexOf(')');
      continue;
    }
    const length = measure(typed);
    if (length === typed.length) continue;
    address.lastIndex = index + Math.max(length, 1);
    yield index + length;
  }
}

/**
 * Whether others would take what stands behind the address that ends at `offset` of `text` for a part of it. GFM ends one
 * at a space alone, less punctuation and what closes a bracket or emphasis, so `(https://example.com)可以` is no end to it;
 * a tag behind it is one here, and becomes something else in Markdown.
 */
export function isContinued(text: string, offset: number): boolean {
  endsForAll.lastIndex = offset;
  return !endsForAll.test(text);
}

const endsForAll = /[?!.,:*_~'")]*(?:\s|$)/y;

/** Length of the address at the start of `typed`: up to the first CJK character or Chinese quote, less trailing punctuation. */
function measure(typed: string): number {
  let end = 0;
  for (const char of typed) {
    if (endsAddress(char)) break;
    end += char.length;
  }
  if (end === typed.length) return end;
  while (end > 0 && '.,:;!?*_~\'"'.includes(typed[end - 1]!)) end -= 1;
  return end;
}

function endsAddress(char: string): boolean {
  return char !== '' && (startsCjk(char) || '“”‘’…—·'.includes(char));
}

/** Whether `before` makes the address behind it the target of a link: `](`, but not behind a note as in `[^a](`, or `[label]:`. */
function isDestination(before: string): boolean {
  return /(?<!\[\^[^\][\s]+)\]\(\s*<?$/.test(before) || /(?:^|\n)[ \t>]*\[[^\]\n]+\]:\s*<?$/.test(before);
}
