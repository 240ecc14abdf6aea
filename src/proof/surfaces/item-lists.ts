/** The ItemList in the JSON-LD of list pages: the same entries in the same order as the cards. */
import type { Surface } from '../surface.ts';
import { child, nodesIn, readGraph, text } from '../parse/json-ld.ts';

export const itemLists: Surface = {
  id: 'item-list',
  *shared({ lists }) {
    for (const { subject, shows } of lists) yield { path: `${subject.path}index.html`, subjects: shows, states: ['url', 'title'], holds: 'ordered' };
  },
  *read(html) {
    const page = readGraph(html).find(({ '@type': type }) => type === 'CollectionPage');
    for (const item of nodesIn(child(page, 'mainEntity'), 'itemListElement')) {
      const url = text(item, 'url') ?? '';
      yield { url, says: { url, title: text(item, 'name') } };
    }
  },
};
