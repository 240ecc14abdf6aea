/** On the page for addresses that lead nowhere: the entries that come nearest to what the address says. */
import type { SearchWords } from '#model/words/search.ts';
import { search } from '#search/query/search.ts';
import { make } from './make.ts';
import { makeHit } from './search-hits.ts';
import { withIndex } from './search-index.ts';
import { styled } from './styles.ts';

const shown = 4;
/** Milliseconds for which what stands there otherwise is held back. */
const patience = 4000;

/**
 * Puts them into `place`, above what stands there; below it where that took too long, since a reader may be about to touch something.
 * `base` is the address of the search files. Is kept when `place` may be seen; never rejects.
 */
export async function offerNearest(place: HTMLElement, base: string, say: SearchWords): Promise<void> {
  const name = nameIn(location.pathname);
  if (!name || location.pathname === new URL('../404.html', base).pathname) return;
  let late = !('asked' in document.documentElement.dataset);
  const offer = async () => {
    const [{ hits }] = await Promise.all([withIndex(base, (index) => search(index, name)), styled('search')]);
    if (hits.length === 0) return;
    const list = make('ol', { class: 'hits' }, ...hits.slice(0, shown).map(({ card }) => makeHit(card, false, say)));
    place[late ? 'append' : 'prepend'](make('h2', {}, say.nearest), list);
  };
  const waited = new Promise<void>((done) => setTimeout(done, patience)).then(() => void (late = true));
  // Whatever failed: the page is whole without them.
  await Promise.race([offer().catch(() => {}), waited]);
}

/** The words of the last name in `path`: `/answers/error-401.html` says "error 401". */
function nameIn(path: string): string {
  const last = path.split('/').findLast((part) => part !== '' && !part.startsWith('index.')) ?? '';
  try {
    return decodeURIComponent(last).replace(/\.[a-z]+$/i, '').replace(/[-_+]+/g, ' ').trim().slice(0, 300);
  } catch {
    return ''; // no UTF-8
  }
}
