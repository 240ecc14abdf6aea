/** What a search shows below its form, on the search page and in the dialog: status, suggestions, filters, hits. */
import type { SearchWords } from '#model/words/search.ts';
import type { Lexicon } from '#search/query/lexicon.ts';
import { search, type Answer } from '#search/query/search.ts';
import { makeSuggest, type Suggestion } from '#search/query/suggest.ts';
import { contactFor } from './contact.ts';
import { make } from './make.ts';
import { makeHit } from './search-hits.ts';
import { withIndex } from './search-index.ts';

export interface SearchView {
  /** Everything that the view shows. */
  element: HTMLElement;
  /** Searches for `query` among entries of `kind` (of all kinds where the site has none of that name). Shows every failure, never rejects. */
  run(query: string, kind: string): Promise<void>;
  /** Suggests what `text` may become. */
  suggest(text: string): Promise<void>;
  /** Back to nothing searched. */
  clear(): void;
}

export interface ViewOptions {
  /** Address of the search files. */
  base: string;
  /** Where a question that the site does not answer can be sent, if anywhere. */
  contact: string | undefined;
  say: SearchWords;
  /** Told when a reader chooses a kind, or asks for another try. */
  onChoose(kind: string): void;
}

type State = Answer['verdict'] | 'idle' | 'searching' | 'error';

/** Makes a view with nothing in it yet. */
export function makeSearchView({ base, contact, say, onChoose }: ViewOptions): SearchView {
  const status = make('p', { 'data-search-status': '', 'data-state': 'idle', 'aria-live': 'polite' });
  const more = make('p', { class: 'ask', hidden: true });
  const hints = make('ul', { class: 'hints', 'aria-label': say.suggestions, hidden: true });
  const kinds = make('div', { class: 'filters', role: 'group', 'aria-label': say.kinds, hidden: true });
  const hits = make('ol', { class: 'hits', 'data-search-results': '', 'aria-label': say.results, hidden: true });
  let latest = 0;
  let asked = '';
  let typed = '';
  let suggestFrom: ((text: string) => Suggestion[]) | undefined;

  const show = (state: State, text: string) => {
    status.dataset['state'] = state;
    status.textContent = text;
  };
  const fill = (list: HTMLElement, ...items: Node[]) => {
    list.replaceChildren(...items);
    list.hidden = items.length === 0;
  };
  const empty = () => [more, hints, hits].forEach((list) => fill(list));

  const explain = ({ verdict, hits: found }: Answer, query: string, kind: string) => {
    // What one kind does not hold, the site may answer all the same.
    show(verdict, verdict === 'results' ? say.found(found.length) : say[kind ? `${verdict}Here` as const : verdict]);
    if (verdict !== 'results' && contact && !kind) fill(more, make('a', { href: contactFor(contact, query) }, say.ask));
  };
  const offerKinds = (all: Lexicon['kinds'], chosen: string) => {
    // The buttons stay the same ones, so that a reader who pressed one keeps the focus.
    if (kinds.childElementCount === 0) fill(kinds, ...[['', say.all] as const, ...all].map(([id, label]) => make('button', { type: 'button', 'data-kind': id }, label)));
    for (const button of kinds.querySelectorAll('button')) button.setAttribute('aria-pressed', String(button.dataset['kind'] === chosen));
  };

  kinds.addEventListener('click', ({ target }) => {
    const kind = (target as HTMLElement).dataset['kind'];
    if (kind !== undefined) onChoose(kind);
  });

  return {
    element: make('div', { class: 'found' }, hints, status, more, kinds, hits),
    async run(query, wanted) {
      const turn = ++latest;
      asked = query;
      empty();
      show('searching', say.searching);
      try {
        const { answer, kind, lexicon } = await withIndex(base, async (index) => {
          const kind = index.lexicon.kinds.some(([id]) => id === wanted) ? wanted : '';
          return { kind, answer: await search(index, query, kind ? { kind } : {}), lexicon: index.lexicon };
        });
        if (turn !== latest) return;
        explain(answer, query, kind);
        offerKinds(lexicon.kinds, kind);
        kinds.hidden = !kind && answer.hits.length === 0;
        fill(hits, ...answer.hits.map(({ card }, place) => makeHit(card, place === 0 && answer.verdict === 'results', say)));
      } catch {
        if (turn !== latest) return;
        kinds.hidden = true;
        show('error', say.failed);
        const retry = make('button', { type: 'button' }, say.retry);
        retry.addEventListener('click', () => onChoose(wanted));
        fill(more, retry);
      }
    },
    async suggest(text) {
      const turn = latest;
      typed = text;
      if (text.trim() === '' || text === asked) return fill(hints);
      // Typing needs no help to go on; if something is wrong, searching will say so.
      suggestFrom ??= await withIndex(base, async (index) => makeSuggest(await index.suggestions(), index.normalise)).catch(() => undefined);
      if (turn !== latest || typed !== text || !suggestFrom) return;
      fill(hints, ...suggestFrom(text).map(([label, href]) => make('li', {}, make('a', { href }, label))));
    },
    clear() {
      latest += 1;
      asked = '';
      empty();
      kinds.hidden = true;
      show('idle', '');
    },
  };
}
