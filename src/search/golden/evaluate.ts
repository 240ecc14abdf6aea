/** Golden questions put to an index. */
import type { Question } from '#model/questions.ts';
import type { OpenIndex } from '../query/open.ts';
import { search, type Answer } from '../query/search.ts';

/** What became of one question. */
export interface Outcome {
  question: Question;
  /** References of what was found, best first. */
  found: string[];
  /** Place of the first page that answers, from 1; 0 where none was found. */
  rank: number;
  verdict: Answer['verdict'];
}

/** Puts every question to `index`. */
export async function askAll(index: OpenIndex, questions: readonly Question[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const { verdict, hits } = await search(index, question.ask);
    const found = hits.map(({ card }) => card.ref);
    outcomes.push({ question, found, rank: found.findIndex((ref) => question.expect?.includes(ref)) + 1, verdict });
  }
  return outcomes;
}

/** How well a set of questions fared. Shares are from 0 to 1, and 1 where there is nothing to get wrong. */
export interface Measures {
  /** Questions that the site answers. */
  answered: number;
  /** Share of them whose first hit answers. */
  success1: number;
  /** Share with an answer among the first five. */
  success5: number;
  /** Mean reciprocal rank of the first answer. */
  mrr: number;
  /** How many of them found nothing at all. */
  zero: number;
  /** Questions that the site does not answer. */
  unanswered: number;
  /** Share of the "not answered here" verdicts that are right. */
  verdict: number;
  /** Share of the unanswered questions that get this verdict. */
  recall: number;
}

/** Measures `outcomes`. */
export function measure(outcomes: readonly Outcome[]): Measures {
  const answered = outcomes.filter(({ question }) => question.expect);
  const unanswered = outcomes.filter(({ question }) => !question.expect);
  const refused = outcomes.filter(({ verdict }) => verdict !== 'results');
  const rightly = refused.filter(({ question }) => !question.expect).length;
  return {
    answered: answered.length,
    success1: share(answered.filter(({ rank }) => rank === 1).length, answered.length),
    success5: share(answered.filter(({ rank }) => rank > 0 && rank <= 5).length, answered.length),
    mrr: share(answered.reduce((sum, { rank }) => sum + (rank ? 1 / rank : 0), 0), answered.length),
    zero: answered.filter(({ found }) => found.length === 0).length,
    unanswered: unanswered.length,
    verdict: share(rightly, refused.length),
    recall: share(rightly, unanswered.length),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}
