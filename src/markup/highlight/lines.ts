/** Line numbers as editors type them: `3`, `3-5`, `2,7-9`. */

/** First and last line of a range, from 1, both included. */
export type LineRange = readonly [first: number, last: number];

/** The ranges in `typed`; undefined when it is not a list of lines. */
export function parseLines(typed: string): LineRange[] | undefined {
  const ranges: LineRange[] = [];
  for (const part of typed.split(/[,，]/)) {
    const match = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(part);
    if (match === null) return undefined;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (first < 1 || last < first) return undefined;
    ranges.push([first, last]);
  }
  return ranges;
}

/** Whether `line` is in one of `ranges`. */
export function hasLine(ranges: readonly LineRange[], line: number): boolean {
  return ranges.some(([first, last]) => first <= line && line <= last);
}

/** The highest line that `ranges` name. */
export function lastLine(ranges: readonly LineRange[]): number {
  return Math.max(...ranges.map(([, last]) => last));
}
