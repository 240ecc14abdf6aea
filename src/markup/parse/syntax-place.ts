/** Places in a text that could not be parsed. */
import { offsetOf } from '../report.ts';

export interface SyntaxContext {
  /** The whole file. */
  text: string;
  bodyStart: number;
  /** What the parser was given, which its positions are about. */
  parsed: string;
  toFile(offset: number): number;
}

/** The offset in the file of a line and column that Sätteri names. */
export function locate({ parsed, toFile, bodyStart }: SyntaxContext, line: string, column: string): number {
  return Math.max(toFile(offsetOf(parsed, { line: Number(line), column: Number(column) })), bodyStart);
}

/** The start of what stands at `at`, for quoting. */
export function quote(text: string, at: number): string {
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end < 0 ? undefined : end).trimEnd();
  const chars = Array.from(line.slice(0, 80));
  return chars.length > 24 ? `${chars.slice(0, 23).join('')}…` : chars.join('');
}
