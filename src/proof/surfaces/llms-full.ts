/** `/llms-full.txt` and `/<kind>/llms-full.txt`: every entry whole, one after the other. */
import { kindPath } from '#model/paths.ts';
import type { Expected, Surface } from '../surface.ts';
import type { Field } from '../reference.ts';
import { headOf, readMarkdown } from '../parse/markdown.ts';

const states: readonly Field[] = ['url', 'title', 'answer', 'appliesTo', 'notFor', 'neverShare', 'published', 'updated', 'checked', 'due', 'state'];

export const llmsFull: Surface = {
  id: 'llms-full',
  *shared({ site, entries, trust, of }): Generator<Expected> {
    if (site.config.ai.answers === 'deny') return;
    yield { path: '/llms-full.txt', subjects: [...entries, ...trust], states, holds: 'ordered' };
    for (const { id } of site.kinds) {
      const subjects = site.ofKind(id).map(of);
      if (subjects.length > 0) yield { path: `${kindPath(id)}llms-full.txt`, subjects, states, holds: 'ordered' };
    }
  },
  cut: '\n---\n\n# ',
  isLong: true,
  *read(text, { recall }) {
    let start: number | undefined;
    for (const { index, 0: rule } of text.matchAll(beginning)) {
      if (start !== undefined && endsInCode(text.slice(start, index))) continue; // shown as an example of such a file
      if (start !== undefined) yield recall(readMarkdown, headOf(text.slice(start, index)));
      start = index + rule.length;
    }
    if (start !== undefined) yield recall(readMarkdown, headOf(text.slice(start)));
  },
};

/** An entry begins with a rule, its title and its address; where no code is shown, no body has these three in a row. */
const beginning = /\n---\n\n(?=# [^\n]+\n\n- URL)/g;

/**
 * Whether `text`, which begins outside of code, ends within a fenced block: https://spec.commonmark.org/0.31.2/#fenced-code-blocks.
 * One that is indented belongs to a list or a quote and holds no rule at the beginning of a line.
 */
function endsInCode(text: string): boolean {
  let open = '';
  for (const [, indent, fence = '', more = ''] of text.matchAll(/^( {0,3})(`{3,}|~{3,})(.*)$/gm)) {
    if (open !== '') open = fence.startsWith(open) && more.trim() === '' ? '' : open;
    else if (indent === '' && !(fence.startsWith('`') && more.includes('`'))) open = fence;
  }
  return open !== '';
}
