/** The templates, as a route that Astro compiles. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The route that stands for all pages in a build. */
export const pageRoute = fileURLToPath(new URL('../routes/page.astro', import.meta.url));

/** Astro integration that gives a build the templates of all pages to compile. List it in astro.config. */
export function templateRoutes(): AstroIntegration {
  return {
    name: 'lede:template-routes',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command === 'build') injectRoute({ pattern: '/[...path]', entrypoint: pageRoute, prerender: true });
      },
    },
  };
}
