/** Replacements in a text, by offset. */

/** What stands from `start` to `end` becomes `text`. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** `edits` of what starts at `offset` of a text, as those of that text. */
export function shift(edits: readonly Edit[], offset: number): Edit[] {
  return edits.map(({ start, end, text }) => ({ start: start + offset, end: end + offset, text }));
}

/** `text` from `start` to `end` with `edits`, which are in order and do not overlap. */
export function sliceEdited(text: string, start: number, end: number, edits: readonly Edit[]): string {
  let result = '';
  let done = start;
  for (const edit of edits) {
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done, end);
}
