/** One content file as text: its bytes made sure of, its frontmatter and body told apart. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { Words } from './problem.ts';

export const maxFileBytes = 1024 * 1024;
const maxFrontmatterBytes = 64 * 1024;

/** A content file whose bytes and outline are sound. */
export interface Source {
  /** Path relative to the content folder, with forward slashes. */
  file: string;
  /** The whole file, without byte order mark, with LF line ends. */
  text: string;
  /** The YAML between the two `---` lines; it starts on line 2 of the file. */
  frontmatter: string;
  /** Offset in `text`, in UTF-16 units, at which the body begins. */
  bodyStart: number;
}

/** What is wrong with a file as a whole. */
export interface SourceFault {
  rule: string;
  line: number;
  message: Words;
  hint: Words;
}

/** A file whose content is read when it is first asked for. */
export interface FileBytes {
  readonly size: number;
  readonly bytes: Buffer;
}

/** The text of the file at `path` (UTF-8, at most 1 MiB), or what is wrong with it. */
export function readText(path: string): string | SourceFault {
  const fault = faultOfKind(path);
  if (fault) return fault;
  const { size } = statSync(path);
  return textOf({ size, get bytes() { return readFileSync(path); } });
}

/** What is wrong where something else than a file stands at `path`: to read from a pipe or a device may never end. */
export function faultOfKind(path: string): SourceFault | undefined {
  return statSync(path).isFile() ? undefined : faults.noFile();
}

/** Like {@link readText}, of a file that is open already. */
export function textOf(file: FileBytes): string | SourceFault {
  if (file.size > maxFileBytes) return faults.tooLarge(file.size);
  const { bytes } = file;
  return isUtf8(bytes) ? decode(bytes) : faults.notUtf8(brokenLine(bytes));
}

/** The text of sound bytes, without byte order mark, with LF line ends. */
function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0);
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Where a source is cut, in UTF-16 units of its text. */
export interface Outline {
  start: number;
  end: number;
  bodyStart: number;
}

/** Where `source` was cut. */
export function outlineOf({ text, frontmatter, bodyStart }: Source): Outline {
  const start = text.indexOf('\n') + 1;
  return { start, end: start + frontmatter.length, bodyStart };
}

/** The text that was read last. Whoever looks at a file looks at it several times in a row, and the texts of a large site would fill the memory. */
let last: { content: FileBytes; text: string } | undefined;

/** The source of a file that is known to be sound and where to cut it. Its text is read when it is asked for: there is one for each entry. */
export class KnownSource implements Source {
  readonly file: string;
  readonly bodyStart: number;
  readonly #start: number;
  readonly #end: number;
  readonly #content: FileBytes;

  constructor(file: string, content: FileBytes, { start, end, bodyStart }: Outline) {
    this.file = file;
    this.bodyStart = bodyStart;
    this.#start = start;
    this.#end = end;
    this.#content = content;
  }

  get text(): string {
    if (last?.content !== this.#content) last = { content: this.#content, text: decode(this.#content.bytes) };
    return last.text;
  }

  get frontmatter(): string {
    return this.text.slice(this.#start, this.#end);
  }
}

/** `text` of `file` taken apart at its frontmatter, or what is wrong with its outline. */
export function splitSource(file: string, text: string): Source | SourceFault {
  if (text.trim() === '') return faults.empty();
  if (!/^---[ \t]*\n/.test(text)) return faults.noFrontmatter(text.split('\n', 1)[0]!);
  const start = text.indexOf('\n') + 1;
  const close = /^---[ \t]*$/m;
  const found = close.exec(text.slice(start));
  if (!found) return faults.unclosed();
  const end = start + found.index;
  if (Buffer.byteLength(text.slice(start, end)) > maxFrontmatterBytes) return faults.longFrontmatter();
  const bodyStart = Math.min(text.length, end + found[0].length + 1);
  return { file, text, frontmatter: text.slice(start, end), bodyStart };
}

/** Whether reading ended in a fault. */
export function isFault(value: unknown): value is SourceFault {
  return typeof value === 'object' && value !== null && 'rule' in value && 'hint' in value;
}

function brokenLine(bytes: Uint8Array): number {
  const lossy = new TextDecoder('utf-8').decode(bytes);
  const at = lossy.indexOf('\uFFFD');
  return lossy.slice(0, Math.max(0, at)).split('\n').length;
}

const faults = {
  noFile: (): SourceFault => ({
    rule: 'file/kind',
    line: 1,
    message: { zh: '这里应该是一个文本文件，现在是文件夹或别的东西。', en: 'A text file belongs here, and this is a folder or something else.' },
    hint: { zh: '把它移走或改名，再放一个同名的文本文件。', en: 'Move or rename it, and put a text file of this name in its place.' },
  }),
  tooLarge: (size: number): SourceFault => ({
    rule: 'file/size',
    line: 1,
    message: { zh: `文件有 ${mib(size)} MiB，超过 1 MiB 的上限。`, en: `The file has ${mib(size)} MiB, more than the limit of 1 MiB.` },
    hint: { zh: '把它拆成几篇，或把大段数据放到正文之外。', en: 'Split it into several entries, or keep large data out of the text.' },
  }),
  notUtf8: (line: number): SourceFault => ({
    rule: 'file/encoding',
    line,
    message: { zh: '文件不是 UTF-8 编码，这一行有读不出的字节。', en: 'The file is not UTF-8: this line holds bytes that cannot be read.' },
    hint: { zh: '在编辑器里选“另存为 UTF-8”，再补上这一行丢失的字。', en: 'Save it as UTF-8 in your editor and retype what this line lost.' },
  }),
  empty: (): SourceFault => ({
    rule: 'file/empty',
    line: 1,
    message: { zh: '文件是空的。', en: 'The file is empty.' },
    hint: { zh: '写上 frontmatter 和正文，或删掉这个文件。', en: 'Write its frontmatter and body, or delete the file.' },
  }),
  noFrontmatter: (first: string): SourceFault => ({
    rule: 'frontmatter/missing',
    line: 1,
    message: { zh: `第一行应是 ---，现在是“${short(first)}”。`, en: `The first line should be ---, but it is "${short(first)}".` },
    hint: { zh: '在文件最上面加一行 ---，写字段，再用一行 --- 结束。', en: 'Put a line --- at the very top, then the fields, then another line ---.' },
  }),
  unclosed: (): SourceFault => ({
    rule: 'frontmatter/unclosed',
    line: 1,
    message: { zh: '以 --- 开头的 frontmatter 没有结束。', en: 'The frontmatter that opens with --- is never closed.' },
    hint: { zh: '在最后一个字段下面单独写一行 ---。', en: 'Write a line with only --- below the last field.' },
  }),
  longFrontmatter: (): SourceFault => ({
    rule: 'frontmatter/size',
    line: 1,
    message: { zh: 'frontmatter 超过 64 KiB 的上限。', en: 'The frontmatter is larger than the limit of 64 KiB.' },
    hint: { zh: '把长文字移到正文里。', en: 'Move long text into the body.' },
  }),
};

function mib(size: number): string {
  return (size / 1024 / 1024).toFixed(1);
}

function short(text: string): string {
  return [...text].slice(0, 40).join('');
}
