/** What a proof leaves for the next one, as plain data: what was said of whom, and where. */
import { digest } from '#lib/hash.ts';
import { fields, type Field, type Reference, type Subject } from './reference.ts';

export interface Proven {
  /** How many files the tree had. Those that a build adds to it later are made of them. */
  files: number;
  /** Whatever had a page: its address, its key, and the digests of its facts. */
  subjects: (readonly [url: string, key: string, facts: string])[];
  /** By surface and file: of whom it speaks, as numbers of `subjects`, and in which files it goes on. */
  speaks: (readonly [duty: string, subjects: readonly number[], parts: readonly string[]])[];
  /** By page: the parts of other pages that it leads to. */
  fragments: (readonly [file: string, fragments: readonly string[]])[];
  /** Texts that stood in drafts alone. */
  drafts: readonly string[];
}

/** Of whom a file spoke, undefined standing for what has no page any more, and in which files it went on. */
export interface Spoken {
  subjects: readonly (Subject | undefined)[];
  parts: readonly string[];
}

/** What has become of what was proven. */
export interface Past {
  /** What had a page and has none, by address. */
  gone: readonly string[];
  /** Of whom something else is to be said. */
  changed: ReadonlyMap<Subject, ReadonlySet<Field>>;
  spoken(duty: string): Spoken | undefined;
  /** The duties whose files spoke of somebody who changed or is gone. */
  concerned(): string[];
  /** What was proven of the duties that are not among `others` and whose file is not `lost`, as it would be said now. */
  carried(others: ReadonlySet<string>, lost: ReadonlySet<string>): Proven['speaks'];
}

/** Compares what was proven to what is to be said now. Facts are made of those alone whose key is another one. */
export function recallPast({ subjects, speaks }: Proven, { all, numberOf }: Reference): Past {
  const known = new Map(subjects.map((line) => [line[0], line]));
  const now = new Map(all.map((subject) => [subject.url, subject]));
  const numbered = subjects.map(([url]) => now.get(url));
  const changed = new Map<Subject, ReadonlySet<Field>>();
  for (const subject of all) {
    const [, key, facts = ''] = known.get(subject.url) ?? [];
    if (key !== subject.key) changed.set(subject, changedFields(facts, digestFacts(subject)));
  }
  const byDuty = new Map(speaks.map((line) => [line[0], line]));
  return {
    gone: subjects.flatMap(([url], number) => (numbered[number] ? [] : [url])),
    changed,
    spoken(duty) {
      const line = byDuty.get(duty);
      return line && { subjects: line[1].map((number) => numbered[number]), parts: line[2] };
    },
    concerned() {
      const isConcerned = numbered.map((subject) => !subject || changed.has(subject));
      return speaks.flatMap(([duty, some]) => (some.some((number) => isConcerned[number]) ? [duty] : []));
    },
    carried(others, lost) {
      const left = speaks.filter(([duty]) => !others.has(duty) && (lost.size === 0 || !lost.has(fileOf(duty))));
      if (numbered.every((subject, number) => subject === all[number])) return left;
      return left
        .filter(([, some]) => some.every((number) => numbered[number]))
        .map(([duty, some, parts]) => [duty, some.map((number) => numberOf(numbered[number]!)), parts]);
    },
  };
}

/** The file of a duty. */
export function fileOf(duty: string): string {
  return duty.slice(duty.indexOf(' ') + 1);
}

/** What is to be said of everybody, for the next proof. */
export function printSubjects({ all }: Reference, before?: Proven): Proven['subjects'] {
  const known = new Map(before?.subjects.map((line) => [line[0], line]));
  return all.map((subject) => {
    const line = known.get(subject.url);
    return line && line[1] === subject.key ? line : [subject.url, subject.key, digestFacts(subject)];
  });
}

/**
 * Hexadecimal digits for the role and each fact. One that changed is taken for the same once in sixteen million times, and
 * this counts only where a file that should have been written was not.
 */
const width = 6;

function digestFacts({ role, facts }: Subject): string {
  return [role, ...fields.map((field) => facts[field])].map((value) => (value === undefined ? '' : digest(value).slice(0, width)).padEnd(width)).join('');
}

/** All of them where the role is another one. */
function changedFields(before: string, now: string): ReadonlySet<Field> {
  const isSame = (index: number) => before.slice(index * width, (index + 1) * width) === now.slice(index * width, (index + 1) * width);
  return new Set(fields.filter((_, index) => !isSame(0) || !isSame(index + 1)));
}
