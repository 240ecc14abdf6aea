/** Which entry of a corpus is what: kind, slug and subject follow from its number alone. */
import { places, systems, trades } from './words.ts';

export const kindOrder = ['answers', 'answers', 'glossary', 'answers', 'guides', 'answers', 'answers', 'examples', 'answers', 'answers', 'glossary', 'answers', 'checklists', 'answers', 'answers', 'guides', 'answers', 'glossary', 'answers', 'posts'] as const;

export type CorpusKind = (typeof kindOrder)[number];

const prefixes: Record<CorpusKind, string> = { answers: 'a', guides: 'g', examples: 'e', checklists: 'c', glossary: 't', posts: 'p' };
const subjects = places.length * trades.length * systems.length;

/** The kind of entry `number`. */
export function kindOf(number: number): CorpusKind {
  return kindOrder[number % kindOrder.length]!;
}

/** The slug of entry `number`, such as `a-00042`. */
export function slugOf(number: number): string {
  return `${prefixes[kindOf(number)]}-${String(number).padStart(5, '0')}`;
}

/** The reference of entry `number`, such as `answers/a-00042`. */
export function refOf(number: number): string {
  return `${kindOf(number)}/${slugOf(number)}`;
}

/** What entry `number` is about; no two entries share it. Neighbours differ in every word. */
export function subjectOf(number: number): string {
  const scattered = (number * 7919) % subjects;
  const place = places[scattered % places.length]!;
  const trade = trades[Math.floor(scattered / places.length) % trades.length]!;
  const system = systems[Math.floor(scattered / places.length / trades.length)]!;
  const round = Math.floor(number / subjects);
  return place + trade + system + (round ? `第 ${round + 1} 期` : '');
}

/** The term that glossary entry `number` explains. */
export function termOf(number: number): string {
  return `${subjectOf(number)}水位`;
}
