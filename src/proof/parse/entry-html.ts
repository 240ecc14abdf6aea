/** The HTML of an entry as feeds carry it, read back as far as it states facts: answer, state of review, boundaries. */
import type { Lang } from '#model/problem.ts';
import type { Statement } from '../surface.ts';
import { beforeSecond, boundariesIn, notesOverdue } from './labels.ts';
import { named, outline } from './outline.ts';

const elements = new Set(['p', 'li']);

/** An entry as HTML up to its second heading. */
export function headOf(html: string): string {
  return beforeSecond(html, '<h2');
}

/** The facts in the head of an entry. */
export function readHtml(head: string, lang: Lang): Statement {
  const root = outline(head, (name) => elements.has(name));
  const [answer, ...notes] = named(root, 'p').map(({ text }) => text.trim());
  return { says: { answer, overdue: notesOverdue(notes, lang), ...boundariesIn(named(root, 'li').map(({ text }) => text.trim()), lang) } };
}

/** The facts in a summary in plain text, a statement a line: the answer, the state of review, some of the boundaries. */
export function readSummary(text: string, lang: Lang): Statement {
  const [answer, ...lines] = text.trim().split('\n').map((line) => line.trim());
  const { appliesTo, notFor } = boundariesIn(lines, lang);
  return { says: { answer, overdue: notesOverdue(lines, lang), appliesTo, notFor } };
}
