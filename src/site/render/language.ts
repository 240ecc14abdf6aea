/** The language of the site, for the scripts of its pages. */
import type { Lang } from '#model/problem.ts';

/** For Vite's `define`: scripts carry the words of one language only. `src/env.d.ts` declares the name. */
export function languageOf(lang: Lang): Record<string, string> {
  return { 'import.meta.env.LEDE_LANG': JSON.stringify(lang) };
}
