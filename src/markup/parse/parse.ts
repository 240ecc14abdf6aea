/** MDX body → tree. Nothing is evaluated: Sätteri is asked for its syntax tree only. */
import { mdxToMdast, type Features, type MdastNode } from 'satteri';
import type { Report } from '../report.ts';
import type { BodySource } from '../source.ts';
import { adopt, TooDeep } from './adopt.ts';
import { maxDepth, reportDepth } from './limits.ts';
import type { Root } from './nodes.ts';
import { separate } from './separate.ts';
import { reportSyntaxError } from './syntax-error.ts';

const features: Features = { frontmatter: false, gfm: true, smartPunctuation: false };

/** The tree of `source`'s body; undefined, with the reason reported, when it cannot be parsed. */
export function parseBody(source: BodySource, report: Report): Root | undefined {
  const { text, bodyStart } = source;
  const body = text.slice(bodyStart);
  const prefix = declareLabels(body);
  const separated = separate(body);
  // With a backslash as the last character of what looks like code, Sätteri 0.10.5 ends the process.
  const parsed = `${prefix}${separated.text}\n`;
  const toFile = (offset: number): number => {
    const inBody = offset - prefix.length;
    return inBody < 0 ? -1 : bodyStart + inBody - countBelow(separated.inserted, inBody);
  };
  let tree: MdastNode;
  try {
    tree = mdxToMdast(parsed, { features });
  } catch (error) {
    // The native parser throws plain errors. Whatever it was, it is about this text, and an editor must not see a stack.
    reportSyntaxError(error instanceof Error ? error.message : '', { text, bodyStart, parsed, toFile }, report);
    return undefined;
  }
  try {
    return adopt(tree, { text, toFile, maxDepth });
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    reportDepth(error.offset, report);
    return undefined;
  }
}

/**
 * Footnote definitions put in front of the body for every `[^label]` in it: without a definition the parser
 * would leave a citation as text, and neither a cited source nor a mistyped label could be told from prose.
 */
function declareLabels(body: string): string {
  if (!body.includes('[^')) return '';
  const labels = new Set(Array.from(body.matchAll(/\[\^([^\s[\]\\]{1,200})\]/g), (match) => match[1]!));
  if (labels.size === 0) return '';
  return `${Array.from(labels, (label) => `[^${label}]: x\n\n`).join('')}{/**/}\n\n`;
}

/** Number of entries of ascending `values` that are below `limit`. */
function countBelow(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
