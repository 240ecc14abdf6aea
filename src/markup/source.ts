/** One body to compile, with everything that its result may depend on. */
import type { Entry, TrustPage } from '#model/entry.ts';
import type { Lang } from '#model/problem.ts';

/** Text of a code file that `<Code file>` can show. */
export interface CodeFile {
  language: string;
  text: string;
}

/** One way to write a term, and the reference of the entry that defines it. */
export interface TermName {
  name: string;
  ref: string;
}

export interface BodySource {
  /** Path relative to the content folder; appears in problems only. */
  file: string;
  /** The whole file: LF line ends, no byte order mark. */
  text: string;
  /** UTF-16 offset in `text` where the body begins. */
  bodyStart: number;
  /** Files that `<Code file>` may name, by the name to be typed. */
  codeFiles?: ReadonlyMap<string, CodeFile>;
  /** Ids of the frontmatter's `sources`, which `[^id]` may cite without a definition in the body. */
  sources?: readonly string[];
  /** Texts in its code that readers replace by their own, besides those that are so by convention. */
  placeholders?: readonly string[];
  /** Names of terms that stand somewhere in the body: the first in each section becomes a link. */
  terms?: readonly TermName[];
  /** Reference of the entry itself, which never links to itself, and by which its footnotes are told from those of others. */
  self?: string;
  /** Language of generated words such as 注意; default `zh`. */
  lang?: Lang;
}

/** The body of `item`, of which neither the terms nor the language are known here. */
export function bodySource(item: Entry | TrustPage): BodySource {
  const { file, text, bodyStart } = item.source;
  return { file, text, bodyStart, ...('kind' in item ? { codeFiles: item.codeFiles, sources: (item.data.sources ?? []).map(({ id }) => id ?? ''), placeholders: item.kind.placeholders?.(item.data) ?? [] } : {}) };
}
