/** A kind of entry: everything in which kinds differ. Outputs, checks and pages ask the kind and never its name. */
import type { IdReference, Thing } from 'schema-dts';
import type { z } from 'zod';
import type { Contract } from './contract.ts';
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
}

/** A word that an entry defines for the whole site. */
export interface Term {
  name: string;
  english?: string | undefined;
  /** Every way to write it, `name` first: found in other entries, it becomes a link to this one. */
  names: readonly OwnWord[];
  /** What must not be written for it. */
  avoid: readonly OwnWord[];
}

/** A word, and where in the frontmatter it stands. */
export interface OwnWord {
  text: string;
  path: readonly (string | number)[];
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
  /** Order of the kind's lists: newest first, or by the letter under which a reader looks an entry up, with links to each letter. */
  order: 'newest' | 'initial';
  /** The name under which an entry is filed by initial; its title where absent. */
  filedAs?(data: Data): string | undefined;
  /** What comes before and after an entry: those published before and after it (where `order` is `newest`), or the other parts of the whole that it is part of. Missing where there is no order to read in. */
  sequence?: 'date' | 'parts';
  /** What belongs between the next steps and the body. */
  before?(data: Data, lang: Lang): Part[];
  /** What belongs between the body and the follow-up questions. */
  after?(data: Data, lang: Lang): Part[];
  /** Questions as people put them, all of which this entry answers. */
  phrasings?(data: Data): string[];
  /** The term that the entry defines. */
  term?(data: Data): Term;
  /** Fields that are typed by machines or for them, such as commands: never read as prose. */
  verbatim?: readonly string[];
  codeFiles?(data: Data): readonly CodeFile[];
  /** Texts in the entry's code that readers replace by their own, besides those that are so by convention. */
  placeholders?(data: Data): readonly string[];
  /** Of an entry whose fields are not all sound it gets those that are. */
  references?(data: Partial<Data>): OwnReference[];
  /** What a new entry starts with where the schema alone cannot say it, and the text of the code files that it shows then. */
  starter?(slug: string): { data: Partial<Data>; files: Readonly<Record<string, string>> };
  /** What the page is about, as a node of its JSON-LD graph: the `mainEntity` of the page. It says nothing that the page does not show. */
  jsonLd(entry: Entry<Data>, graph: GraphContext): GraphNode;
}

/** What a kind needs to know to write its JSON-LD. Nodes of a page take anchors of the page as their `@id`. */
export interface GraphContext {
  /** Absolute address of the entry's page, which is the `@id` of its WebPage node too. */
  url: string;
  /** The list of the kind. */
  list: { url: string; name: string };
  /** Language of the content, such as zh-CN. */
  lang: string;
  /** The day on which the meaning of the entry last changed. */
  updated: string;
  author: IdReference;
  publisher: IdReference;
}

/** A node of a graph that others can refer to. Vocabulary: https://schema.org/docs/full.html */
export type GraphNode = Exclude<Thing, string> & IdReference;

/** A kind, with the type of its data inferred from its schema. */
export function defineKind<Data extends Contract>(kind: Kind<Data>): Kind<Data> {
  return kind;
}
