/** The pages that Astro writes itself: none but in tests. */
import type { GetStaticPathsResult } from 'astro';
import type { Page } from './page.ts';

/** Where a process leaves the pages that Astro itself shall write; only tests leave any (see astro-build.ts). */
export const pagesForAstro = Symbol.for('lede.build-pages');

/** The static paths of the route: none in a build, whose pages render.ts makes. */
export function routePages(): GetStaticPathsResult {
  const pages = (globalThis as Record<symbol, unknown>)[pagesForAstro] as Page[];
  return pages.map(({ path, template, props }) => ({
    params: { path: path.replace(/^\/|\/$|\.html$/g, '') || undefined },
    props: { template, props },
  }));
}
