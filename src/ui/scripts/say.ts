/** The words of the page for scripts, and the place where screen readers hear them. */
import type { Dictionary } from '#model/words/dictionary.ts';

export type ScriptWords = Dictionary['script'];

const place = document.querySelector<HTMLElement>('[data-say]');

/** Missing on pages that have nothing for scripts to do. */
export const say = place && (JSON.parse(place.dataset['say']!) as ScriptWords);

/** Lets screen readers say `text`, though it be the same as before. */
export function announce(text: string): void {
  if (place) place.textContent = place.textContent === text ? `${text}\u00a0` : text;
}
