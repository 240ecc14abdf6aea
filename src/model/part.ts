/**
 * The neutral form of what a kind shows besides the shared fields. A kind turns its fields into parts once;
 * the page, the Markdown twin and the feeds each print the same parts in their own way.
 * All strings are prose as an editor typed it: plain text in which only `code` spans mean anything.
 */

interface PartBase {
  /** Anchor of the part on the page, unique there. */
  id: string;
  title: string;
}

/** A list; `ordered` where the order matters. */
export interface ListPart extends PartBase {
  type: 'list';
  items: readonly string[];
  ordered?: boolean;
}

/** One paragraph. */
export interface TextPart extends PartBase {
  type: 'text';
  text: string;
}

/** Rows under headings; the first cell of each row names the row. */
export interface TablePart extends PartBase {
  type: 'table';
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

/** Things each with what is said of it. `to` makes the name a link to an entry. */
export interface PairsPart extends PartBase {
  type: 'pairs';
  pairs: readonly { name: string; text: string; to?: string }[];
}

/** Code files, shown whole. */
export interface CodePart extends PartBase {
  type: 'code';
  files: readonly { path: string; title: string }[];
}

/** Items to tick, each with the evidence that settles it. */
export interface ChecklistPart extends PartBase {
  type: 'checklist';
  items: readonly { id: string; text: string; notes: readonly { label: string; text: string }[] }[];
}

/** Whether a part is a few words, which stand beside their label; the rest is a section of its own. */
export function isShort(part: Part): boolean {
  return part.type === 'text' || (part.type === 'list' && !part.ordered);
}

export type Part = ListPart | TextPart | TablePart | PairsPart | CodePart | ChecklistPart;
