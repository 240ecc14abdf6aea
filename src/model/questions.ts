/** `questions.yaml`: what people ask, as they type it, and which entry must answer. `lede evaluate` holds search to it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { locate } from '#lib/yaml.ts';
import { about, line, reference, unique } from './fields.ts';
import type { Problem } from './problem.ts';
import { faultProblem, parseYaml } from './read.ts';
import { unknownReference } from './references.ts';
import { isFault, readText } from './source.ts';

/** Ways in which people type. Success is reported for each. */
export const questionClasses = ['keyword', 'question', 'error', 'synonym', 'traditional', 'typo', 'mixed', 'english', 'unanswered'] as const;

const question = z.strictObject({
  ask: about(line(1, 500), '照人打字的样子写的一次搜索。', 'A search, as people type it.'),
  class: about(z.enum(questionClasses), '这样问属于哪一种。', 'Which way of asking it is.'),
  expect: about(z.array(reference()).min(1).optional(), '答得上的条目，任何一篇排第一都算对；不写就是本站不回答。', 'Entries that answer it, any of them; left out where the site does not answer.'),
  heldOut: about(z.boolean().default(false), '调排序的人不看这一题的结果。', 'Whoever tunes the ranking does not look at this one.'),
});

const schema = unique(z.array(question), ({ ask }) => ask);

/** One golden question. */
export type Question = z.output<typeof question>;

const file = 'questions.yaml';

/** The golden questions of a content folder, if it has any; `known` are the references that may be expected. */
export function readQuestions(contentDir: string, known: ReadonlySet<string>): { questions: Question[]; problems: Problem[] } {
  const path = join(contentDir, file);
  if (!existsSync(path)) return { questions: [], problems: [] };
  const text = readText(path);
  if (isFault(text)) return { questions: [], problems: [faultProblem(file, text)] };
  const problems: Problem[] = [];
  const questions = parseYaml({ problems }, { file, frontmatter: text }, 0, schema) ?? [];
  for (const [index, { expect = [] }] of questions.entries()) {
    for (const [at, ref] of expect.entries()) {
      if (!known.has(ref)) problems.push({ file, ...locate(text, [index, 'expect', at]), severity: 'error', ...unknownReference(ref, known) });
    }
  }
  return { questions, problems };
}
