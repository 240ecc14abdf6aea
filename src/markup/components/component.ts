/** What a component is: its name, what may be typed in it, and its forms side by side. */
import type { Lang, Words } from '#model/problem.ts';
import type { Node, Tag } from '../parse/nodes.ts';
import type { Report } from '../report.ts';
import type { BodySource } from '../source.ts';

export interface Component {
  name: string;
  /** Whether it stands on lines of its own or inside a line of text. */
  place: 'block' | 'inline';
  /** The one component that it may stand in, directly. */
  parent?: string;
  content: Content;
  attributes: Readonly<Record<string, AttributeRule>>;
  /** What the rules above cannot say; called only when they hold. */
  check?(tag: Tag, context: CheckContext): void;
  html(tag: Tag, print: HtmlPrinter): string;
  markdown(tag: Tag, print: MarkdownPrinter): string;
  /** Default: the attributes marked `shown`, then the content. */
  text?(tag: Tag, print: TextPrinter): string;
}

/** `list` is exactly one ordered list. */
export type Content = 'blocks' | 'inline' | 'nothing' | 'list' | { only: string; min: number; max: number };

export interface AttributeRule {
  required?: true;
  /** Readers see the value as text. */
  shown?: true;
  accepts(value: string): boolean;
  /** What is accepted, to follow 写 and "Write". */
  expected: Words;
}

export interface CheckContext {
  source: BodySource;
  report: Report;
  /** Remembers that the body points to `to`; reports an address that is not allowed. */
  link(to: string, offset: number, kind: 'link' | 'image'): void;
  /** Where in the file the attribute `name` of `tag` is typed. */
  attributeAt(tag: Tag, name: string, which?: 'first' | 'last'): number;
}

export interface HtmlPrinter {
  source: BodySource;
  lang: Lang;
  blocks(nodes: readonly Node[]): string;
  inline(nodes: readonly Node[]): string;
  /** Items of the one list in `nodes`, in an `<ol>` of class `className`. */
  list(nodes: readonly Node[], className: string): string;
}

export interface MarkdownPrinter {
  source: BodySource;
  lang: Lang;
  blocks(nodes: readonly Node[]): string;
  inline(nodes: readonly Node[]): string;
}

export interface TextPrinter {
  source: BodySource;
  blocks(nodes: readonly Node[]): string;
}

/** The value of the attribute `name`, undefined when it is absent. */
export function attributeOf(tag: Tag, name: string): string | undefined {
  const value = tag.attributes.find((attribute) => attribute.name === name)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** The components that stand directly in `tag`. */
export function tagsIn(tag: Tag): Tag[] {
  return tag.children.filter((child) => child.type === 'tag');
}
