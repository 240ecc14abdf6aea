/** What may follow the language of a code block: `title="a.py" mark="2-3"`, or `{2-3}`. */
import { parseLines, type LineRange } from './lines.ts';

export interface FenceMeta {
  title: string | undefined;
  marked: LineRange[];
  /** The first part that means nothing. */
  unknown: string | undefined;
}

/** The options in `meta`, the rest of a fence's line after the language. */
export function parseMeta(meta: string | null): FenceMeta {
  const result: FenceMeta = { title: undefined, marked: [], unknown: undefined };
  for (const [part, name, value, braces] of (meta ?? '').slice(0, 500).matchAll(/(\w+)="([^"]*)"|\{([^}]*)\}|\S+/g)) {
    const lines = name === 'mark' || braces !== undefined ? parseLines(value ?? braces ?? '') : undefined;
    if (name === 'title') result.title = value;
    else if (lines !== undefined) result.marked.push(...lines);
    else result.unknown ??= part;
  }
  return result;
}
