/** Statements that start with a label, such as `不适用：…`: how every form but JSON writes boundaries and dates. */
import { words } from '#model/words/index.ts';
import type { Lang } from '#model/problem.ts';
import type { Facts } from '../reference.ts';

/** The part of `text` before the second `mark`: what states facts of an entry stands before its second section. */
export function beforeSecond(text: string, mark: string): string {
  const first = text.indexOf(mark);
  const second = first < 0 ? -1 : text.indexOf(mark, first + mark.length);
  return second < 0 ? text : text.slice(0, second);
}

/** The boundaries among `lines`; empty where there are none. */
export function boundariesIn(lines: readonly string[], lang: Lang): Pick<Facts, 'appliesTo' | 'notFor' | 'neverShare'> {
  const say = words[lang];
  const of = (label: string) => lines.flatMap((line) => afterLabel(line, label, lang) ?? []).join('\n');
  return { appliesTo: of(say.appliesTo), notFor: of(say.notFor), neverShare: of(say.neverShare) };
}

/** What stands behind `label` and its colon, where `line` starts with them. */
export function afterLabel(line: string, label: string, lang: Lang): string | undefined {
  const start = label + words[lang].colon;
  return line.startsWith(start) ? line.slice(start.length).trim() : undefined;
}

/** Whether one of `texts` is the note that an entry is overdue, or holds it. */
export function notesOverdue(texts: readonly string[], lang: Lang): 'yes' | 'no' {
  const [before = '', after = ''] = words[lang].overdueNote('\0').split('\0');
  return texts.some((text) => text.includes(before) && text.includes(after, text.indexOf(before) + before.length)) ? 'yes' : 'no';
}
