/** Collects the problems of one body and knows where in the file an offset is. */
import type { Problem, Words } from '#model/problem.ts';

/** Adds an error of `rule` at `offset`, a UTF-16 offset in the whole file. */
export type Report = (rule: string, offset: number, message: Words, hint: Words) => void;

/** Where an offset is: line and column from 1, the column in UTF-16 units. */
export interface Point {
  line: number;
  column: number;
}

export interface Reporter {
  problems: Problem[];
  report: Report;
  pointAt(offset: number): Point;
}

/** A reporter for the file `file` whose whole text is `text`. */
export function makeReporter(file: string, text: string): Reporter {
  const problems: Problem[] = [];
  const pointAt = makePointAt(text);
  const report: Report = (rule, offset, message, hint) => {
    problems.push({ file, ...pointAt(offset), rule, severity: 'error', message, hint });
  };
  return { problems, report, pointAt };
}

/** A function from UTF-16 offsets in `text` to points, which looks for line ends once, when first called. */
export function makePointAt(text: string): (offset: number) => Point {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= findLineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

/** The offset of a point in `text`; the end of `text` when it has no such line. */
export function offsetOf(text: string, point: Point): number {
  const start = findLineStarts(text)[point.line - 1];
  return start === undefined ? text.length : Math.min(start + point.column - 1, text.length);
}

function findLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
