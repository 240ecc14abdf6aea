/** The words of the page's own script, and the place where screen readers hear them. */
import { en, zh } from '#model/words/tools.ts';

const place = document.querySelector<HTMLElement>('[data-say]');

/** Those of the site's language; the other one is left out of the script. */
export const say = import.meta.env.LEDE_LANG === 'zh' ? zh : en;

/** Lets screen readers say `text`, though it be the same as before. */
export function announce(text: string): void {
  if (place) place.textContent = place.textContent === text ? `${text}\u00a0` : text;
}
