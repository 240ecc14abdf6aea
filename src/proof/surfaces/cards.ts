/** Cards: an entry in a list, on the home page or beside another entry, with its answer and one limit. */
import { homePath, notFoundPath, searchPath } from '#model/paths.ts';
import { words } from '#model/words/index.ts';
import type { Field, Subject } from '../reference.ts';
import { stated, type Surface } from '../surface.ts';
import { afterLabel } from '../parse/labels.ts';
import { marked, named } from '../parse/outline.ts';
import { cardsOf, daysIn, readPage } from '../parse/page.ts';

const states: readonly Field[] = ['title', 'answer', 'limit', 'updated', 'overdue'];

export const cards: Surface = {
  id: 'cards',
  *files({ site, entries, tombstones, lists, at }) {
    for (const { subject, shows } of lists) yield { path: `${subject.path}index.html`, subjects: shows, states, holds: 'ordered' };
    yield { path: `${searchPath}index.html`, subjects: entries, states, holds: 'all' };
    for (const { path } of [...entries, { path: homePath }]) yield { path: `${path}index.html`, subjects: entries, states, holds: 'some' };
    yield { path: notFoundPath, subjects: entries, states, holds: 'some' };
    for (const [index, { path }] of tombstones.entries()) {
      const successor = at(site.url(site.entry(site.tombstones[index]!.data.supersededBy!.to)!.path)) as Subject;
      yield { path: `${path}index.html`, subjects: [successor], states, holds: 'all' };
    }
  },
  *read(text, { reference: { site: { lang } } }) {
    for (const card of cardsOf(readPage(text))) {
      const [link] = named(card, 'a');
      const limit = marked(card, 'limit')?.text.trim();
      yield {
        url: link?.attributes['href'] ?? '',
        says: stated({
          title: link?.text.trim(),
          answer: marked(card, 'says')?.text.trim(),
          limit: limit && afterLabel(limit, words[lang].notFor, lang),
          updated: daysIn(card)[0],
          overdue: marked(card, 'overdue')?.text.trim() === words[lang].review.overdue ? 'yes' : 'no',
        }),
      };
    }
  },
};
