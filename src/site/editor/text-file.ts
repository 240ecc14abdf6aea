/** Editing a text file by position, and leaving everything else in it byte for byte as it was. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sliceEdited, type Edit } from '#markup/print/edits.ts';
import { isFault, readText, type SourceFault } from '#model/source.ts';

export interface TextFile {
  /** Path relative to the content folder, with forward slashes. */
  file: string;
  /** As it is read: without byte order mark, with LF line ends. Offsets of edits are offsets in it. */
  text: string;
  /** As it is on the disk. */
  raw: string;
}

/** The file, or what is wrong with its bytes. */
export function readTextFile(dir: string, file: string): TextFile | SourceFault {
  const path = join(dir, file);
  const text = readText(path);
  return isFault(text) ? text : { file, text, raw: readFileSync(path, 'utf8') };
}

/** Whether there is such a file. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The file after `edits`, which do not overlap. A line that is put in ends as the others do. */
export function editFile({ file, text, raw }: TextFile, edits: readonly Edit[]): TextFile {
  const ordered = [...edits].sort((a, b) => a.start - b.start);
  const mark = raw.startsWith('\uFEFF') ? 1 : 0;
  const pairs = Array.from(raw.matchAll(/\r\n/g), ({ index }, count) => index - mark - count);
  const toRaw = (offset: number) => offset + mark + pairs.filter((at) => at < offset).length;
  const inRaw = ordered.map((edit) => ({ start: toRaw(edit.start), end: toRaw(edit.end), text: pairs.length > 0 ? edit.text.replaceAll('\n', '\r\n') : edit.text }));
  return { file, text: sliceEdited(text, 0, text.length, ordered), raw: sliceEdited(raw, 0, raw.length, inRaw) };
}
