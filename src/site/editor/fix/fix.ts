/** Mending the texts of a site: what would change, and changing it. */
import type { Entry, TrustPage } from '#model/entry.ts';
import { isFault } from '#model/source.ts';
import { applyChanges } from '../change.ts';
import { editFile, readTextFile, type TextFile } from '../text-file.ts';
import { mendText } from './mend.ts';

/** One file before and after. */
export interface Fix {
  file: string;
  before: TextFile;
  after: TextFile;
  /** How many lines change. */
  lines: number;
}

/** What can be mended in the files of `items`, which were read from `contentDir`. */
export function planFixes(contentDir: string, items: readonly (Entry | TrustPage)[]): Fix[] {
  return items.flatMap((item) => {
    const text = mendText(item);
    if (text === item.source.text) return [];
    const before = readTextFile(contentDir, item.source.file);
    if (isFault(before) || before.text !== item.source.text) return [];
    const edits = lineEdits(before.text, text);
    return [{ file: before.file, before, after: editFile(before, edits), lines: edits.length }];
  });
}

/** Writes `fixes`, all of them or none, but leaves out files that were changed since they were read, and returns those. */
export function writeFixes(contentDir: string, fixes: readonly Fix[]): Fix[] {
  const changed = fixes.filter(({ before }) => {
    const now = readTextFile(contentDir, before.file);
    return isFault(now) || now.raw !== before.raw;
  });
  const write = fixes.filter((fix) => !changed.includes(fix)).map(({ file, after }) => [file, after.raw] as const);
  applyChanges(contentDir, { write: new Map(write) });
  return changed;
}

/** Mending moves no line, so each that differs is an edit by itself. */
function lineEdits(before: string, after: string): { start: number; end: number; text: string }[] {
  const next = after.split('\n');
  let start = 0;
  return before.split('\n').flatMap((line, index) => {
    const at = start;
    start += line.length + 1;
    return line === next[index] ? [] : [{ start: at, end: at + line.length, text: next[index]! }];
  });
}
