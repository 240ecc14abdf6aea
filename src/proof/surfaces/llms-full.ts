/** `/llms-full.txt` and `/<kind>/llms-full.txt`: every entry whole, one after the other. */
import { kindPath } from '#model/paths.ts';
import type { Expected, Surface } from '../surface.ts';
import type { Field } from '../reference.ts';
import { headOf, readMarkdown } from '../parse/markdown.ts';

const states: readonly Field[] = ['url', 'title', 'answer', 'appliesTo', 'notFor', 'neverShare', 'published', 'updated', 'checked', 'due', 'overdue'];

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
    // An entry begins with a rule, its title and its address; no body has these three in a row.
    for (const entry of text.split(/\n---\n\n(?=# [^\n]+\n\n- URL)/).slice(1)) yield recall(readMarkdown, headOf(entry));
  },
};
