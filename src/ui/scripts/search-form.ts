/** A search form brought to life: it searches where it stands instead of leading to another page. */
import { en, zh } from '#model/words/search.ts';
import { followArrows } from './arrows.ts';
import { makeSearchView, type SearchView } from './search-view.ts';

/** What a reader looks for. */
export interface Wanted {
  query: string;
  kind: string;
}

/** The words of the site's language; those of the other one are left out of the script. */
export const words = import.meta.env.LEDE_LANG === 'zh' ? zh : en;

/** Longer queries tell no more. */
const maxQuery = 2000;

/** Gives `form` a view. `onWanted` is told what a reader asks for, and is to run the view. */
export function enliven(form: HTMLFormElement, onWanted: (wanted: Wanted) => void): { view: SearchView; input: HTMLInputElement } {
  const input = form.elements.namedItem('q') as HTMLInputElement;
  const wanted = (kind: string): Wanted => ({ query: input.value.trim().slice(0, maxQuery), kind });
  const view = makeSearchView({
    base: new URL('../_search/', form.action).href,
    contact: form.dataset['contact'],
    say: words,
    onChoose: (kind) => onWanted(wanted(kind)),
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onWanted(wanted(''));
  });
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) void view.suggest(input.value);
  });
  input.addEventListener('compositionend', () => void view.suggest(input.value));
  followArrows(input, view.element);
  return { view, input };
}
