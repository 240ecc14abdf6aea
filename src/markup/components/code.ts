/** `<Code file="chat.py" lines="3-10" title="…" />`: a file that lies beside the entry and is run and checked as a file. */
import { closest } from '#lib/text.ts';
import { codeFigure } from '../code.ts';
import { hasLine, lastLine, parseLines } from '../highlight/lines.ts';
import type { Tag } from '../parse/nodes.ts';
import { markdownFence } from '../print/markdown-text.ts';
import type { BodySource, CodeFile } from '../source.ts';
import { fileName, lineRange, sentence } from './accepts.ts';
import { attributeOf, type CheckContext, type Component } from './component.ts';

export const code: Component = {
  name: 'Code',
  place: 'block',
  content: 'nothing',
  attributes: {
    file: { required: true, ...fileName },
    lines: lineRange,
    title: sentence,
  },
  check: checkFile,
  html: (tag, print) => codeFigure({ ...shownCode(tag, print.source), title: attributeOf(tag, 'title'), placeholders: print.source.placeholders }),
  markdown: (tag, print) => {
    const { language, text } = shownCode(tag, print.source);
    const title = attributeOf(tag, 'title');
    const info = title === undefined ? language : `${language} title="${title.replace(/\s+/g, ' ').replaceAll('"', '”').replaceAll('`', "'")}"`;
    return markdownFence(text, info);
  },
  text: (tag, print) => shownCode(tag, print.source).text,
};

function checkFile(tag: Tag, { source, report, attributeAt }: CheckContext): void {
  const name = attributeOf(tag, 'file')!;
  const file = source.codeFiles?.get(name);
  if (file === undefined) {
    report('body/code-file', attributeAt(tag, 'file'), {
      zh: `没有名为 "${name}" 的代码文件。`,
      en: `There is no code file "${name}".`,
    }, missingFileHint(name, [...(source.codeFiles?.keys() ?? [])]));
    return;
  }
  const ranges = parseLines(attributeOf(tag, 'lines') ?? '');
  const count = linesOf(file).length;
  if (ranges === undefined || lastLine(ranges) <= count) return;
  report('body/code-file', attributeAt(tag, 'lines'), {
    zh: `lines="${attributeOf(tag, 'lines')!}" 超出了 "${name}" 的 ${count} 行。`,
    en: `lines="${attributeOf(tag, 'lines')!}" goes beyond the ${count} lines of "${name}".`,
  }, {
    zh: `写 1 到 ${count} 之间的行号。`,
    en: `Write line numbers from 1 to ${count}.`,
  });
}

function missingFileHint(name: string, files: string[]): { zh: string; en: string } {
  const near = closest(name, files) ?? files[0];
  if (near === undefined) {
    return { zh: '先在 frontmatter 的 files 里列出这个文件。', en: 'List the file in the frontmatter under files first.' };
  }
  return {
    zh: `写 file="${near}"，或先在 frontmatter 的 files 里列出这个文件。`,
    en: `Write file="${near}", or list the file in the frontmatter under files first.`,
  };
}

function shownCode(tag: Tag, source: BodySource): CodeFile {
  const file = source.codeFiles?.get(attributeOf(tag, 'file')!);
  if (file === undefined) return { language: '', text: '' };
  const ranges = parseLines(attributeOf(tag, 'lines') ?? '');
  const lines = linesOf(file);
  const shown = ranges === undefined ? lines : lines.filter((_, index) => hasLine(ranges, index + 1));
  return { language: file.language, text: shown.join('\n') };
}

function linesOf(file: CodeFile): string[] {
  return file.text.replace(/\n+$/, '').split('\n');
}
