/** Hits as elements: the first one as an answer, the others as a list of answers. */
import type { SearchWords } from '#model/words/search.ts';
import type { Card } from '#search/query/card.ts';
import { make } from './make.ts';

/** One hit. `best` is the answer itself, with what to do next. */
export function makeHit(card: Card, best: boolean, say: SearchWords): HTMLLIElement {
  const { title, href, kind, answer, boundary, step, updated, overdue } = card;
  return make(
    'li',
    best ? { class: 'best' } : {},
    make('a', { href }, title),
    make('p', { class: best ? 'answer' : 'says' }, answer),
    boundary && make('p', { class: 'limit' }, say.notFor + boundary),
    best && step ? make('p', { class: 'limit' }, say.next, make('a', { href: step.href }, step.text)) : undefined,
    make('p', { class: 'meta' }, make('span', {}, kind), ' ', make('span', {}, say.updated(updated)), overdue ? ' ' : undefined, overdue ? make('strong', { class: 'overdue' }, say.overdue) : undefined),
  );
}
