/** What checking a tree found out, for printing it. */
import type { Citation } from './check/footnotes.ts';
import type { Heading } from './document.ts';
import type { BodyIndex } from './parse/index-body.ts';
import type { HeadingNode } from './parse/nodes.ts';

export interface Findings {
  index: BodyIndex;
  headings: Map<HeadingNode, Heading>;
  /** By identifier of the label. */
  citations: Map<string, Citation>;
}
