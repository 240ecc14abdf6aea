/** Entries: files of content that passed their schema. */
import type { Brief } from './brief.ts';
import type { Contract } from './contract.ts';
import type { Kind, Term } from './kind.ts';
import { compare } from './problem.ts';
import type { Source } from './source.ts';

/** One entry. */
export interface Entry<Data extends Contract = Contract> {
  kind: Kind<Data>;
  slug: string;
  /** `<kind>/<slug>`, the name by which others refer to it. */
  ref: string;
  /** Path below the site's address, with slashes at both ends. */
  path: string;
  /** The fields as its kind has them. They may have to be read from the disk. */
  readonly data: Data;
  /** The term that it defines. */
  readonly term: Term | undefined;
  brief: Brief;
  source: Source;
  /** Text of the entry's code files, by the path it gives them. */
  codeFiles: ReadonlyMap<string, { language: string; text: string }>;
}

/** Whether `item` is an entry that readers find: neither a trust page nor a tombstone. */
export function isLiving(item: Entry | TrustPage): item is Entry {
  return 'kind' in item && !item.brief.supersededBy;
}

/** The name under which `entry` is filed where its kind is ordered by initial. */
export function filedAs({ brief }: Entry): string {
  return brief.filedAs ?? brief.title;
}

/** The question as a person asked it, where the title of `entry` has other words. */
export function askedIn({ kind, data }: Entry): string | undefined {
  const [asked] = kind.phrasings?.(data) ?? [];
  return asked === data.title ? undefined : asked;
}

/** The names of what `entry` explains, where it defines a term. */
export function namesOf({ term }: Entry): string[] {
  return term?.names.map(({ text }) => text) ?? [];
}

/** Every way to ask for `entry`: its title, its question with the other phrasings, names of its subject, other words that people type. */
export function waysToAsk(entry: Entry): string[] {
  const { kind, data } = entry;
  return [data.title, ...(kind.phrasings?.(data) ?? []), ...namesOf(entry), ...(data.aliases ?? [])];
}

/** What was changed in an entry, newest first, in whatever order the editor wrote it down. */
export function revisionsOf({ revisions = [] }: Pick<Contract, 'revisions'>): NonNullable<Contract['revisions']> {
  return revisions.toSorted((a, b) => compare(b.date, a.date));
}

/** A page about the site itself: who writes it, by which rules, how to reach people. */
export interface TrustPage {
  slug: string;
  /** `pages/<slug>`. */
  ref: string;
  /** `/<slug>/`: trust pages stand at the top of the site. */
  path: string;
  data: { title: string; description: string; updated: string; role: string };
  brief: Pick<Brief, 'title'>;
  source: Source;
}
