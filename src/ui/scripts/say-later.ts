/** The words of what is loaded when a reader asks for it. */
import { en, zh } from '#model/words/tools-later.ts';

/** Those of the site's language; the other one is left out of the script. */
export const say = import.meta.env.LEDE_LANG === 'zh' ? zh : en;
