/** The Chinese names that pages give, which browsers take for words. */
import { longWordOf } from '../query/segment.ts';
import { hanStopWords } from '../text/han-stop-words.ts';
import type { Normalise } from '../text/normalise.ts';
import { runsOf } from '../text/tokens.ts';

export const stopWords: ReadonlySet<string> = new Set(hanStopWords);

/** The names of things in labels and short questions. */
export function namesIn(labels: readonly string[], normalise: Normalise): string[] {
  const names = labels.flatMap((label) => runsOf(normalise(label))).filter(({ han }) => han).flatMap(({ text }) => text.split(askingWords));
  return names.filter((name) => name.length > 1 && name.length <= 6 && !stopWords.has(name));
}

/** What separates the names in a label or a short question. */
const askingWords = new RegExp(`${longWordOf(hanStopWords).source}|[的与和了吗]`);
