/**
 * The ledger: what each entry said when it was last written down, and since when. `content/ledger.json` is committed
 * with the content, one line an entry, sorted, so that version control shows and merges it line by line.
 */
import { z } from 'zod';
import { isIsoDate } from '#lib/date.ts';
import type { Entry } from './entry.ts';
import { compare } from './problem.ts';
import { checkedOn } from './review.ts';

/** Name of the ledger, in the content folder. */
export const ledgerFile = 'ledger.json';

/** What hashes are made of. Raise it whenever markup/meaning.ts hashes something else: older hashes then compare to nothing. */
export const ledgerVersion = 1;

/** What the ledger knows of one entry. */
export interface LedgerLine {
  /** Hash of the entry's meaning. */
  hash: string;
  /** The day on which that meaning came to be. */
  updated: string;
}

export interface Ledger {
  /** The `ledgerVersion` of its hashes. */
  version: number;
  /** By the entry's reference. Entries that are gone stay: their addresses were public once. */
  lines: ReadonlyMap<string, LedgerLine>;
  /** The file as it is, so that problems can point into it. */
  text: string;
}

const schema = z.strictObject({
  version: z.int().min(1),
  entries: z.record(z.string(), z.strictObject({ hash: z.string().min(1), updated: z.string().refine(isIsoDate) })),
});

/** The ledger written in `text`, or undefined when it is not one: half merged, cut off, edited by hand. */
export function parseLedger(text: string): Ledger | undefined {
  try {
    const { version, entries } = schema.parse(JSON.parse(text));
    return { version, lines: new Map(Object.entries(entries)), text };
  } catch {
    return undefined;
  }
}

/** `lines` as the text of a ledger. */
export function printLedger(lines: ReadonlyMap<string, LedgerLine>): string {
  const sorted = [...lines].sort(([a], [b]) => compare(a, b));
  return `{\n"version": ${ledgerVersion},\n"entries": {\n${sorted.map(([ref, line]) => `${JSON.stringify(ref)}: ${JSON.stringify(line)}`).join(',\n')}\n}\n}\n`;
}

/** The line of the file on which the entry `ref` stands, from 1. */
export function ledgerLineOf({ text }: Ledger, ref: string): number {
  return Math.max(1, text.split('\n').findIndex((line) => line.includes(`${JSON.stringify(ref)}:`)) + 1);
}

/** How an entry stands to the ledger. */
export interface Standing {
  state: 'new' | 'same' | 'changed';
  /** The day on which its meaning last changed, `YYYY-MM-DD`. */
  since: string;
  /** Whether the editors gave a change no new date. */
  undated: boolean;
}

/** How `entry`, whose meaning has the hash `hash`, stands to `ledger`. A ledger of another version knows no hashes. */
export function standingOf({ ref, brief }: Entry, hash: string, ledger: Ledger | undefined): Standing {
  const line = ledger?.version === ledgerVersion ? ledger.lines.get(ref) : undefined;
  if (!line) return { state: 'new', since: brief.updated, undated: false };
  if (line.hash === hash) return { state: 'same', since: line.updated > brief.published ? line.updated : brief.published, undated: false };
  const since = checkedOn(brief);
  return { state: 'changed', since, undated: since <= line.updated };
}
