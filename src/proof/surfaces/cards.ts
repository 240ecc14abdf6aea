/** Cards: an entry in a list, on the home page or beside another entry, with its answer and one limit. */
import { duePath, homePath, newestPath, notFoundPath } from '#model/paths.ts';
import type { Lang } from '#model/problem.ts';
import { words } from '#model/words/index.ts';
import type { Field } from '../reference.ts';
import type { Statement, Surface } from '../surface.ts';
import { afterLabel } from '../parse/labels.ts';
import { markIn, marked, named, outline } from '../parse/outline.ts';
import { daysIn, readPage } from '../parse/page.ts';

const marks = new Set(['says', 'limit', 'overdue']);
const states: readonly Field[] = ['title', 'answer', 'limit', 'updated', 'overdue'];

export const cards: Surface = {
  id: 'cards',
  *own({ path, role, successor }) {
    if (role === 'entry') yield { path: `${path}index.html`, subjects: [], states, holds: 'some' };
    if (role === 'tombstone') yield { path: `${path}index.html`, subjects: successor ? [successor] : [], states, holds: 'all' };
  },
  *shared({ lists }) {
    for (const { subject, shows } of lists) yield { path: `${subject.path}index.html`, subjects: shows, states, holds: 'ordered' };
    for (const path of [homePath, newestPath, duePath]) yield { path: `${path}index.html`, subjects: [], states, holds: 'some' };
    yield { path: notFoundPath, subjects: [], states, holds: 'some' };
  },
  read: (text, { recall }) => readPage(text).cards.map((card) => recall(readCard, card)),
};

function readCard(html: string, lang: Lang): Statement {
  const card = outline(html, (name, attributes) => name === 'a' || name === 'time' || markIn(marks, attributes) !== undefined);
  const [link] = named(card, 'a');
  const limit = marked(card, 'limit')?.text.trim();
  return {
    url: link?.attributes['href'] ?? '',
    says: {
      title: link?.text.trim(),
      answer: marked(card, 'says')?.text.trim(),
      limit: limit && afterLabel(limit, words[lang].notFor, lang),
      updated: daysIn(card)[0],
      overdue: marked(card, 'overdue')?.text.trim() === words[lang].review.overdue ? 'yes' : 'no',
    },
  };
}
