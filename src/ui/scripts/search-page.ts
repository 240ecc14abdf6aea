/**
 * The search page: its address holds what is searched, so that it can be passed on and gone back to. The page for addresses
 * that lead nowhere is one as well, and looks first for what its address says.
 */
import { offerNearest } from './nearest.ts';
import { enliven, words as say, type Wanted } from './search-form.ts';
import { styled } from './styles.ts';

interface Place {
  /** How far down the page was when a hit was followed. */
  top?: number;
}

const form = document.querySelector<HTMLFormElement>('main form[role=search]')!;
const heading = document.querySelector('h1')!;
const title = heading.textContent;
const lead = document.querySelector<HTMLElement>('.lead')!;
/** Says that nothing is asked yet, as long as the view is not there. */
const idle = document.querySelector<HTMLElement>('main [data-search-status]')!;
const rest = document.querySelector<HTMLElement>('[data-unasked]')!;

const { view, input } = enliven(form, (wanted) => {
  const { query, kind } = wantedNow();
  // What is asked once more, as after a failure, is not one more step to go back.
  const again = query === wanted.query && kind === wanted.kind;
  history[again ? 'replaceState' : 'pushState'](wanted, '', addressOf(wanted));
  show(wanted);
});
const placed = styled('search').then(() => idle.replaceWith(view.element));

/** The address is cut where servers would refuse it; the whole query is kept beside it, for as long as the tab is open. */
function addressOf({ query, kind }: Wanted): string {
  const address = new URL(form.action);
  if (query) address.searchParams.set('q', query.slice(0, 300));
  if (kind) address.searchParams.set('kind', kind);
  return address.href;
}

function wantedNow(): Wanted & Place {
  const parameters = new URLSearchParams(location.search);
  return (history.state as Wanted & Place | null) ?? { query: (parameters.get('q') ?? '').trim(), kind: parameters.get('kind') ?? '' };
}

async function show({ query, kind, top }: Wanted & Place): Promise<void> {
  if (input.value.trim() !== query) input.value = query;
  heading.textContent = query ? say.results : title;
  lead.hidden = query !== '';
  if (query === '') {
    view.clear();
    rest.hidden = false;
    return;
  }
  rest.hidden = true;
  await view.run(query, kind);
  // Where nothing answers, another way may.
  rest.hidden = view.element.querySelector('[data-state=results]') !== null;
  if (top === undefined) return;
  await placed;
  scrollTo({ top, behavior: 'instant' });
}

// Whoever comes back to the hits comes back to the one that was followed. The browser would look for the place before they are there, and glide on when they are.
view.element.addEventListener('click', ({ target }) => {
  if (!(target as Element).closest('a')) return;
  history.scrollRestoration = 'manual';
  history.replaceState({ ...wantedNow(), top: scrollY }, '');
});

addEventListener('popstate', () => void show(wantedNow()));
// What was typed while this script was on its way stays, and is helped on.
if (wantedNow().query) void show(wantedNow());
else void view.suggest(input.value);
// From here on this script says what is there.
const seen = () => delete document.documentElement.dataset['asked'];
if (rest.hasAttribute('data-near')) void offerNearest(rest, new URL('../_search/', form.action).href, say).then(seen);
else seen();
