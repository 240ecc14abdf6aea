/** A kind of entry: everything in which kinds differ. Outputs, checks and pages ask the kind and never its name. */
import type { z } from 'zod';
import type { Contract, RelationType } from './contract.ts';
import type { Entry } from './entry.ts';
import type { Part } from './part.ts';
import type { Lang } from './problem.ts';

/** A real file that an entry shows, with the language in which it is highlighted. */
export interface CodeFile {
  /** Relative to the folder of the kind. */
  path: string;
  language: string;
  title?: string | undefined;
}

/** A reference to another entry that a kind's own fields make. */
export interface OwnReference {
  to: string;
  /** Where in the frontmatter it stands. */
  path: readonly (string | number)[];
  /** What the reference means, where it is a relation. */
  as?: RelationType;
}

/** What the kind says of itself to readers. */
export interface KindLabels {
  one: string;
  many: string;
  /** One sentence under the heading of the kind's list. */
  lead: string;
}

/** A folder of content whose files share one schema. */
export interface Folder<Data = unknown> {
  /** Folder below `content/`. */
  readonly id: string;
  readonly schema: z.ZodObject<z.ZodRawShape, z.core.$strict> & z.ZodType<Data>;
}

/** One kind of entry. */
export interface Kind<Data extends Contract = Contract> extends Folder<Data> {
  labels: Readonly<Record<Lang, KindLabels>>;
  /** Order of the kind's lists: newest first, or by title. */
  order: 'newest' | 'title';
  /** What belongs between the next steps and the body. */
  before?(data: Data, lang: Lang): Part[];
  /** What belongs between the body and the follow-up questions. */
  after?(data: Data, lang: Lang): Part[];
  /** Questions as people put them, all of which this entry answers. */
  phrasings?(data: Data): string[];
  /** Other names of the subject, matched in search. */
  names?(data: Data): string[];
  codeFiles?(data: Data): readonly CodeFile[];
  references?(data: Data): OwnReference[];
  /** The kind's own nodes of the page's JSON-LD graph; `page` is the `@id` of the WebPage node. */
  jsonLd(entry: Entry<Data>, graph: GraphContext): GraphNodes;
}

/** What a kind needs to know to write its JSON-LD. */
export interface GraphContext {
  siteUrl: string;
  url: string;
  lang: string;
  organization: string;
  author: string;
  website: string;
  /** Absolute address of an entry. */
  urlOf(reference: string): string;
  /** Text of a code file of the entry. */
  codeText(path: string): string;
}

/** JSON-LD of an entry: fields for its WebPage node, and further nodes. */
export interface GraphNodes {
  /** Added to the WebPage node. */
  page?: Record<string, unknown>;
  nodes?: Record<string, unknown>[];
}

/** A kind, with the type of its data inferred from its schema. */
export function defineKind<Data extends Contract>(kind: Kind<Data>): Kind<Data> {
  return kind;
}
