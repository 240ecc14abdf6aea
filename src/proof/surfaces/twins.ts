/** The Markdown twins of entries and trust pages; each part of a long one says what it is a part of. */
import { twinPartPath, twinPath } from '#model/paths.ts';
import type { Field } from '../reference.ts';
import { agree, type Surface } from '../surface.ts';
import { headOf, readMarkdown } from '../parse/markdown.ts';

const pageHead: readonly Field[] = ['url', 'title', 'updated'];
const entryHead: readonly Field[] = [...pageHead, 'published', 'checked', 'due', 'state'];
const pageStates: readonly Field[] = [...pageHead, 'answer'];
const entryStates: readonly Field[] = [...entryHead, 'answer', 'appliesTo', 'notFor', 'neverShare'];

export const twins: Surface = {
  id: 'twins',
  *own(subject, _, has) {
    const { role, path } = subject;
    if (role === 'tombstone') return;
    const file = { subjects: [subject], holds: 'self' } as const;
    yield { ...file, path: twinPath(path), states: role === 'entry' ? entryStates : pageStates };
    for (let number = 2; has(twinPartPath(path, number)); number += 1) yield { ...file, path: twinPartPath(path, number), states: role === 'entry' ? entryHead : pageHead };
  },
  read(text, { recall }) {
    const { says } = recall(readMarkdown, headOf(text));
    const origin = /\n- HTML: (\S+)\n[^]{0,300}$/.exec(text.slice(-1000))?.[1];
    return [{ says: { ...says, url: agree(says.url, origin) } }];
  },
};
