/** Holding what a file says against what it must say. */
import type { Difference, Excess } from './difference.ts';
import type { Field, Reference, Subject } from './reference.ts';
import type { Expected, Statement } from './surface.ts';

/** Every difference between `statements` and what `surface` must say in `expected.path`, and of whom they speak. */
export function compareStatements(surface: string, expected: Expected, statements: Iterable<Statement>, reference: Reference): { differences: Difference[]; seen: ReadonlySet<Subject> } {
  const { path, subjects, holds } = expected;
  const wanted = holds === 'some' ? undefined : new Set(subjects);
  const seen = new Set<Subject>();
  const places = new Map<string, Set<Subject>>();
  const differences: Difference[] = [];
  for (const { url, says, file = path } of statements) {
    const subject = url === undefined ? subjects[0] : reference.at(url);
    const place = places.get(file) ?? new Set();
    const excess = excessOf(subject, wanted, holds !== 'self' && place.has(subject!));
    if (!subject || excess) {
      differences.push({ rule: 'extra', file, surface, field: 'entry', about: url, found: url, excess });
      continue;
    }
    places.set(file, place.add(subject));
    seen.add(subject);
    for (const field of expected.states) {
      if (!saysSame(subject, says, field)) differences.push({ rule: 'value', file, surface, field, about: subject.url, expected: subject.facts[field] ?? '', found: says[field] ?? '' });
    }
  }
  if (holds === 'some') return { differences, seen };
  const missing = subjects.filter((subject) => !seen.has(subject));
  differences.push(...missing.map(({ url }): Difference => ({ rule: 'missing', file: path, surface, field: 'entry', about: url, expected: url })));
  if (holds === 'ordered' && missing.length === 0) differences.push(...compareOrder(surface, expected, [...seen]));
  return { differences, seen };
}

/** Whether what is said of `subject` in `field` is what the content says. */
export function saysSame({ facts }: Subject, says: Statement['says'], field: Field): boolean {
  return says === facts || sameText(facts[field] ?? '', says[field] ?? '');
}

/** Why `subject` should not be where it is; without `wanted`, all that is published may be, as often as one likes. */
function excessOf(subject: Subject | undefined, wanted: ReadonlySet<Subject> | undefined, isRepeated: boolean): Excess | undefined {
  if (!subject) return 'unknown';
  if (wanted?.has(subject)) return isRepeated ? 'twice' : undefined;
  if (subject.role === 'draft' || subject.role === 'tombstone') return subject.role;
  return wanted && 'misplaced';
}

function compareOrder(surface: string, { path, subjects }: Expected, found: readonly Subject[]): Difference[] {
  const at = subjects.findIndex((subject, index) => subject !== found[index]);
  return at < 0 ? [] : [{ rule: 'order', file: path, surface, field: 'order', expected: subjects[at]!.url, found: found[at]?.url }];
}

/**
 * Whether two texts say the same: formats differ in how they show `code` and in white space, and in llms.txt, whose
 * links cannot hold square brackets.
 */
function sameText(a: string, b: string): boolean {
  return a === b || bare(a) === bare(b);
}

function bare(text: string): string {
  return text.replaceAll('`', '').replaceAll('【', '[').replaceAll('】', ']').replace(/[^\S\n]+/g, ' ').trim();
}
