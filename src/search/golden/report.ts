/** Measures as a table, and what fell short. */
import type { Lang } from '#model/problem.ts';
import { questionClasses } from '#model/questions.ts';
import { measure, type Measures, type Outcome } from './evaluate.ts';

const words = {
  zh: {
    rows: { all: '全部', tuned: '调过的一半', heldOut: '留出的一半' },
    columns: ['', '题数', '第一条', '前五条', 'MRR', '落空', '拒答得对', '该拒的拒了'],
    expected: '应得：',
    found: '实得：',
    unanswered: '本站不回答',
    nothing: '没有',
    or: ' 或 ',
    comma: '、',
    doubted: '找到了，却当成只是相近',
    refused: '（拒答）',
    hidden: (count: number) => `留出的一半里还有 ${count} 题；--held-out 会说出是哪些，说出来就不再算留出。`,
  },
  en: {
    rows: { all: 'all', tuned: 'tuned half', heldOut: 'held-out half' },
    columns: ['', 'asked', 'first', 'first 5', 'MRR', 'zero', 'refused rightly', 'of unanswered'],
    expected: 'expected: ',
    found: 'found:    ',
    unanswered: 'not answered here',
    nothing: 'nothing',
    or: ' or ',
    comma: ', ',
    doubted: 'it, but refused it as only related',
    refused: ' (refused)',
    hidden: (count: number) => `${count} more in the held-out half; --held-out names them, after which they are no longer held out.`,
  },
};

/** Measures by half and by class, as a table. */
export function printMeasures(outcomes: readonly Outcome[], lang: Lang): string {
  const { rows: names, columns } = words[lang];
  const rows = [
    [names.all, outcomes],
    [names.tuned, outcomes.filter(({ question }) => !question.heldOut)],
    [names.heldOut, outcomes.filter(({ question }) => question.heldOut)],
    ...questionClasses.map((name) => [name, outcomes.filter(({ question }) => question.class === name)] as const),
  ] as const;
  const lines = rows.filter(([, list]) => list.length > 0).map(([name, list]) => printRow(name, list.length, measure(list)));
  return [columns.map(pad).join(''), ...lines].join('\n');
}

function printRow(name: string, asked: number, { answered, success1, success5, mrr, zero, unanswered, verdict, recall }: Measures): string {
  const found = answered ? [percent(success1), percent(success5), mrr.toFixed(3), String(zero)] : ['', '', '', ''];
  return [name, String(asked), ...found, percent(verdict), unanswered ? percent(recall) : ''].map(pad).join('').trimEnd();
}

/** On a terminal a Han character is as wide as two others. */
function pad(cell: string, index: number): string {
  const room = ' '.repeat([16, 7, 9, 9, 8, 6, 17, 15][index]! - cell.replace(/\p{Script=Han}/gu, '  ').length);
  return index === 0 ? cell + room : room + cell;
}

/** `share` in per cent. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** The questions that went wrong: query, expected, found. Those of the held-out half are only counted, unless `all` is asked for. */
export function printMisses(outcomes: readonly Outcome[], all: boolean, lang: Lang): string {
  const say = words[lang];
  const wrong = outcomes.filter(isWrong);
  const shown = wrong.filter(({ question }) => all || !question.heldOut);
  const hidden = wrong.length - shown.length;
  return [
    ...shown.map(({ question: { ask, expect }, found, verdict, rank }) => {
      const got = found.slice(0, 3).join(say.comma) || say.nothing;
      const told = !expect ? got : rank === 1 ? say.doubted : got + (verdict === 'results' ? '' : say.refused);
      return `"${ask}"\n  ${say.expected}${expect?.join(say.or) ?? say.unanswered}\n  ${say.found}${told}`;
    }),
    ...(hidden > 0 ? [say.hidden(hidden)] : []),
  ].join('\n');
}

function isWrong({ question, rank, verdict }: Outcome): boolean {
  return question.expect ? rank !== 1 || verdict !== 'results' : verdict === 'results';
}
