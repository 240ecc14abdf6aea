/** A surface: files of the built tree that state facts, and the parser that reads them back. */
import type { Lang } from '#model/problem.ts';
import type { Facts, Field, Reference, Subject } from './reference.ts';

/** What a file must say. */
export interface Expected {
  /** Path of the file below the built tree, starting with a slash. */
  path: string;
  /** What it must speak of. */
  subjects: readonly Subject[];
  /** What it must say of each. */
  states: readonly Field[];
  /**
   * `self`: the file speaks of its one subject. `all`: of every subject, once, and of nothing else; `ordered`: in their
   * order too. `some`: of whatever is published, and of no subject in particular.
   */
  holds: 'self' | 'all' | 'ordered' | 'some';
}

/** What a file says of something. */
export interface Statement {
  /** Address of what it speaks of, absolute or below the host; missing where that is the file's own subject. */
  url?: string;
  says: Facts;
  /** The file in which it stands, where that is not the one that was opened. */
  file?: string;
}

/** What a parser may look at besides the text. */
export interface Context {
  reference: Reference;
  expected: Expected;
  /** Whether the text is no whole file, but begins and ends at a `cut`. */
  isStretch: boolean;
  /** Text of the file at the path, in which this one goes on, if the tree has it and it was not read yet; empty where it need not be read. */
  open(path: string): string | undefined;
  /** Whether the tree has a file, or a folder with an index, at the path. */
  has(path: string): boolean;
  /** Path below the tree of an address of the site; undefined for addresses elsewhere. */
  pathOf(url: string): string | undefined;
  /** What `piece` says, to be looked up where it was found right before: one card stands on many pages, one entry in many feeds. */
  recall: Recall;
}

/** Reads `piece`, which speaks of the subject at `about` where it does not name it, unless it was read and is right. */
export type Recall = (read: (piece: string, lang: Lang) => Statement, piece: string, about?: string) => Statement;

/** One surface; its files are read one by one. */
export interface Surface {
  /** Name under which differences speak of it. */
  id: string;
  /** Its files that are of `subject` alone: an entry, a tombstone or a trust page. `has` tells whether the tree has a file at a path. */
  own?(subject: Subject, reference: Reference, has: (path: string) => boolean): Iterable<Expected>;
  /** Its files that speak of many, or of the site. */
  shared?(reference: Reference): Iterable<Expected>;
  /**
   * What each of its items begins with, where a stretch of them, from one mark to another or to the end, can be read like
   * a file: after an edit, no more is read. Its files hold `all` or `ordered`.
   */
  cut?: string;
  /** Whether a file may hold all of the site, so that it is read by stretches always. */
  isLong?: boolean;
  /** Where items are lines, and a subject may have several of them, wherever: texts by which those are found. */
  about?(subject: Subject): string[];
  /** What `text`, one of its files, says. Throws where it is not in the format of the surface. */
  read(text: string, context: Context): Iterable<Statement>;
}

/** One value for a field that a surface states more than once: several that differ become one that equals none. */
export function agree(...values: readonly (string | undefined)[]): string | undefined {
  const first = values.find((value) => value !== undefined);
  if (values.every((value) => value === undefined || value === first)) return first;
  return [...new Set(values.filter((value) => value !== undefined))].join(' | ');
}

/** The file of the page of `subject`, which must state `states` of it. */
export function pageFile(subject: Subject, states: readonly Field[]): Expected {
  return { path: `${subject.path}index.html`, subjects: [subject], states, holds: 'self' };
}
