/** The fields that each kind adds, and the code files of examples. */
import { makeCode, type Snippet } from './code.ts';
import { slugOf, subjectOf, termOf, type CorpusKind } from './plan.ts';
import type { Speech } from './speech.ts';

export interface Own {
  data: Record<string, unknown>;
  /** Code by its path relative to the folder of the kind. */
  files: Map<string, string>;
}

type Write = (number: number, speech: Speech) => Record<string, unknown>;

/** The fields of entry `number` that only its kind has. */
export function makeOwn(kind: CorpusKind, number: number, speech: Speech): Own {
  if (kind !== 'examples') return { data: writers[kind](number, speech), files: new Map() };
  const code = makeCode(number, speech.random);
  const path = `${slugOf(number)}/main.${code.extension}`;
  return { data: example(path, code, speech), files: new Map([[path, code.text]]) };
}

const writers: Record<Exclude<CorpusKind, 'examples'>, Write> = {
  answers: (_, { say, random }) => ({
    question: say('title'),
    asks: [say('ask'), say('ask')],
    ...(random.chance(0.4) ? { wrongAnswers: [{ claim: say('claim'), why: say('reason') }] } : {}),
  }),
  guides: (_, { say, random }) => ({ audience: [say('applies')], outcome: say('step'), prerequisites: [say('applies')], duration: `${random.int(10, 90)} 分钟` }),
  glossary: (number, { random }) => ({
    term: termOf(number),
    english: `water level ${number}`,
    synonyms: [`${subjectOf(number)}阈线`],
    ...(random.chance(0.3) ? { avoid: [`${subjectOf(number)}警戒数`] } : {}),
  }),
  checklists: (_, { say, several }) => ({
    when: say('applies'),
    sections: [1, 2].map((section) => ({
      title: say('heading'),
      items: several('step', 2, 3).map((text, index) => ({ id: `item-${section}-${index + 1}`, text, evidence: say('basis') })),
    })),
  }),
  posts: (_, { say, several }) => ({ audience: [say('applies')], checklist: several('step', 1, 3) }),
};

function example(path: string, { language }: Snippet, { say, random }: Speech): Record<string, unknown> {
  return {
    scenario: say('applies'),
    files: [{ path, language }],
    placeholders: [{ token: 'API_KEY', replaceWith: say('applies') }],
    run: [`export RUN_ID=${random.int(1000, 999999)}`, `./${path}`],
    success: [{ text: say('basis') }],
    errors: [{ symptom: say('faq'), cause: say('reason'), fix: say('step') }],
  };
}
