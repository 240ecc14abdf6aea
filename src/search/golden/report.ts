/** Measures as a table, and what fell short. */
import { questionClasses } from '#model/questions.ts';
import { measure, type Measures, type Outcome } from './evaluate.ts';

/** Measures by half and by class, as a table. */
export function printMeasures(outcomes: readonly Outcome[]): string {
  const rows = [
    ['all', outcomes],
    ['tuned half', outcomes.filter(({ question }) => !question.heldOut)],
    ['held-out half', outcomes.filter(({ question }) => question.heldOut)],
    ...questionClasses.map((name) => [name, outcomes.filter(({ question }) => question.class === name)] as const),
  ] as const;
  const lines = rows.filter(([, list]) => list.length > 0).map(([name, list]) => printRow(name, list.length, measure(list)));
  return [['', 'asked', 'first', 'first 5', 'MRR', 'zero', 'refused rightly', 'of unanswered'].map(pad).join(''), ...lines].join('\n');
}

function printRow(name: string, asked: number, { answered, success1, success5, mrr, zero, unanswered, verdict, recall }: Measures): string {
  const found = answered ? [percent(success1), percent(success5), mrr.toFixed(3), String(zero)] : ['', '', '', ''];
  return [name, String(asked), ...found, percent(verdict), unanswered ? percent(recall) : ''].map(pad).join('').trimEnd();
}

function pad(cell: string, index: number): string {
  return index === 0 ? cell.padEnd(16) : cell.padStart([0, 7, 9, 9, 8, 6, 17, 15][index]!);
}

/** `share` in per cent. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** The questions that went wrong: query, expected, found. Those of the held-out half are only counted, unless `all` is asked for. */
export function printMisses(outcomes: readonly Outcome[], all: boolean): string {
  const wrong = outcomes.filter(isWrong);
  const shown = wrong.filter(({ question }) => all || !question.heldOut);
  const hidden = wrong.length - shown.length;
  return [
    ...shown.map(({ question: { ask, expect }, found, verdict, rank }) => {
      const got = found.slice(0, 3).join(', ') || 'nothing';
      if (!expect) return `"${ask}"\n  expected: not answered here\n  found:    ${got}`;
      return `"${ask}"\n  expected: ${expect.join(' or ')}\n  found:    ${rank === 1 ? 'it, but refused it as only related' : got}${rank !== 1 && verdict !== 'results' ? ' (refused)' : ''}`;
    }),
    ...(hidden > 0 ? [`${hidden} more in the held-out half; --held-out names them, after which they are no longer held out.`] : []),
  ].join('\n');
}

function isWrong({ question, rank, verdict }: Outcome): boolean {
  return question.expect ? rank !== 1 || verdict !== 'results' : verdict === 'results';
}
