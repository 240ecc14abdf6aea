/** The Markdown twins of entries and trust pages; each part of a long one says what it is a part of. */
import { twinPartPath, twinPath } from '#model/paths.ts';
import type { Field } from '../reference.ts';
import { agree, stated, type Surface } from '../surface.ts';
import { factsInMarkdown, headOf } from '../parse/markdown.ts';

const heads: readonly Field[] = ['url', 'title', 'published', 'updated', 'checked', 'due', 'overdue'];

export const twins: Surface = {
  id: 'twins',
  *files({ entries, trust }, has) {
    for (const subject of entries) {
      yield { path: twinPath(subject.path), subjects: [subject], states: [...heads, 'answer', 'appliesTo', 'notFor', 'neverShare'], holds: 'self' };
      for (let number = 2; has(twinPartPath(subject.path, number)); number += 1) yield { path: twinPartPath(subject.path, number), subjects: [subject], states: heads, holds: 'self' };
    }
    for (const subject of trust) yield { path: twinPath(subject.path), subjects: [subject], states: ['url', 'title', 'updated', 'answer'], holds: 'self' };
  },
  read(text, { recall }) {
    const facts = recall(factsInMarkdown, headOf(text));
    const origin = /\n- HTML: (\S+)\n[^]{0,300}$/.exec(text)?.[1];
    return [{ says: stated({ ...facts, url: agree(facts.url, origin) }) }];
  },
};
