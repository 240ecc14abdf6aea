/** An editorial check: one promise of the site, held against all of it. */
import type { Path } from '#lib/yaml.ts';
import type { Edition } from '#markup/edition.ts';
import type { SiteConfig } from '#model/config.ts';
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Ledger } from '#model/ledger.ts';
import type { Place, Problem } from '#model/problem.ts';
import type { Rule } from '#model/rule.ts';

/** What checks may look at. */
export interface CheckContext {
  /** The entries and pages whose own fields and bodies are sound. */
  edition: Edition;
  /** Entries and pages whose fields can be read and that are unsound otherwise: checks of single entries look at these too. */
  unsound: readonly (Entry | TrustPage)[];
  /** Every reference that a file stands for, sound or not. */
  known: ReadonlySet<string>;
  /** Paths of the files that are copied as they are, such as `/logo.svg`. */
  assets: ReadonlySet<string>;
  /** Paths of the files that a build makes beside the pages, such as `/rss.xml`. Knowing them takes all outputs along: ask late. */
  made(): ReadonlySet<string>;
  /** Paths of those of them that llms.txt names beside entries. Ask late, too. */
  resources(): readonly string[];
  /** Every text of the content folder with its file, drafts and broken files included. */
  texts(): Iterable<{ file: string; text: string; keep<Value>(basis: string, make: () => Value): Value }>;
  /** References of the drafts. */
  drafts: ReadonlySet<string>;
  /** What entries said before, where the site keeps a ledger. */
  ledger: Ledger | undefined;
  /** The place of a value of site.yaml, or of its key. */
  settings(path: Path, of?: 'key' | 'value'): Place;
  /** What `make` gives, kept between runs. `basis` names everything that it rests on; what it gives must survive JSON. */
  keep<Value>(basis: string, make: () => Value): Value;
  /**
   * What `make` gives for `item` under the name `topic`, kept between runs as long as that file and `basis` stay the same. Undefined is not kept.
   * For the dear part of a check of the site that looks at one entry after the other.
   */
  keepIn<Value>(item: Entry | TrustPage, topic: string, basis: string, make: () => Value | undefined): Value | undefined;
}

/** A problem as a check finds it; how grave it is stands in its rule. */
export type Found = Omit<Problem, 'severity'>;

/** A check looks at the site, at single entries, or at both. */
export interface Check {
  /** The name of its file, by which a fault of the check itself is reported. */
  id: string;
  /** Every rule that it can report, with what `lede explain` prints. */
  rules: readonly Rule[];
  /** Looks at the site as a whole. It runs each time. */
  find?(context: CheckContext): Found[];
  /**
   * Looks at one entry, tombstone or trust page: not at the day, and not at others. It runs only when that or site.yaml has
   * changed, since what it finds is kept: whatever can be told from one entry alone belongs here.
   */
  findIn?(item: Entry | TrustPage, config: SiteConfig): Found[];
}
