/** What an MDX body becomes, before anything about the page around it is known. */

/** A heading of the body; the page's own title is the only level 1. */
export interface Heading {
  depth: 2 | 3 | 4 | 5 | 6;
  /** Unique in the body; what `#id` points at. */
  id: string;
  /** Plain text, without the `[#id]` that set the id. */
  text: string;
}

/** Somewhere the body points to, so that checks can see whether it exists. */
export interface Link {
  /** The address as typed, fragment included; a `<Term>` gives `glossary/slug`. */
  to: string;
  /** Line in the file, from 1. */
  line: number;
  /** Column in the line, from 1, in UTF-16 units. */
  column: number;
  /** Present when it is the address of an image. */
  image?: true;
}

/** A compiled body. `html` and `markdown` hold internal addresses as tokens: see references.ts. */
export interface Document {
  html: string;
  markdown: string;
  /** Plain text, one block a line, for search and for counting. */
  text: string;
  headings: Heading[];
  links: Link[];
  /** Labels that the body cites as `[^label]`, in order of first citation: footnotes and sources alike. */
  footnotes: string[];
  /** References of the entries whose terms the body links to, in order of first mention; none where it was only inspected. */
  terms: string[];
}

/** The document of a body that could not be parsed. */
export function emptyDocument(): Document {
  return { html: '', markdown: '', text: '', headings: [], links: [], footnotes: [], terms: [] };
}
